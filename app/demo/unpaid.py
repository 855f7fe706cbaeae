"""Rent that is not paid: what was claimed and paid over some months, and who owes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from app.arrears.billers.service import MUNICIPALITY
from app.arrears.model import RentChargeKind
from app.core.ids import LeaseId
from app.core.rent_months import first_day, month_after, month_of
from app.demo.living import RENTS
from app.demo.stock import START
from app.demo.story import Steps, Story
from app.overview.at_risk.model import RiskReason

AT_RISK = 49
"""As many as were about to lose their home in January 2012 (SD-08)."""
TAKEN_IN = START - 4
"""How many days ago the biller's first list was taken in."""
OWING = {
    "agreed": (5, 2),
    "broken": (3, 3),
    "paused": (2, 2),
    "disputed": (1, 2),
    "deposited": (1, 2),
    "noticed": (2, 3),
    "petitioned": (1, 4),
    "told": (4, 3),
    "put out": (1, 4),
    "averted": (2, 2),
    "long": (34, 2),
    "new": (14, 0),
}
"""How many there are of each, and for how many months before the first list they had not paid."""


@dataclass(slots=True)
class Owing:
    """Who owes, by what becomes of them; each is one lease."""

    leases: dict[str, list[LeaseId]] = field(default_factory=dict)

    def of(self, name: str) -> list[LeaseId]:
        """Those of a kind."""
        return self.leases[name]

    def everyone(self) -> frozenset[LeaseId]:
        """All who do not pay as the rest."""
        return frozenset(lease for each in self.leases.values() for lease in each)


def steps(story: Story, owing: Owing) -> Steps:
    """The first list, then each month's rent, what came in, and the last payments."""
    return [
        (TAKEN_IN, partial(_find, story, owing)),
        (TAKEN_IN, partial(_first_list, story, owing)),
        *_months(story, owing),
        (0, partial(_some_pay, story, owing)),
    ]


def _find(story: Story, owing: Owing) -> None:
    """From those nothing else happens to, those with children spread among them."""
    rows = {row.id: row for row in story.office.leases.rows()}
    quiet = [lease for lease in story.rents[RENTS:] if rows[lease].rent]
    rest = iter(quiet)
    for name, (count, _months_before) in OWING.items():
        owing.leases[name] = [next(rest) for _ in range(count)]


def _first_list(story: Story, owing: Owing) -> None:
    """The open claims of the months before, as the biller's list had them."""
    office, month = story.office, month_of(story.now)
    with office.unit("sheet.taken_in") as unit:
        for name, (_count, before) in OWING.items():
            for lease in owing.of(name):
                rent = office.arrears.tenancy(lease).rent
                for each in _before(month, before):
                    if rent is not None:
                        office.arrears.charge(
                            unit,
                            lease,
                            RentChargeKind.RENT,
                            first_day(each),
                            rent,
                            biller=MUNICIPALITY,
                            month=each,
                        )
        unit.subject = None


def _before(month: str, count: int) -> Iterator[str]:
    """So many months before one, the oldest first."""
    first = first_day(month)
    for back in range(count, 0, -1):
        yield month_of(_months_back(first, back))


def _months_back(day: date, count: int) -> date:
    for _ in range(count):
        day = (day - timedelta(days=1)).replace(day=1)
    return day


def _months(story: Story, owing: Owing) -> Steps:
    """Entered on its first day, and paid by nearly all the day after it was due."""
    made: Steps = []
    month = month_of(story.day(TAKEN_IN))
    while first_day(month) <= story.today:
        ago = min((story.today - first_day(month)).days, TAKEN_IN)
        made.append((ago, partial(_enter, story, month)))
        if ago > 0:
            made.append((max(ago - 2, 0), partial(_paid, story, owing, month)))
        month = month_after(month)
    return made


def _enter(story: Story, month: str) -> None:
    story.office.month_rents.enter(month)


def _paid(story: Story, owing: Owing, month: str) -> None:
    """Everyone but those who owe; those who miss their first rent miss the newest."""
    newest = month_of(story.today - timedelta(days=3))
    late = owing.everyone() if month == newest else owing.everyone() - frozenset(owing.of("new"))
    _pay(story, [lease for lease in story.office.arrears.accounts() if lease not in late], month)


def _pay(story: Story, leases: list[LeaseId], month: str = "") -> None:
    """What is claimed for a month, or all of it, has come in."""
    office = story.office
    with office.unit("sheet.taken_in") as unit:
        for lease in leases:
            for each in office.arrears.owed(lease).charges:
                if not month or each.charge.month == month:
                    office.arrears.payment(
                        unit,
                        lease,
                        story.now,
                        each.left,
                        biller=MUNICIPALITY,
                        covers=each.charge.id,
                    )
        unit.subject = None


def _some_pay(story: Story, owing: Owing) -> None:
    """So many have paid all they owed that as many as in 2012 are left."""
    rows, long = story.office.at_risk.rows(), set(owing.of("long"))
    alone = [
        LeaseId(row.first.about.id)
        for row in rows
        if len(row.risks) == 1 and row.first.why is RiskReason.LONG_ARREARS
    ]
    surplus = len(rows) - AT_RISK
    paying = [lease for lease in alone if lease in long][:surplus] if surplus > 0 else []
    if paying:
        _pay(story, paying)
