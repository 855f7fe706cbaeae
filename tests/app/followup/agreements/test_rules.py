"""DOC-10: own words that threaten are refused, whatever stands around them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.followup.agreements.model import AgreementDraft
from app.followup.agreements.rules import OWN_WORDS, REQUIRED, check, check_words, threatens
from tests.app.followup.agreements.papers import DRAFT, TODAY

THREATS = (
    "Da mister du boligen.",
    "Da kan du miste leiligheten",
    "Du har da mistet retten til bolig.",
    "Boligen kan du miste.",
    "Vi sier opp leieavtalen din.",
    "Da blir leieavtalen sagt opp.",
    "Det fører til oppsigelse",
    "Kommunen stanser hjelpen.",
    "Vi stanser tjenesten",
    "Tjenestene stopper.",
    "Hjelpa blir stansa.",
    "Vi trekker tilbake støtten.",
    "Vi kutter stønaden din",
    "Det kan bli utkastelse.",
    "Da blir du kastet ut.",
    "Vi hever leieavtalen.",
    "Da må du flytte.",
    "Du må ut av boligen.",
    "Du havner på gata",
    "Dette er siste sjanse.",
    "Vi ringer namsfogden.",
    "Du får ikke lenger hjelp.",
    "Du får ingen hjelp.",
    "Då mistar du bustaden.",
    "Då kan du miste hjelpa",
    "Vi seier opp leigeavtala di.",
    "Det fører til oppseiing.",
    "Vi stansar tenesta.",
    "Tenestene blir avslutta.",
    "Det kan bli utkasting.",
    "Då blir du kasta ut.",
    "Vi hevar leigeavtala.",
    "Då må du flytte ut.",
    "Du får ikkje lenger hjelp.",
    "Dette er siste åtvaring.",
)
MEANT_WELL = (
    *(getattr(DRAFT, name) for name in OWN_WORDS),
    "Vi hjelper deg med å beholde boligen.",
    "Vi blir med når du vil se på en ny leilighet.",
    "Du ringer når du trenger hjelp.",
    "Siri ringer. Svarer du ikke, kommer hun på døra samme uke.",
    "Vi finner en ny dag sammen.",
    "Vi ser på om du trenger mer hjelp.",
    "Du åpner posten hver mandag.",
    "Ta ut søpla annenhver dag.",
    "Støtte til å komme i gang med kurs.",
    "Vi møtest kvar veke og ser på korleis det går heime.",
    "Vi hjelper deg med å søke bustøtte.",
    "Vi skriver opp hva du ønsker, og rydder opp sammen.",
)
AROUND = st.text(st.sampled_from("abcde fghi,æøå\n "), max_size=60)


@pytest.mark.parametrize("words", THREATS)
def test_doc_10_a_threat_is_seen_in_both_languages(words: str) -> None:
    assert threatens(words)
    assert threatens(words.upper())
    assert threatens(words.replace(" ", "\n"))


@given(st.sampled_from(THREATS), AROUND, AROUND, st.sampled_from(OWN_WORDS))
def test_doc_10_a_threat_is_refused_whatever_stands_around_it(
    threat: str, before: str, after: str, field: str
) -> None:
    words = f"{before} {threat} {after}"
    draft = replace(DRAFT, **{field: words})  # type: ignore[arg-type]  # texts, all of them
    assert [(each.field, each.code) for each in check_words(draft)] == [
        (field, "agreement_threatens")
    ]


@pytest.mark.parametrize("words", MEANT_WELL)
def test_doc_10_what_is_meant_well_may_be_said(words: str) -> None:
    assert not threatens(words)


def test_doc_10_every_empty_field_is_told_where_it_stands() -> None:
    found = check(AgreementDraft(), TODAY)
    assert [each.field for each in found] == [*REQUIRED, "evaluation_on"]
    assert check(DRAFT, TODAY) == ()


def test_doc_10_the_day_to_look_at_it_lies_ahead() -> None:
    (told,) = check(replace(DRAFT, evaluation_on=TODAY), TODAY)
    assert told.code == "agreement_evaluation_passed"
