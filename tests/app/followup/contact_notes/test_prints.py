"""«Logg over kontakt»: whole, plain and archival, and not the same for person and health."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.core.errors import OfficeError
from app.core.ids import PersonId, Ref
from app.core.text import Language
from app.documents.model import Document, Size
from app.documents.parts import missing_parts, texts_of
from app.documents.readability import lix, longest_sentence
from app.documents.render import render
from app.documents.texts import load_text
from app.followup.contact_notes import rules
from app.followup.contact_notes.model import (
    ContactChannel,
    ContactNote,
    ContactNoteDraft,
    ContactOutcome,
    LogReceiver,
    NoteTold,
)
from app.followup.contact_notes.prints import PARTS, ContactLog, contact_log
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from app.people.model import AddressProtection
from tests.app.decisions.desk import a_grant
from tests.app.decisions.letters import ISSUED, a_letter
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
KARI = PersonId(1)


def told(words: str, outcome: ContactOutcome = ContactOutcome.REACHED, **more: object) -> NoteTold:
    """A call today."""
    return NoteTold(TODAY, "Siri Testmo", TODAY, ContactChannel.PHONE, outcome, words, **more)  # type: ignore[arg-type]  # its own fields


NOTES = (
    ContactNote(1, KARI, (told("", ContactOutcome.NOT_REACHED, follow_up_on=TODAY),), TODAY),
    ContactNote(2, KARI, (told("Vil flytte."), told("Vil bli boende."))),
    ContactNote(3, KARI, (told("Søkte om stønad.", nav_only=True),)),
)


def log_of(
    receiver: LogReceiver = LogReceiver.PERSON,
    language: Language = Language.NB,
    notes: tuple[ContactNote, ...] = NOTES,
    **changes: object,
) -> Document:
    sender = a_letter(a_grant(), language).sender
    log = ContactLog(
        sender=sender,
        number="B-2026-15",
        name="Kari Kanarifugl",
        born=date(1985, 8, 15),
        receiver=receiver,
        notes=rules.shown_to(receiver, notes),
        consent_since=date(2026, 11, 2),
    )
    text = load_text("contact_log", language.value, ISSUED.date())
    return contact_log(replace(log, **changes), text)  # type: ignore[arg-type]  # its own fields


def said(document: Document) -> str:
    return " ".join(texts_of(document.blocks))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("receiver", LogReceiver)
@pytest.mark.parametrize("notes", [NOTES, ()], ids=["notes", "none"])
def test_the_log_is_archival_and_accessible(
    language: Language, receiver: LogReceiver, notes: tuple[ContactNote, ...]
) -> None:
    for size in Size:
        data = render(log_of(receiver, language, notes, size=size))
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(data, profile=profile)
            assert report.is_compliant, {failure.rule_id for failure in report.failures}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("receiver", LogReceiver)
def test_the_log_is_plain(language: Language, receiver: LogReceiver) -> None:
    document = log_of(receiver, language)
    assert lix(said(document)) <= 40
    assert longest_sentence(said(document)) <= 25


def test_pv_04_the_person_reads_all_of_it_the_old_words_too() -> None:
    words = said(log_of())
    for wanted in ("Vi fikk ikke kontakt.", "Vil bli boende.", "Vil flytte.", "Søkte om stønad."):
        assert wanted in words
    assert "Siri Testmo" in words
    assert "artikkel 16" in words


def test_a3_navs_own_notes_never_stand_in_the_copy_for_health() -> None:
    words = said(log_of(LogReceiver.HEALTH))
    assert "Søkte om stønad." not in words
    assert "Vil bli boende." in words


def test_what_was_wrong_is_told_to_nobody_but_the_person() -> None:
    assert "Vil flytte." not in said(log_of(LogReceiver.HEALTH))


def test_p6_the_copy_for_health_says_the_consent_it_rests_on() -> None:
    assert "02.11.2026" in said(log_of(LogReceiver.HEALTH))
    lacks = missing_parts(log_of(LogReceiver.HEALTH, consent_since=None))
    assert "A3 det som ikke er med" in lacks


@pytest.mark.parametrize("receiver", LogReceiver)
def test_a_log_without_its_parts_is_refused(receiver: LogReceiver) -> None:
    whole = log_of(receiver)
    assert missing_parts(whole) == ()
    assert set(missing_parts(replace(whole, blocks=()))) == set(PARTS[receiver])


# through the office


@pytest.fixture
def kari(office: Office) -> PersonId:
    person = registered_person(office)
    office.contact_notes.add(
        person,
        ContactNoteDraft(
            TODAY, ContactChannel.SMS, ContactOutcome.LEFT_MESSAGE, "Minnet om møtet."
        ),
    )
    return person


def test_the_log_is_made_and_kept_as_a_letter_to_send(office: Office, kari: PersonId) -> None:
    office.contact_logs.issue(kari, LogReceiver.PERSON)
    kinds = [each.kind for each in office.letters.of(Ref("person", kari))]
    assert kinds == [DocumentKind.CONTACT_LOG]
    assert office.history.undoable() is None


def test_p6_health_gets_none_without_consent(office: Office, kari: PersonId) -> None:
    with pytest.raises(OfficeError, match="contact_log_without_consent"):
        office.contact_logs.preview(kari, LogReceiver.HEALTH)
    consent = Consent(person=kari, scope=ConsentScope.TALK_WITH_HEALTH, since=TODAY)
    office.consents.add(consent)
    assert "Minnet om møtet." in said(office.contact_logs.preview(kari, LogReceiver.HEALTH))


def test_adr_02_strengt_fortrolig_is_on_paper_alone(office: Office, kari: PersonId) -> None:
    office.people.shield(kari, "folkeregisteret", "mappe 7")
    assert isinstance(office.contact_logs.issue(kari, LogReceiver.PERSON), OnPaper)
    (row,) = office.letters.of(Ref("person", kari))
    assert not row.kept


def test_adr_03_a_preview_hides_a_confidential_address(office: Office, kari: PersonId) -> None:
    office.people.protect(kari, AddressProtection.CONFIDENTIAL, "folkeregisteret")
    assert office.contact_logs.preview(kari, LogReceiver.PERSON).recipient == ()
