"""What comes is what will stand: asked for today, and then waited for day by day."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts.agenda.coming import steps
from app.alerts.agenda.model import Step, steps_by_day
from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.alerts.service import Alerts
from app.core.clock import FixedClock
from app.core.ids import ApplicationId, LeaseId, Ref
from app.letters.service import Letters
from app.office import Office
from app.storage.database import Database
from tests.app.alerts.rows import ALease, Slices, an_application
from tests.app.alerts.test_clauses_due import leaving
from tests.app.alerts.test_stays_due import begun

TODAY = date(2026, 11, 23)
UNTIL = date(2026, 12, 31)


def alert(since: date, due: date | None = None, again: date | None = None) -> Alert:
    """One of a lease."""
    return Alert(
        AlertId.LEASE_ENDS,
        Urgency.INFO,
        Ref("lease", 3),
        since,
        due=due,
        why=Reason.LEASE_ENDS,
        act=Act.DECIDE_RENEWAL,
        again=again,
    )


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("since", "due", "told"),
    [
        (TODAY, None, None),
        (TODAY + DAY, None, TODAY + DAY),
        (UNTIL, None, UNTIL),
        (UNTIL + DAY, None, None),
        (TODAY + DAY, UNTIL, UNTIL),
        (TODAY + DAY, UNTIL + DAY, TODAY + DAY),
        (TODAY + 3 * DAY, TODAY + DAY, TODAY + 3 * DAY),
    ],
)
def test_one_that_begins_ahead_is_told_on_its_day(
    since: date, due: date | None, told: date | None
) -> None:
    found = steps((), [alert(since, due)], TODAY, UNTIL)
    assert [each.day for each in found] == ([told] if told else [])


@pytest.mark.parametrize(
    ("again", "told"),
    [(TODAY, False), (TODAY + DAY, True), (UNTIL, True), (UNTIL + DAY, False), (None, False)],
)
def test_one_that_stands_is_told_on_its_next_step(again: date | None, told: bool) -> None:
    stands = alert(TODAY - DAY, date(2027, 6, 1), again)
    found = steps([stands], [stands], TODAY, UNTIL)
    assert found == ((Step(again, stands, next=True),) if told and again else ())


def test_its_own_day_is_not_told_twice() -> None:
    stands = alert(TODAY - DAY, UNTIL, UNTIL)
    after = replace(alert(UNTIL), id=AlertId.LEASE_ENDED)
    assert steps([stands], [after], TODAY, UNTIL) == ()


def test_the_days_are_in_order_and_the_edges_counted() -> None:
    found = [Step(day, alert(day)) for day in (UNTIL, TODAY, UNTIL + DAY)]
    assert list(steps_by_day(found, TODAY, UNTIL)) == [TODAY, UNTIL]


def a_crowd(lot: random.Random) -> Slices:
    """Applications of the last weeks, and leases that end within a year and a half."""
    received = (TODAY - timedelta(days=lot.randrange(40)) for _ in range(12))
    applications = [
        replace(found, row=replace(found.row, id=ApplicationId(at)))
        for at, found in enumerate(map(an_application, received), start=1)
    ]
    leases = [
        ALease(TODAY + timedelta(days=lot.randrange(-60, 500)), LeaseId(at)) for at in range(1, 60)
    ]
    return Slices(tuple(applications), tuple(leases))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_will_stand_by_a_day_is_told_before(
    office: Office, db: Database, clock: FixedClock, seed: int
) -> None:
    slices = a_crowd(random.Random(seed))  # noqa: S311  a story, no secret
    alerts = Alerts(db, office.settings, Letters(db), office.safekeeping, slices, slices)
    told = alerts.coming(TODAY + timedelta(days=40))
    ahead = {(each.alert.case, each.day) for each in told}
    known = {(each.case, each.due) for each in alerts._alone()}
    seen = {each.key for each in alerts._alone()}
    came = 0
    for n in range(1, 41):
        clock.at += DAY
        for each in alerts._alone():
            if each.key in seen or each.case.kind == "office":
                continue
            seen.add(each.key)
            came += 1
            days = {each.since, each.due}
            assert any((each.case, day) in ahead | known for day in days), (n, each)
    assert came > 5


def test_nothing_comes_on_a_day_gone_by(office: Office) -> None:
    assert office.alerts.coming(TODAY) == ()
    assert office.alerts.coming(TODAY - DAY) == ()


def test_al_14_is_told_on_both_its_days_ahead(office: Office, clock: FixedClock) -> None:
    stay = begun(office, children=1)

    def told(until: date) -> list[date]:
        found = office.alerts.coming(until)
        return [each.day for each in found if each.alert.case == Ref("stay", stay)]

    assert told(TODAY + timedelta(days=13)) == []
    assert told(TODAY + timedelta(days=14)) == [TODAY + timedelta(days=14)]
    assert told(date(2027, 2, 28)) == [date(2027, 2, 23)]
    clock.at += timedelta(days=20)
    assert told(date(2027, 2, 28)) == []  # it stands, and that day is its own
    (stands,) = [each for each in office.alerts.today() if each.case == Ref("stay", stay)]
    assert stands.due == date(2027, 2, 23)


def test_al_18_is_told_before_it_stands(office: Office, clock: FixedClock) -> None:
    clock.at -= timedelta(days=10)
    application = leaving(office)
    (found,) = [each for each in office.alerts.coming(TODAY) if each.alert.id == "AL-18"]
    assert (found.alert.case, found.day) == (Ref("application", application), TODAY)
