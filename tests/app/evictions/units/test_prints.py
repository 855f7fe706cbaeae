"""The note to a unit: whole, plain, kept for good, and never a word of where."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import Invalid
from app.core.text import Language
from app.documents.model import Document
from app.documents.parts import missing_parts
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.evictions.model import EnforcementGround, EvictionCase, EvictionStage, LossKind
from app.evictions.units.model import NoteDraft, NotePaper, TellingGround
from app.evictions.units.prints import PARTS, unit_note
from app.people.consents.model import Consent, ConsentScope
from tests.app.documents.reading import text
from tests.app.evictions.desk import a_case
from tests.app.evictions.letters import parts_of, sender
from tests.app.evictions.units.around import ASKS

BOTH = (Language.NB, Language.NN)
NOBODY = NoteDraft(unit=1, asks=ASKS)  # type: ignore[arg-type]  # any unit


def note(
    language: Language = Language.NB,
    ground: TellingGround | None = TellingGround.CONSENT,
    case: EvictionCase | None = None,
    **changes: object,
) -> Document:
    consent = Consent(
        case.person if case else a_case().person,
        ConsentScope.TALK_WITH_HEALTH,
        date(2026, 6, 1),
        id=1,
    )
    because = "De trenger penger til mat." if ground and ground.asks_words else ""
    paper = NotePaper(
        case=case or a_case(eviction_on=date(2026, 12, 10), eviction_at="10.00"),
        draft=replace(NOBODY, ground=ground, because=because),
        sender=sender(language, ("Lia kommune", "psykisk helse og rus")),
        number="B-2026-7",
        unit="psykisk helse og rus",
        born=date(1988, 8, 15),
        consent=consent,
        ages=(4, 9),
    )
    return unit_note(
        replace(paper, **changes),  # type: ignore[arg-type]  # its own fields
        load_text("unit_note", language.value, date(2026, 11, 23)),
    )


@pytest.mark.parametrize("ground", list(TellingGround))
@pytest.mark.parametrize("language", BOTH)
def test_sd_07_every_note_is_whole_and_plain(language: Language, ground: TellingGround) -> None:
    document = note(language, ground)
    assert missing_parts(document) == ()
    words = "\n".join(each for each in parts_of(document) if each.strip())
    assert lix(words) <= 40
    assert longest_sentence(words) <= 25


@pytest.mark.parametrize("language", BOTH)
def test_a_note_is_archival_and_accessible(language: Language) -> None:
    for document in (note(language), note(language, TellingGround.REPORT_DUTY)):
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(render(document), profile=profile)
            assert report.is_compliant, {failure.rule_id for failure in report.failures}


def test_pv_02_it_is_refused_without_a_ground_or_what_we_ask() -> None:
    assert PARTS[3] in missing_parts(note(ground=None))
    with pytest.raises(Invalid):
        render(note(ground=None))
    assert PARTS[2] in missing_parts(note(draft=replace(NOBODY, asks=" ")))


def test_it_says_when_and_that_it_may_be_stopped_but_never_where() -> None:
    words = " ".join(text(render(note())).split())
    assert "torsdag 10. desember 2026 kl. 10.00." in words
    assert "til og med 30. november 2026" in words
    assert "Betaling stanser den helt fram til den gjennomføres" in words
    assert "Prøvegata" not in words


def test_paying_is_said_to_stop_it_on_ground_a_alone() -> None:
    case = a_case(ground=EnforcementGround.TERM_EXPIRED)
    words = text(render(note(case=case)))
    assert "Betaling" not in words
    assert "kan fortsatt stanses" in words


@pytest.mark.parametrize("stage", list(EvictionStage))
@pytest.mark.parametrize("kind", list(LossKind))
def test_every_stage_has_its_words(stage: EvictionStage, kind: LossKind) -> None:
    document = note(case=a_case(stage=stage, kind=kind))
    assert missing_parts(document) == ()
