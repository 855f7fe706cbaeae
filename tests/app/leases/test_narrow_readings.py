"""What I dag reads of leases, out of few columns, is what the whole rows say."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.ids import DwellingId, LeaseId, PersonId
from app.leases.aftermath.condition.store import undecided
from app.leases.model import LeaseKind, LeaseState
from app.leases.rents.judging import LISTED
from app.leases.rents.round_store import fixed_before
from app.office import Office
from app.people.model import AddressProtection
from app.storage.unit import Unit
from tests.factories import a_dwelling, a_person

TODAY = date(2026, 11, 23)
DAYS = st.integers(-900, 60).map(lambda days: TODAY + timedelta(days=days))
ENDINGS = st.lists(
    st.tuples(st.integers(0, 200), st.none() | st.integers(-100, 60), st.booleans()), max_size=2
)
LEASES = st.lists(
    st.fixed_dictionaries(
        {
            "tenant": st.integers(0, 1),
            "dwelling": st.integers(0, 1),
            "kind": st.sampled_from(("ordinary", "refugee", "staff")),
            "start": DAYS,
            "days": st.none() | st.integers(20, 1500),
            "signed": st.none() | st.integers(-20, 20),
            "cancelled": st.booleans(),
            "endings": ENDINGS,
            "keys": st.none() | st.integers(-5, 40),
            "judged": st.booleans(),
        }
    ),
    min_size=1,
    max_size=3,
)
Row = dict[str, object]


def _put(unit: Unit, serial: int, row: Row, tenant: PersonId, dwelling: DwellingId) -> None:
    start, days, signed = row["start"], row["days"], row["signed"]
    assert isinstance(start, date)
    lease = unit.insert(
        "lease",
        number=f"L-{serial}",
        kind=str(row["kind"]),
        tenant=tenant,
        dwelling=dwelling,
        start_on=start,
        end_on=start + timedelta(days=days) if isinstance(days, int) else None,
        rent=700_000,
        search_text="",
    )
    drafted = min(start, TODAY) - timedelta(days=30)
    states: list[tuple[date, LeaseState]] = [(drafted, LeaseState.TO_SIGN)]
    if isinstance(signed, int):
        states.append((start + timedelta(days=signed), LeaseState.SIGNED))
    elif row["cancelled"]:
        states.append((drafted, LeaseState.CANCELLED))
    for since, state in states:
        unit.insert("lease_state", lease=lease, since=since, state=state)
    if isinstance(signed, int):
        _end(unit, lease, row)


def _end(unit: Unit, lease: int, row: Row) -> None:
    """Told of on days that have been, oldest first; handed back only when it stands as ended."""
    endings, keys, last = row["endings"], row["keys"], None
    assert isinstance(endings, list)
    for told, days, taken_over in sorted(endings, key=lambda each: -each[0]):
        last = None if days is None else TODAY + timedelta(days=days)
        unit.insert(
            "lease_ending",
            lease=lease,
            recorded_on=TODAY - timedelta(days=told),
            last_day=last,
            cause="taken_over" if taken_over else "agreed",
        )
    if last is not None and last < TODAY and isinstance(keys, int):
        back = last + timedelta(days=keys)
        unit.insert("lease_handback", lease=lease, keys_on=back, moved_to="unknown")
    if row["judged"]:
        unit.insert("condition_claim", lease=lease, decided_on=TODAY, outcome="no_claim")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(drawn=LEASES, ahead=st.integers(0, 400))
def test_what_is_read_of_few_columns_is_what_the_rows_say(
    office: Office, clock: FixedClock, drawn: list[Row], ahead: int
) -> None:
    assert clock.today() == TODAY
    serial = len(office.people.ids())
    homes, people = _homes(office, serial)
    with office.unit("bench.touched") as unit:
        for place, row in enumerate(drawn):
            tenant, dwelling = row["tenant"], row["dwelling"]
            assert isinstance(tenant, int)
            assert isinstance(dwelling, int)
            _put(unit, 10 * serial + place, row, people[tenant], homes[dwelling])
    rows = {row.id: row for row in office.leases.rows()}
    places = office.leases.places(rows)
    assert {lease: (each.name, each.address) for lease, each in places.items()} == {
        row.id: (row.tenant_name, row.address) for row in rows.values()
    }
    day = TODAY + timedelta(days=ahead)
    assert office.term_reviews.due(on=day) == office.term_reviews.due(rows.values(), on=day)
    ending = {
        row.id
        for row in rows.values()
        if row.end is not None and row.end <= day and row.state in _STILL_THERE
    }
    assert {each.lease for each in office.leases.ending(until=day)} == ending
    # those a round may reach: not ended to a day, nor with a job, nor at their end before it
    for effective in {TODAY, day, *(row.end for row in rows.values() if row.end)}:
        reached = fixed_before(office._db, TODAY, effective, TODAY, office.settings.parameters)
        assert {each.id: each.state for each in reached if each.state in LISTED} == {
            row.id: row.state
            for row in rows.values()
            if row.state in LISTED
            and row.ended_on is None
            and row.kind is not LeaseKind.STAFF
            and not (row.end is not None and TODAY <= row.end < effective)
        }
    keys = office._db.select(date.fromisoformat, "SELECT DISTINCT keys_on FROM lease_handback")
    for on in {TODAY - timedelta(days=30), TODAY, day, *keys}:
        assert undecided(office._db, on) == _not_judged(office, on)
    missing: set[LeaseId] = {each.lease for each in office.start_packages.missing()}
    assert missing == {row.id for row in rows.values() if row.state.holds} & _first_signed(office)
    # where many are told as one, only the first are read, and how many they are
    for on in (TODAY, day):
        whole = office.start_packages.missing(on)
        assert office.start_packages.first_missing(2, on) == (whole[:2], len(whole))


_STILL_THERE = frozenset(
    {
        LeaseState.RUNNING,
        LeaseState.PAST_TERM,
        LeaseState.TURNED_OPEN_ENDED,
        LeaseState.UNDER_NOTICE,
    }
)


def _not_judged(office: Office, day: date) -> tuple[tuple[LeaseId, date], ...]:
    """Those whose keys had come by a day, of whose dwelling nobody has said how it was."""
    found = []
    for row in office.leases.rows():
        back = office.aftermath.handbacks.of(row.id)
        keys = None if back is None else back.keys_on
        judged = office.aftermath.condition.of(row.id) is not None
        if keys is not None and keys <= day and not judged:
            found.append((row.id, keys))
    return tuple(sorted(found, key=lambda each: (each[1], each[0])))


def _first_signed(office: Office) -> set[LeaseId]:
    """Signed, with none before it between the same two."""
    rows = office.leases.rows()
    signed = [row for row in rows if row.signed_on is not None and row.signed_on <= TODAY]
    return {
        row.id
        for row in signed
        if row.start is not None
        and not any(
            (other.tenant, other.dwelling) == (row.tenant, row.dwelling)
            and other.start is not None
            and other.start < row.start
            for other in rows
        )
    }


def _homes(office: Office, serial: int) -> tuple[list[DwellingId], list[PersonId]]:
    homes = [
        office.dwellings.register(a_dwelling(street=f"Prøvevegen {serial}", unit_number=unit))
        for unit in ("H0101", "H0102")
    ]
    people = [
        office.people.register(
            a_person(given_name=f"Kari{serial}", family_name=name, national_id=None)
        )
        for name in ("Prøvland", "Skjermstad")
    ]
    office.people.protect(people[1], AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    return homes, people
