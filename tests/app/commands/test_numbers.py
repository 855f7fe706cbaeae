"""A number is named for what it is, and for what is wrong with it."""

import pytest

from app.commands.norwegian import command_words
from app.core.numbers import NumberKind
from tests.app.commands.conftest import Run, said

VALID = [
    ("15888512389", "fnr"),
    ("974760673", "orgnr"),
    ("86011117947", "konto"),
    ("H0101", "bruksenhet"),
    ("3401-61/12/0/3", "matrikkel"),
]


def kinds(answer: object) -> list[str]:
    assert isinstance(answer, list)
    return [each["kind"] for each in answer]


@pytest.mark.parametrize(("value", "kind"), VALID)
def test_every_kind_that_holds_is_named(run: Run, value: str, kind: str) -> None:
    result = run("number", value, "--json")
    assert result.exit_code == 0
    assert kind in kinds(said(result))


def test_a_number_can_be_of_two_kinds_and_says_that_it_may_be_a_persons(run: Run) -> None:
    result = run("number", "15888512389")
    assert result.stdout.splitlines() == [
        "fødselsnummer eller D-nummer: 158885 ••••• stemmer",
        "kontonummer: stemmer – merk: dette kan være et fødselsnummer",
    ]


def test_a_persons_number_is_never_repeated(run: Run) -> None:
    for options in ((), ("--json",), ("--kind", "konto"), ("--kind", "kid11", "--json")):
        result = run("number", "15888512389", *options)
        assert "15888512389" not in "".join(result.output.split())


@pytest.mark.parametrize(("value", "kind"), [("12344", "kid10"), ("123456785", "kid11")])
def test_a_kid_is_answered_only_when_asked_for(run: Run, value: str, kind: str) -> None:
    assert kind not in run("number", value).stdout
    assert kinds(said(run("number", value, "--kind", kind, "--json"))) == [kind]


def test_what_is_wrong_is_told_beside_the_kind_and_ends_one(run: Run) -> None:
    result = run("number", "15888512388", "--kind", "fnr")
    assert result.exit_code == 1
    assert result.stderr == "fødselsnummer eller D-nummer: kontrollsifferet stemmer ikke.\n"


def test_a_number_of_no_kind_names_those_it_nearly_is(run: Run) -> None:
    result = run("number", "974761077")
    assert result.exit_code == 1
    assert "organisasjonsnummer: kontrollsifferet stemmer ikke." in result.stderr
    assert run("number", "tull").stderr == command_words("numbers")["none_holds"] + "\n"


def test_the_answer_about_a_bad_number_is_json_too(run: Run) -> None:
    result = run("number", "12345", "--kind", "orgnr", "--json")
    assert result.exit_code == 1
    assert said(result) == [
        {
            "kind": "orgnr",
            "name": "organisasjonsnummer",
            "value": None,
            "ok": False,
            "problem": "organisation_length",
            "warning": None,
        }
    ]


def test_an_organisation_number_that_begins_otherwise_is_a_warning(run: Run) -> None:
    result = run("number", "123456785", "--kind", "orgnr")
    assert (result.exit_code, "begynner med 8 eller 9" in result.stdout) == (0, True)


def test_every_kind_has_its_norwegian_name() -> None:
    assert set(command_words("kinds")) == {kind.value for kind in NumberKind}


@pytest.mark.parametrize("kind", list(NumberKind))
@pytest.mark.parametrize("value", ["", "x", "12", "1" * 9, "1" * 11, "9" * 11, "1" * 40])
def test_every_fault_has_words(run: Run, kind: NumberKind, value: str) -> None:
    from app.core.numbers import identify

    (checked,) = identify(value, kind)
    for code in filter(None, (checked.code, checked.warning)):
        assert code in command_words("numbers")
