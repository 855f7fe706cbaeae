"""The answer to a request for consent and the letter after a death: whole, plain, accessible."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.periods import Period, Unit
from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.leases.residents.changes.model import EntryNotice
from app.leases.residents.changes.prints import PARTS as ENTRY_PARTS
from app.leases.residents.changes.prints import entry_notice
from app.leases.residents.model import (
    AbsenceCause,
    AnswerDraft,
    ConsentKind,
    ConsentLetter,
    ConsentRefusal,
    Relation,
    RequestDraft,
)
from app.leases.residents.prints import ALWAYS, REFUSED, consent_letter
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

K = ConsentKind
CAME = date(2026, 11, 2)
MOVING = RequestDraft(K.HOUSEHOLD, CAME, name="Ola Orrfugl", relation=Relation.OTHER)
PART = RequestDraft(K.PART_SUBLET, CAME, name="Ola Orrfugl", what="Det minste soverommet")
AWAY = RequestDraft(
    K.ABSENCE_SUBLET,
    CAME,
    name="Ola Orrfugl",
    cause=AbsenceCause.WORK,
    since=date(2027, 1, 1),
    until=date(2027, 12, 31),
)
YES = AnswerDraft()
NO = AnswerDraft(
    False, ConsentRefusal.OVERCROWDING, "Dere er fire i to rom. Det er ikke plass til en til."
)
BOTH = list(Language)


def sender(language: Language) -> LetterFrom:
    to = ("Kari Kanarifugl", "Ødegårdsvegen 12 B", "2211 LIA")
    return LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", to, ISSUED, language)


def answer(
    request: RequestDraft = MOVING, draft: AnswerDraft = NO, language: Language = Language.NB
) -> Document:
    letter = ConsentLetter(
        sender(language),
        "B-2026-15",
        "L2026-001",
        "Ødegårdsvegen 12 B",
        request,
        draft,
        Period(2, Unit.YEARS),
        copies=("Advokat Alm",),
    )
    return consent_letter(letter, load_text("consent_answer", language.value, ISSUED.date()))


def notice(language: Language = Language.NB, home: str = "Ødegårdsvegen 12 B") -> Document:
    letter = EntryNotice(
        replace(sender(language), recipient=("Boet etter Kari Kanarifugl", home, "2211 LIA")),
        "B-2026-16",
        "L2026-001",
        home,
        "Kari Kanarifugl",
        date(2026, 11, 14),
        Period(1, Unit.MONTHS),
        Period(6, Unit.MONTHS),
        Period(3, Unit.MONTHS),
    )
    return entry_notice(letter, load_text("entry_notice", language.value, ISSUED.date()))


def every_answer(language: Language) -> list[Document]:
    made = [answer(request, YES, language) for request in (MOVING, PART, AWAY)]
    made += [answer(request, NO, language) for request in (MOVING, PART, AWAY)]
    grounds = [replace(NO, ground=ground) for ground in ConsentRefusal]
    return [*made, *(answer(AWAY, draft, language) for draft in grounds)]


def said(document: Document) -> str:
    parts = texts_of((document.title, *document.blocks))
    return "\n".join(each for each in parts if each.strip())


@pytest.mark.parametrize("language", BOTH)
def test_every_letter_is_plain(language: Language) -> None:
    for document in (*every_answer(language), notice(language)):
        assert lix(said(document)) <= 40, said(document)
        assert longest_sentence(said(document)) <= 25


@pytest.mark.parametrize("language", BOTH)
def test_the_letters_are_archival_and_accessible(language: Language) -> None:
    for document in (answer(AWAY, YES, language), answer(language=language), notice(language)):
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(render(document), profile=profile)
            assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (answer(draft=YES), ALWAYS),
        (answer(), (*ALWAYS, *REFUSED)),
        (notice(), ENTRY_PARTS),
    ],
)
def test_each_required_part_is_there_and_the_letter_is_refused_without_it(
    whole: Document, parts: tuple[str, ...]
) -> None:
    """HL-35, HL-37, HL-38, HL-70."""
    assert whole.requires == parts
    assert missing_parts(whole) == ()
    for part in parts:
        kept = tuple(block for block in whole.blocks if getattr(block, "part", "") != part)
        with pytest.raises(Invalid):
            render(replace(whole, blocks=kept))


def test_hl_38_the_letter_after_a_death_says_who_may_enter_and_by_when() -> None:
    words = said(notice())
    assert "i minst seks måneder fram til dødsfallet" in words
    assert "senest én måned etter at dere fikk dette brevet" in words
    assert "Oppsigelsestiden er tre måneder" in words


def test_a_home_that_is_kept_secret_is_not_told() -> None:
    assert "Ødegårdsvegen" not in said(notice(home=""))
    assert missing_parts(notice(home="")) == ()


def test_hl_36_a_yes_to_a_sublet_tells_how_long_and_who_answers() -> None:
    words = said(answer(AWAY, YES))
    assert "31. desember 2027" in words
    assert "slutter også framleien" in words


def test_a_no_tells_the_ground_the_reason_and_where_to_go() -> None:
    words = said(answer())
    assert "for mange for boligen" in words
    assert "Dere er fire i to rom." in words
    assert "Husleietvistutvalget" in words
