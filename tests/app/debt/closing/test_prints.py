"""The closing letter: whole, plain, and never a reproach."""

from dataclasses import replace
from datetime import date

import pytest

from app.core.errors import Invalid
from app.core.ids import DebtCaseId
from app.core.money import Ore, kroner
from app.core.text import Language
from app.debt.closing.model import DebtEffect, FarewellDraft, FarewellPaper, HomeResult
from app.debt.closing.prints import PARTS, closing_letter
from app.debt.closing.rules import NO_LETTER
from app.debt.measures.model import (
    DebtMeasure,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
)
from app.debt.model import DebtOutcome
from app.documents.model import Document
from app.documents.parts import missing_parts
from app.documents.render import render
from app.documents.texts import load_text
from tests.app.decisions.letters import ISSUED
from tests.app.documents import reading, sound
from tests.app.documents.parts_taken import without
from tests.app.evictions.letters import sender

BOTH = list(Language)
WINDOW = ("Kari Prøve", "Øvre Ødegårdsvegen 104 B", "2211 LIA")
DAY = date(2026, 11, 20)
CASE = DebtCaseId(1)
DRAFT = FarewellDraft(
    "Du betaler husleia den 1. hver måned.\nDu har avtale med tre kreditorer til mars 2028.",
    "Strømregningen kommer hver måned.",
)
NYNORSK = FarewellDraft(
    "Du betaler husleiga den 1. kvar månad.\nDu har avtale med tre kreditorar til mars 2028.",
    "Straumrekninga kjem kvar månad.",
)


def a_measure(kind: DebtMeasureKind, state: DebtMeasureState) -> DebtMeasure:
    return DebtMeasure(1, CASE, DebtMeasureDraft(kind), (DebtMeasureRow(DAY, state),))


def letter(language: Language = Language.NB, **changes: object) -> Document:
    effect = DebtEffect(DAY, date(2026, 2, 1), kroner(28_350), kroner(4_000), HomeResult.KEPT)
    paper = FarewellPaper(
        draft=DRAFT if language is Language.NB else NYNORSK,
        sender=sender(language, WINDOW),
        number="B-2026-9",
        case=CASE,
        case_number="G-2026-4",
        started_on=date(2026, 2, 10),
        closed_on=DAY,
        outcome=DebtOutcome.PLAN_COMPLETED,
        effect=effect,
        measures=(
            a_measure(DebtMeasureKind.VOLUNTARY_DEDUCTION, DebtMeasureState.AGREED),
            a_measure(DebtMeasureKind.BOSTOTTE, DebtMeasureState.ASKED),
        ),
    )
    paper = replace(paper, **changes)  # type: ignore[arg-type]  # its own fields
    return closing_letter(paper, load_text("debt_closing", language.value, ISSUED.date()))


def everything(state: DebtMeasureState) -> tuple[DebtMeasure, ...]:
    return tuple(a_measure(kind, state) for kind in DebtMeasureKind)


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("outcome", [each for each in DebtOutcome if each not in NO_LETTER])
def test_each_end_is_told_plainly(language: Language, outcome: DebtOutcome) -> None:
    document = letter(language, outcome=outcome)
    assert sound.hard_to_read(document) == ""
    assert sound.words_never_used(document) == set()
    assert sound.faults(render(document)) == {}
    assert len(reading.pages(render(document))) == 1


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("state", [DebtMeasureState.AGREED, DebtMeasureState.ASKED])
def test_what_runs_or_waits_is_told_for_every_measure(
    language: Language, state: DebtMeasureState
) -> None:
    document = letter(language, measures=everything(state), settlement_until=date(2031, 4, 12))
    assert sound.hard_to_read(document) == ""
    assert "12. april 2031" in reading.text(render(document)).replace("\xa0", " ")


@pytest.mark.parametrize("part", PARTS)
def test_every_required_part_is_refused_when_it_is_gone(part: str) -> None:
    bare = without(letter(), part)
    assert missing_parts(bare) == (part,)
    with pytest.raises(Invalid):
        render(bare)


def test_rent_that_fell_is_told_and_rent_that_grew_is_no_reproach() -> None:
    def told(before: int, after: int) -> str:
        effect = DebtEffect(DAY, DAY, kroner(before), Ore(after * 100), HomeResult.LOST)
        words = " ".join(reading.text(render(letter(effect=effect))).replace("\xa0", " ").split())
        assert "bor fortsatt" not in words
        return words

    assert "var 28 350 kroner i husleie ikke betalt. Nå er alt betalt." in told(28_350, 0)
    assert "Da du ba om hjelp" not in told(1_000, 4_000)
    assert "4 000 kroner i husleie som ikke er betalt" in told(1_000, 4_000)


def test_that_the_home_was_kept_is_said_once() -> None:
    effect = DebtEffect(DAY, DAY, None, None, HomeResult.KEPT)
    document = letter(outcome=DebtOutcome.HOME_SAVED, effect=effect)
    words = reading.text(render(document)).replace("\xa0", " ")
    assert "Du beholdt boligen." in words
    assert "bor fortsatt" not in words
