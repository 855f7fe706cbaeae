"""What the register keeps of the newest status of each dwelling is what its statuses say."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.ids import DwellingId
from app.dwellings.model import DwellingStatus
from app.office import Office
from tests.factories import a_dwelling, registered_dwelling, registered_person

TODAY = date(2026, 11, 23)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("tell", "change", "move", "remove")),
        st.integers(0, 1),
        st.sampled_from((DwellingStatus.READY, DwellingStatus.LET, DwellingStatus.MAINTENANCE)),
        st.integers(-9, 9).map(lambda days: TODAY + timedelta(days=days)),
    ),
    max_size=8,
)
_OF_THE_ROWS = (
    "SELECT id, since, status FROM (SELECT d.id, (SELECT f.since FROM dwelling_status f"
    " WHERE f.dwelling = d.id ORDER BY f.since DESC, f.id DESC LIMIT 1) AS since,"
    " (SELECT f.status FROM dwelling_status f WHERE f.dwelling = d.id"
    " ORDER BY f.since DESC, f.id DESC LIMIT 1) AS status FROM dwelling d)"
    " WHERE since IS NOT NULL ORDER BY id"
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS, ago=st.integers(-10, 10))
def test_those_in_some_statuses_are_told_as_in_the_whole_stock(
    office: Office, acts: list[tuple[str, int, DwellingStatus, date]], ago: int
) -> None:
    serial = len(office.dwellings.rows())
    homes = [
        office.dwellings.register(a_dwelling(street=f"Prøvevegen {serial}", unit_number=unit))
        for unit in ("H0101", "H0102")
    ]
    for act, which, status, since in acts:
        _play(office, act, homes[which], status, since)
    day = TODAY - timedelta(days=ago)
    asked = {DwellingStatus.READY, DwellingStatus.MAINTENANCE}
    whole = tuple(row for row in office.dwellings.rows(day) if row.status in asked)
    found = office.dwellings.standing_in(asked, day)
    assert found == {row.id for row in whole}
    assert office.dwellings.rows_of(found, day) == whole


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS, ago=st.integers(-10, 10))
def test_those_ready_are_those_whose_newest_status_of_a_day_says_so(
    office: Office, acts: list[tuple[str, int, DwellingStatus, date]], ago: int
) -> None:
    serial = len(office.dwellings.rows())
    homes = [
        office.dwellings.register(a_dwelling(street=f"Prøvevegen {serial}", unit_number=unit))
        for unit in ("H0101", "H0102")
    ]
    for act, which, status, since in acts:
        _play(office, act, homes[which], status, since)
    db = office._db
    kept = db.select(
        lambda *row: row, "SELECT id, since, status FROM dwelling_standing ORDER BY id"
    )
    assert kept == db.select(lambda *row: row, _OF_THE_ROWS)
    day = TODAY - timedelta(days=ago)
    told = "SELECT since || status FROM dwelling_status WHERE dwelling = ? AND since <= ?"
    newest = {
        home: db.first(str, f"{told} ORDER BY since DESC, id DESC LIMIT 1", (home, day.isoformat()))
        for home in homes
    }
    wanted = {
        home: date.fromisoformat(found[:10])
        for home, found in newest.items()
        if found is not None and found[10:] == DwellingStatus.READY
    }
    ready = {each.id: each.since for each in office.dwellings.ready(day)}
    assert {home: ready[home] for home in homes if home in ready} == wanted
    for before in (day, *(day - timedelta(days=days) for days in (1, 4, 9))):
        for busy in ((), homes[:1], homes):
            long = {
                home: since for home, since in ready.items() if since <= before and home not in busy
            }
            found = office.dwellings.ready_long(before, busy, day)
            assert (found is None) == (not long)
            if found is not None:
                assert (found.count, found.since) == (len(long), min(long.values()))
                assert found.one in long


def test_where_somebody_has_a_temporary_stay_is_not_long_ready(office: Office) -> None:
    home, person = registered_dwelling(office, status_since=TODAY), registered_person(office)
    later = TODAY + timedelta(days=1)
    with office._db.unit("stay.begun") as unit:
        unit.insert("stay", person=person, began_on=later, dwelling=home)
    found = office.dwellings.ready_long(later, (), TODAY)
    assert found is not None
    assert (found.one, found.count) == (home, 1)
    assert office.dwellings.ready_long(later, (), later) is None


def _play(office: Office, act: str, home: DwellingId, status: DwellingStatus, since: date) -> None:
    of_it = "SELECT max(id) FROM dwelling_status WHERE dwelling = ?"
    row = office._db.first(lambda found: found, of_it, (home,))
    with office._db.unit("dwelling.status_changed", may_be_idle=True) as unit:
        if act == "tell":
            unit.insert("dwelling_status", dwelling=home, since=since, status=status)
        elif row is not None and act == "change":
            unit.update("dwelling_status", int(str(row)), since=since, status=status)
        elif row is not None and act == "move":
            other = office._db.value(int, "SELECT min(id) FROM dwelling")
            unit.update("dwelling_status", int(str(row)), dwelling=other)
        elif row is not None:
            unit.delete("dwelling_status", int(str(row)))
