"""Which of the leases that were taken over something happens to, and their papers."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from app.core.ids import LeaseId
from app.demo.scan import SCAN
from app.demo.stock import NAV, START
from app.demo.story import Steps, Story
from app.demo.takeover import ASKED, ENDING, RENEWED
from app.leases.model import LeaseRow, LeaseState

# By the days their terms end in; every other is one that nothing else happens to
BY_END = {
    "refugee": RENEWED[0],
    "short stay": RENEWED[1],
    "asked to move": ASKED,
    "wants to stay": ENDING[3],
    "told of the end": ENDING[4],
}
OPEN_ENDED = ("gives notice", "protests", "stays on", "left", "left things")
QUIET = ("noisy", "warned", "repairs", "asks for a brother", "sublets", "talked", "moves")
NOT_SCANNED = 3


def steps(story: Story) -> Steps:
    """They are found and their papers scanned in the first days."""
    return [
        (START - 1, partial(_find, story)),
        (START - 3, partial(_scan, story)),
    ]


def _find(story: Story) -> None:
    """By what their terms are, always the same ones of a day."""
    office = story.office
    rows = office.leases.rows()
    for name, days in BY_END.items():
        fixed = (row for row in rows if row.end is not None)
        story.leases[name] = min(fixed, key=partial(_distance, story.today, days)).id
    navs = {row.id for row in office.dwellings.rows() if row.allocator == NAV}
    theirs = [row for row in rows if row.dwelling in navs]
    story.leases.update(zip(OPEN_ENDED, _ids(row for row in rows if row.end is None), strict=False))
    story.leases.update(zip(QUIET, _quiet(theirs, story.today), strict=False))
    named = set(story.leases.values())
    story.rents.extend(lease for lease in _quiet(rows, story.today) if lease not in named)


def _distance(today: date, days: int, row: LeaseRow) -> int:
    return abs(((row.end or date.max) - today).days - days)


def _ids(rows: Iterable[LeaseRow]) -> Iterator[LeaseId]:
    return (row.id for row in sorted(rows, key=lambda row: row.id))


def _quiet(rows: Iterable[LeaseRow], today: date) -> Iterator[LeaseId]:
    """Terms that are far from their end."""
    return _ids(
        row
        for row in rows
        if row.state is LeaseState.RUNNING and row.end and (row.end - today).days > max(ENDING)
    )


def _scan(story: Story) -> None:
    """The signed paper of nearly every lease that was there before; a few were not found."""
    for lease in story.office.signed_copies.missing()[NOT_SCANNED:]:
        story.office.signed_copies.add(lease, SCAN, "application/pdf")
