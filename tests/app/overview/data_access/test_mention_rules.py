"""PV-04, FV-21: what in a sentence may be about somebody else, by example and by property."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.overview.data_access import mention_rules as rules
from app.overview.data_access.mention_rules import Named
from app.overview.data_access.model import HeldText, Mention, MentionKind, Sentence
from tests.factories import a_number

TOGETHER, KNOWN, REGISTERED = MentionKind.TOGETHER, MentionKind.KNOWN, MentionKind.REGISTERED
OWN_ID, OTHERS_ID = a_number(date(1985, 8, 15), 0), a_number(date(1990, 3, 1), 0)
IN_TWO = f"{OTHERS_ID[:6]} {OTHERS_ID[6:]}"
ME = Named("Kari Anne", "Hansen", TOGETHER)
CHILD = Named("Lina", "Demirova Hansen", TOGETHER)
FATHER = Named("Jonas", "Eksempeldal", KNOWN)
AROUND = rules.known_of(
    (ME,),
    (OWN_ID, "99 99 99 99"),
    ("kari@lia.example",),
    (CHILD, FATHER),
    frozenset({("mona", "ødegård"), ("mona", "odegard"), ("berg", "per")}),
)


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Lina sover dårlig.", TOGETHER, "Lina"),
        ("Linas skole ringte.", TOGETHER, "Linas"),
        ("Hun er redd for lina demirova.", TOGETHER, "lina demirova"),
        ("Demirova Lina er ti år.", TOGETHER, "Demirova Lina"),
        ("Snakket med Lina Marie Demirova.", TOGETHER, "Lina Marie Demirova"),
        ("Eksempeldal har ikke betalt.", KNOWN, "Eksempeldal"),
        ("Hentes av Jonas’ mor.", KNOWN, "Jonas"),
        ("Naboen Mona Ødegård klager.", REGISTERED, "Mona Ødegård"),
        ("Mona Ødegårds hund.", REGISTERED, "Mona Ødegårds"),
        ("Mona van Odegard klager.", REGISTERED, "Mona van Odegard"),
        ("Berg, Per har flyttet.", REGISTERED, "Berg, Per"),
        (f"Han er {OTHERS_ID}.", MentionKind.NUMBER, OTHERS_ID),
        (IN_TWO, MentionKind.NUMBER, IN_TWO),
        ("DUF 2026 1234 5603.", MentionKind.NUMBER, "2026 1234 5603"),
        ("Ring 41 22 33 44.", MentionKind.PHONE, "41 22 33 44"),
        ("Ring +47 412 23 344.", MentionKind.PHONE, "+47 412 23 344"),
        ("Skriv til ola@lia.example.", MentionKind.EMAIL, "ola@lia.example"),
    ],
)
def test_what_is_somebody_elses_is_found(sentence: str, kind: MentionKind, words: str) -> None:
    assert rules.mentions(sentence, AROUND) == (Mention(kind, words),)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kari Hansen har flyttet.",
        "Hansen, Kari Anne ringte.",
        "Kari Annes bolig er Hansens siste.",
        f"Fødselsnummer {OWN_ID[:6]} {OWN_ID[6:]}.",
        "Ring henne på +4799999999 eller kari@lia.example.",
        "Naboen mona ødegård klager.",  # without capitals only those around are found
        "Mona klager. Ødegård er en gård.",
        "Betalte 25 000 000 kroner 20261123, sak 26-104882.",
        "Konto 1234.56.78903 og 12345678901.",
        "Da hun kom, var det stille.",
    ],
)
def test_the_persons_own_and_what_names_nobody_is_let_be(sentence: str) -> None:
    assert rules.mentions(sentence, AROUND) == ()


def test_several_are_all_told_once_each() -> None:
    found = rules.mentions("Lina og Jonas Eksempeldal, Lina, tlf. 41 22 33 44.", AROUND)
    assert [(each.kind, each.words) for each in found] == [
        (KNOWN, "Jonas Eksempeldal"),
        (TOGETHER, "Lina"),
        (MentionKind.PHONE, "41 22 33 44"),
    ]


NAMES = st.sampled_from(
    ["Kari", "Anne-Marie", "Ødegård", "Åse", "D'Angelo", "Lars", "Bo", "Nguyễn"]
)
FILLING = st.lists(st.sampled_from(["ringte", "sa at", "og", "kom", "er", "i dag"])).map(" ".join)
ALL_PAIRS = frozenset(
    (a, b) for a in ("kari", "ase", "lars", "bo") for b in ("kari", "odegard", "lars", "bo")
)


@given(
    st.lists(NAMES, min_size=1, max_size=3),
    st.lists(NAMES, min_size=1, max_size=2),
    st.lists(st.tuples(NAMES, NAMES), max_size=4),
    FILLING,
    FILLING,
)
def test_her_own_name_is_never_somebody_elses(
    given_names: list[str],
    family: list[str],
    others: list[tuple[str, str]],
    before: str,
    after: str,
) -> None:
    """Also when others around her, and in the register, are called the same."""
    me = Named(" ".join(given_names), " ".join(family), TOGETHER)
    known = rules.known_of((me,), (), (), (Named(*each, KNOWN) for each in others), ALL_PAIRS)
    name = f"{me.given_name} {me.family_name}"
    for said in (name, f"{me.family_name}, {me.given_name}", f"{name}s", given_names[0]):
        assert rules.mentions(f"{before} {said} {after}.", known) == ()


@given(st.text(), st.text())
def test_any_text_can_be_gone_through(text: str, other: str) -> None:
    rules.mentions(f"{text} {other}", AROUND)


def text_of(*sentences: str) -> HeldText:
    return HeldText("goal", "words", None, 1, tuple(Sentence(each, each) for each in sentences))


def test_only_words_with_capitals_that_stand_together_are_looked_up() -> None:
    found = rules.candidates([text_of("Naboen Mona Ødegårds hund bet Per.", "mona ødegård")])
    assert found == {
        ("naboen", "mona"),
        ("naboen", "odegards"),
        ("naboen", "odegard"),
        ("mona", "odegards"),
        ("mona", "odegard"),
    }


def test_a_full_name_is_a_given_and_a_family_name() -> None:
    assert rules.is_full_name(("mona", "odegard"), "Mona Lise", "Ødegård Berg")
    assert rules.is_full_name(("berg", "mona"), "Mona Lise", "Ødegård Berg")
    assert not rules.is_full_name(("mona", "lise"), "Mona Lise", "Ødegård Berg")


def test_texts_that_mention_others_come_first_in_their_order() -> None:
    texts = [text_of("Ringte."), text_of("Lina er syk."), text_of("Betalt."), text_of("Jonas kom.")]
    review = rules.reviewed(texts, AROUND)
    assert [text.sentences[0].text for text in review.texts] == [
        "Lina er syk.",
        "Jonas kom.",
        "Ringte.",
        "Betalt.",
    ]
    assert review.suggested == {"Lina er syk.", "Jonas kom."}
