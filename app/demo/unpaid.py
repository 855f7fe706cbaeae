"""Rent that is not paid: what was claimed and paid over some months, and who owes."""

from collections.abc import Collection, Iterator
from dataclasses import field
from datetime import date, timedelta
from functools import partial

from app.arrears.billers.service import MUNICIPALITY
from app.arrears.model import RentChargeKind
from app.core.ids import LeaseId, PersonId
from app.core.money import Ore
from app.core.records import dataclass
from app.core.rent_months import first_day, month_after, month_of
from app.demo import followup_people
from app.demo.living import RENTS
from app.demo.stock import START
from app.demo.story import Steps, Story, moment
from app.leases.model import LeaseRow
from app.overview.at_risk.model import RiskReason

AT_RISK = 49
"""As many as were about to lose their home in January 2012 (SD-08)."""
TAKEN_IN = START - 4
"""How many days ago the biller's first list was taken in."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How many owe so, and for how many months before the first list, in turn.

    `since` is for how many months they have paid the rent again.
    """

    count: int
    months: tuple[int, ...]
    since: int = 0


OWING = {
    "company": Kind(2, (1,)),
    "old": Kind(1, (3,), since=14),
    "agreed": Kind(5, (2, 1, 3)),
    "broken": Kind(2, (3,)),
    "paused": Kind(2, (2, 1)),
    "disputed": Kind(1, (2,)),
    "deposited": Kind(1, (2,)),
    "noticed": Kind(3, (3, 2)),
    "petitioned": Kind(1, (4,)),
    "told": Kind(3, (3, 2, 4)),
    "put out": Kind(1, (4,)),
    "averted": Kind(2, (2,)),
    "some": Kind(2, (2, 1)),
    "long": Kind(30, (2, 1, 3, 1, 2, 5, 1, 0, 4)),
    "new": Kind(12, (0,)),
}
FAMILIES = 4
"""Among so many of each there is one with children."""
UNTOUCHED = 9
"""The place of the last who owes for long that something is done about."""
PART = 4
"""Of so many who owe for long, one has paid half of the oldest month."""


@dataclass(slots=True)
class Owing:
    """Who owes, by what becomes of them; each is one lease. `billed` are the owner's own."""

    leases: dict[str, list[LeaseId]] = field(default_factory=dict)
    billed: list[LeaseId] = field(default_factory=list)

    def of(self, name: str) -> list[LeaseId]:
        """Those of a kind."""
        return self.leases[name]

    def everyone(self) -> frozenset[LeaseId]:
        """All who do not pay as the rest."""
        return frozenset(
            lease for name, each in self.leases.items() if not OWING[name].since for lease in each
        )


def steps(story: Story, owing: Owing) -> Steps:
    """The first list, then each month's rent, what came in, and the last payments."""
    return [
        (TAKEN_IN, partial(_find, story, owing)),
        (TAKEN_IN, partial(_first_list, story, owing)),
        *_months(story, owing),
        (0, partial(_some_pay, story, owing)),
    ]


def _find(story: Story, owing: Owing) -> None:
    """From those nothing else happens to and who have lived there long enough."""
    office, month = story.office, month_of(story.now)
    rows = {row.id: row for row in office.leases.rows()}
    by_owner, parents = office.billers.by_owner(), office.people.children().keys()
    theirs = [row for row in rows.values() if row.dwelling in by_owner and row.state.lived_in]
    owing.billed = [row.id for row in theirs if row.rent]
    visited = followup_people.tenants(office)
    quiet = [rows[lease] for lease in story.rents[RENTS:] if rows[lease].rent]
    ours = [row for row in quiet if row.dwelling not in by_owner]
    companys = [row for row in quiet if row.dwelling in by_owner]
    alone = [row for row in ours if row.tenant not in visited]
    taken: set[LeaseId] = set()
    for name, kind in OWING.items():
        # whoever has had a notice is met because of it, or not at all
        among = {"company": companys, "noticed": alone}.get(name, ours)
        owing.leases[name] = []
        for at in range(kind.count):
            since = first_day(_oldest(month, kind, at))
            free = [row for row in among if row.id not in taken]
            chosen = _next(free, since, parents, at % FAMILIES == 1).id
            taken.add(chosen)
            owing.leases[name].append(chosen)


def _oldest(month: str, kind: Kind, at: int) -> str:
    return next(months_before(month, kind, at), month)


def _next(
    free: list[LeaseRow], since: date, parents: Collection[PersonId], child: bool
) -> LeaseRow:
    """The first that lived there by then, with children or without as far as there are any."""
    fits = [row for row in free if row.start is not None and row.start <= since]
    return next((row for row in fits if (row.tenant in parents) is child), fits[0])


def months_before(month: str, kind: Kind, at: int) -> Iterator[str]:
    """The months one of a kind had not paid when the first list came, the oldest first."""
    first = first_day(month)
    for back in range(kind.months[at % len(kind.months)], 0, -1):
        yield month_of(_months_back(first, back + kind.since))


def _months_back(day: date, count: int) -> date:
    for _ in range(count):
        day = (day - timedelta(days=1)).replace(day=1)
    return day


def _first_list(story: Story, owing: Owing) -> None:
    """The open claims of the months before, as the old list had them, and what came in."""
    office, month = story.office, month_of(story.now)
    with office.unit("sheet.taken_in") as unit:
        for name, kind in OWING.items():
            for at, lease in enumerate(owing.of(name)):
                rent = office.arrears.tenancy(lease).rent
                if rent is None or name == "company":
                    continue
                for place, each in enumerate(months_before(month, kind, at)):
                    due = first_day(each)
                    claim = office.arrears.charge(
                        unit,
                        lease,
                        RentChargeKind.RENT,
                        due,
                        rent,
                        biller=MUNICIPALITY,
                        month=each,
                    )
                    if name == "some" or (name == "long" and not place and at % PART == 2):
                        office.arrears.payment(
                            unit,
                            lease,
                            due + timedelta(days=6 + 5 * place),
                            _half(rent),
                            biller=MUNICIPALITY,
                            covers=claim,
                        )
        unit.subject = None


def _half(rent: Ore) -> Ore:
    """In whole hundreds of kroner."""
    return Ore(rent // 2 // 10_000 * 10_000)


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
    late |= {*owing.billed, story.leases["left"]}
    _pay(story, [lease for lease in story.office.arrears.accounts() if lease not in late], month)
    _pay(story, owing.of("some"), month, half=True)


def _pay(story: Story, leases: list[LeaseId], month: str = "", *, half: bool = False) -> None:
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
                        _half(each.left) if half else each.left,
                        biller=each.charge.biller,
                        covers=each.charge.id,
                    )
        unit.subject = None


def _some_pay(story: Story, owing: Owing) -> None:
    """So many have paid all they owed that as many as in 2012 are left."""
    story.clock.at = moment(story.today)
    rows = story.office.at_risk.rows()
    alone = {
        LeaseId(row.first.about.id): bool(row.ages)
        for row in rows
        if len(row.risks) == 1 and row.first.why is RiskReason.LONG_ARREARS
    }
    untouched = [lease for lease in owing.of("long")[:UNTOUCHED:-1] if lease in alone]
    surplus = len(rows) - AT_RISK
    if surplus > 0:
        _pay(story, sorted(untouched, key=alone.__getitem__)[:surplus])
