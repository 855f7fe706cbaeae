"""Letters about a new rent for the tests of prints: both kinds, both languages."""

from dataclasses import replace
from datetime import date

from app.core.money import kroner
from app.core.periods import Period, Unit
from app.core.text import Language
from app.decisions.model import LetterFrom
from app.documents.model import Document
from app.documents.texts import load_text
from app.leases.rents.model import IndexLink, IndexStep, IndexValue, RentChangeKind, RentLetter
from app.leases.rents.prints import rent_letter
from tests.app.decisions.letters import ISSUED
from tests.factories import a_profile

WINDOW = ("Kari Kanarifugl", "Testbakken 12", "2211 LIA")
STEP = IndexStep(
    IndexValue(date(2025, 6, 1), "2015", 1402), IndexValue(date(2026, 10, 1), "2015", 1446)
)
LINKED = IndexStep(
    IndexValue(date(2025, 6, 1), "2015", 1402),
    IndexValue(date(2026, 10, 1), "2025", 1031),
    IndexLink("2025", "2015", 1_402_000, "SSB"),
)
REFERENCE = (
    "Ti kommunale og private leier for boliger med to soverom i Lia, avtalt i 2025 og 2026. De"
    " ligger mellom 8 700 og 9 400 kroner i måneden."
)


def a_letter(
    kind: RentChangeKind, language: Language = Language.NB, **changes: object
) -> RentLetter:
    """A letter that says all it must."""
    by_index = kind is RentChangeKind.INDEX
    letter = RentLetter(
        kind=kind,
        number="B-2026-14",
        lease_number="L2026-001",
        dwelling="Ødegårdsvegen 4, H0201",
        sender=LetterFrom(a_profile(), "Siri Testmo", "boligkonsulent", WINDOW, ISSUED, language),
        old=kroner(8200),
        new=kroner(8457 if by_index else 9000),
        effective_on=date(2027, 1, 1) if by_index else date(2027, 6, 1),
        since=date(2025, 7, 1),
        step=STEP if by_index else None,
        reference="" if by_index else REFERENCE,
        notice=Period(1 if by_index else 6, Unit.MONTHS),
        copies=(),
    )
    return replace(letter, **changes)  # type: ignore[arg-type]  # the letter's own fields


def printed(letter: RentLetter) -> Document:
    """The document, with the text of its day."""
    name = "rent_index" if letter.kind is RentChangeKind.INDEX else "rent_prevailing"
    day = letter.sender.issued.date()
    return rent_letter(letter, load_text(name, letter.sender.language.value, day))
