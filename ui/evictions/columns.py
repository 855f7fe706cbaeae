"""What the list of cases shows."""

from datetime import date

from app.evictions.advice.model import CaseRow, EvictionSet
from app.evictions.model import LossKind
from app.people.model import AddressProtection
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.columns import Align, Column
from ui.labels import dash, day, named, title_word, until, word

SAVED = (EvictionSet.OPEN, EvictionSet.CHILDREN, EvictionSet.SOON, EvictionSet.FORCED_SALE)
"""Those that stand under the page in the sidebar."""


def home_text(row: CaseRow) -> str:
    """Where the home is, or why it is not told."""
    case = row.case
    if case.protection is not AddressProtection.NONE:
        return "Adressen er skjermet"
    return case.home or case.landlord


def nearest(row: CaseRow) -> date | None:
    """The next day that counts: the comments, or the day it is carried out if that is sooner."""
    case = row.case
    if not case.threatened:
        return None
    comment = case.comment_until if row.comment_left is not None else None
    return min((each for each in (case.eviction_on, comment) if each), default=None)


def nearest_words(row: CaseRow) -> str:
    """What happens that day."""
    found = nearest(row)
    if found is None:
        return ""
    if found != row.case.eviction_on:
        return "uttalefrist"
    return "utflytting" if row.case.kind is LossKind.FORCED_SALE else "utkastelse"


def days_tone(row: CaseRow) -> Tone | None:
    """The last two weeks are red, as is a day that has passed."""
    if not row.case.threatened or row.left is None:
        return None
    return Tone.RED if row.left <= 14 else None


def stage_text(row: CaseRow) -> str:
    """Where it stands; a closed one says how it ended."""
    case = row.case
    if not case.open and case.outcome is not None:
        return title_word(case.outcome)
    return title_word(case.step)


def step_text(row: CaseRow) -> str:
    """The best next step."""
    return title_word(row.step.step) if row.step else ""


def stage_chip(row: CaseRow) -> Chip | None:
    """Red while the home is at stake; how it ended has a chip of its own."""
    case = row.case
    if case.threatened:
        kind = ChipKind.URGENT if row.left is not None else ChipKind.SOON
    elif case.open:
        kind = ChipKind.INFO
    else:
        kind = ChipKind.OK if case.outcome and case.outcome.home_kept else ChipKind.NO
    return Chip(kind, stage_text(row))


_CASE: tuple[Column[CaseRow], ...] = (
    Column(
        "what",
        "Hva skjer da",
        lambda row: dash(nearest_words(row)) if row.case.threatened else "",
        width=110,
        spare=5,
    ),
    Column("stage", "Hvor saken står", stage_text, chip=stage_chip, fit=True, width=170, spare=3),
    Column(
        "step",
        "Neste steg",
        lambda row: dash(step_text(row)),
        value=step_text,
        fit=True,
        width=200,
        spare=4,
    ),
    Column("number", "Sak", lambda row: row.case.number, fit=True, width=104, spare=2),
    Column(
        "sender",
        "Meldt av",
        lambda row: title_word(row.case.sender) if row.case.sender else "",
        hidden=True,
        width=110,
    ),
    Column("kind", "Gjelder", lambda row: word(row.case.kind), hidden=True, width=110),
)


def columns(today: date) -> list[Column[CaseRow]]:
    """In order; the case number can be left out where there is little room."""
    return [
        Column(
            "name",
            "Navn",
            lambda row: named(row.case.name),
            second=home_text,
            value=lambda row: named(row.case.name),
            strong=True,
            stretch=True,
            width=180,
        ),
        Column(
            "children",
            "Barn",
            lambda row: str(row.count) if row.count else "",
            sort=lambda row: -row.count,
            align=Align.RIGHT,
            width=64,
        ),
        Column(
            "day",
            "Neste dato",
            lambda row: day(nearest(row)) if row.case.threatened else "",
            second=lambda row: until(today, found) if (found := nearest(row)) else "",
            sort=lambda row: found.toordinal() if (found := nearest(row)) else None,
            tone=days_tone,
            align=Align.RIGHT,
            width=118,
        ),
        *_CASE,
    ]
