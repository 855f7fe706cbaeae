"""Letters for the tests of prints: everything filled, in both languages."""

from dataclasses import replace
from datetime import date, datetime

from app.core.ids import ApplicationId, OfficerId, VedtakId
from app.core.periods import Period, Unit
from app.core.text import Language
from app.decisions.model import LetterFrom, Vedtak, VedtakDraft, VedtakLetter, VedtakState
from app.decisions.prints import text_name, vedtak_letter
from app.documents.model import Document
from app.documents.texts import load_text
from tests.factories import a_profile

ISSUED = datetime.fromisoformat("2026-11-23T10:00:00+01:00")


def a_letter(
    draft: VedtakDraft, language: Language = Language.NB, *, as_draft: bool = False
) -> VedtakLetter:
    """The letter with a vedtak, all facts known."""
    vedtak = Vedtak(
        id=VedtakId(1),
        number="V2026-001",
        application=ApplicationId(1),
        draft=draft,
        state=VedtakState.DRAFT,
        issued_on=None,
        officer=OfficerId(1),
        drafted_on=date(2026, 11, 23),
    )
    sender = LetterFrom(
        office=a_profile(),
        officer_name="Siri Testmo",
        officer_title="boligkonsulent",
        recipient=("Kari Kanarifugl", "Testbakken 12", "2211 LIA"),
        issued=ISSUED,
        language=language,
        draft=as_draft,
    )
    return VedtakLetter(
        vedtak=vedtak,
        sender=sender,
        received_on=date(2026, 11, 2),
        household=3,
        appeal_period=Period(3, Unit.WEEKS),
        arrival=date(2026, 11, 26),
        last_day=date(2026, 12, 17),
        signed_appeal=True,
    )


def printed(letter: VedtakLetter) -> Document:
    """The document of a letter, with the texts of its day."""
    name = text_name(letter.vedtak.draft)
    day = letter.sender.issued.date()
    text = load_text(name, letter.sender.language.value, day)
    return vedtak_letter(letter, text, load_text("appeal", letter.sender.language.value, day))


def without_officer(letter: VedtakLetter) -> VedtakLetter:
    """The same with nobody to answer for it."""
    return replace(letter, sender=replace(letter.sender, officer_name=""))
