"""I dag: what needs a person, and what is put off."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.alerts.model import Alert, AlertId, Reason
from app.alerts.service import Alerts
from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound
from app.core.parameters import Parameters
from app.letters.model import Channel
from app.letters.service import Letters
from app.office import Office
from app.storage.database import Database
from tests.app.alerts.rows import ALease, Slices, an_application
from tests.app.letters.documents import issued_letter
from tests.factories import a_dwelling, a_person


@pytest.fixture
def slices() -> Slices:
    """One application from 26 October, and one lease that ended on 30 September."""
    return Slices((an_application(date(2026, 10, 26)),), (ALease(date(2026, 9, 30)),))


@pytest.fixture
def alerts(office: Office, db: Database, slices: Slices, tmp_path: Path) -> Alerts:
    """The slice, with a copy made outside just now."""
    outside = tmp_path / "minnepinne"
    outside.mkdir()
    office.safekeeping.set_outside(str(outside))
    office.back_up()
    return Alerts(db, office.settings, Letters(db), office.safekeeping, slices, slices)


def ids(alerts: Alerts) -> list[AlertId]:
    """What stands under I dag."""
    return [alert.id for alert in alerts.today()]


def test_i_dag_gathers_every_source(alerts: Alerts, db: Database, clock: FixedClock) -> None:
    issued_letter(db)
    assert ids(alerts) == [AlertId.UNANSWERED, AlertId.LEASE_ENDED]
    clock.at += timedelta(days=8)
    assert set(ids(alerts)) == {
        AlertId.UNANSWERED,
        AlertId.LEASE_ENDED,
        AlertId.UNSENT,
        AlertId.BACKUP_LATE,
        AlertId.RULES_DUE,
    }


def test_a_letter_that_is_sent_leaves_i_dag(
    alerts: Alerts, db: Database, clock: FixedClock
) -> None:
    document = issued_letter(db)
    clock.at += timedelta(days=2)
    assert AlertId.UNSENT in ids(alerts)
    Letters(db).sent(document, clock.today(), Channel.LETTER, "postlagt")
    assert AlertId.UNSENT not in ids(alerts)


def test_a_machine_without_a_place_outside_says_so(
    office: Office, db: Database, slices: Slices
) -> None:
    fresh = Alerts(db, office.settings, Letters(db), office.safekeeping, slices, slices)
    assert Reason.NO_PLACE_OUTSIDE in [alert.why for alert in fresh.today()]


def test_what_is_put_off_stands_under_utsatt_and_comes_back_by_itself(
    alerts: Alerts, clock: FixedClock
) -> None:
    lease = alerts.today()[1]
    alerts.snooze(lease, date(2026, 11, 25), " venter på leder ")
    assert ids(alerts) == [AlertId.UNANSWERED]
    (snoozed,) = alerts.snoozed()
    assert (snoozed.alert, snoozed.until, snoozed.reason) == (
        lease,
        date(2026, 11, 25),
        "venter på leder",
    )
    clock.at += timedelta(days=2)
    assert AlertId.LEASE_ENDED in ids(alerts)
    assert alerts.snoozed() == ()


def test_putting_off_again_moves_the_day(alerts: Alerts) -> None:
    lease = alerts.today()[1]
    alerts.snooze(lease, date(2026, 11, 25), "venter på leder")
    alerts.snooze(lease, date(2026, 11, 27), "leder er syk")
    assert [(each.until, each.reason) for each in alerts.snoozed()] == [
        (date(2026, 11, 27), "leder er syk")
    ]


def test_what_is_put_off_can_be_shown_again_at_once_and_that_undone(
    alerts: Alerts, office: Office
) -> None:
    lease = alerts.today()[1]
    alerts.snooze(lease, date(2026, 11, 25), "venter på leder")
    alerts.wake(lease)
    assert AlertId.LEASE_ENDED in ids(alerts)
    office.history.undo()
    assert AlertId.LEASE_ENDED not in ids(alerts)
    alerts.wake(lease)
    with pytest.raises(NotFound) as caught:
        alerts.wake(lease)
    assert caught.value.code == "alert_not_snoozed"


def test_it_is_not_put_off_past_its_last_day(alerts: Alerts) -> None:
    application = alerts.today()[0]
    with pytest.raises(Invalid) as caught:
        alerts.snooze(application, date(2026, 12, 24), "jul")
    assert caught.value.problems[0].remedy == date(2026, 11, 26)


def test_what_is_done_while_put_off_is_gone_from_utsatt(
    alerts: Alerts, office: Office, db: Database, slices: Slices
) -> None:
    alerts.snooze(alerts.today()[1], date(2026, 11, 25), "venter på leder")
    slices.leases = ()  # not in the register, so asked anew
    anew = Alerts(db, office.settings, Letters(db), office.safekeeping, slices, slices)
    assert anew.snoozed() == ()


class Reader:
    """A source that reads one table and counts how often it is asked."""

    def __init__(self, db: Database, sql: str) -> None:
        self._db, self._sql = db, sql
        self.asked = 0

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        del parameters, today
        self._db.column(self._sql)
        self.asked += 1
        return ()


def test_only_a_source_that_read_what_has_changed_is_asked_again(
    office: Office, alerts: Alerts, db: Database, clock: FixedClock
) -> None:
    people, homes = Reader(db, "SELECT id FROM person"), Reader(db, "SELECT id FROM dwelling")
    alerts.know(people)
    alerts.know(homes)
    alerts.today()
    office.dwellings.register(a_dwelling())
    alerts.today()
    assert (people.asked, homes.asked) == (1, 2)
    office.people.register(a_person())
    alerts.today()
    assert (people.asked, homes.asked) == (2, 2)
    clock.at += timedelta(days=1)
    alerts.today()
    assert (people.asked, homes.asked) == (3, 3)
