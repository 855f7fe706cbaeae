"""Letters about the end of a term, everything filled, in both languages."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.texts import load_text
from app.leases.expiry.model import ReviewKind, ReviewSheet, TermLetter, TermLetterDraft
from app.leases.expiry.prints import expiry_note, move_out_request
from app.leases.expiry.review_prints import review_sheet
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

END = date(2026, 11, 30)
WINDOW = ("Kari Kanarifugl", "Ødegårdsvegen 4", "2211 LIA")


def a_sender(language: Language, recipient: tuple[str, ...] = WINDOW) -> LetterFrom:
    """Siri, today."""
    return LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", recipient, ISSUED, language)


def a_letter(language: Language, **changes: object) -> TermLetter:
    """What both letters are made of."""
    letter = TermLetter(
        sender=a_sender(language),
        number="B-2026-15",
        lease_number="L2023-014",
        home="Ødegårdsvegen 4, H0201",
        end=END,
        draft=TermLetterDraft(date(2026, 12, 30), "Vi kommer på befaring fredag 18. desember."),
        copies=("Nils Verge",),
    )
    return replace(letter, **changes)  # type: ignore[arg-type]  # the letter's own fields


def request(language: Language = Language.NB, **changes: object) -> Document:
    """The request to move."""
    letter = a_letter(language, **changes)
    return move_out_request(letter, load_text("move_out_request", language.value, ISSUED.date()))


def note(language: Language = Language.NB, **changes: object) -> Document:
    """The letter before the end."""
    ahead = TermLetterDraft(date(2026, 8, 28))
    letter = a_letter(language, **({"draft": ahead} | changes))
    return expiry_note(letter, load_text("expiry_note", language.value, ISSUED.date()))


def sheet(kind: ReviewKind, language: Language = Language.NB) -> Document:
    """The sheet for a talk."""
    made = ReviewSheet(
        sender=a_sender(language, ()),
        kind=kind,
        lease_number="L2023-014",
        tenant_name="Kari Kanarifugl",
        home="Ødegårdsvegen 4, H0201",
        start=END - timedelta(days=1094),
        end=END,
    )
    return review_sheet(made, load_text("term_review", language.value, ISSUED.date()))
