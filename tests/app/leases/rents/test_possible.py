"""What I dag counts of rents that may rise, out of few columns, is what the preview says."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.ids import DwellingId, LeaseId, PersonId
from app.leases.rents.series import read_values
from app.office import Office
from app.storage.unit import Unit
from tests.factories import a_dwelling, a_person

TODAY = date(2026, 11, 23)
JANUARY = date(2027, 1, 1)
NEAR = st.integers(-8, 8).map(lambda days: date(2026, 1, 1) + timedelta(days=days))
DAYS = NEAR | st.integers(-700, 90).map(lambda days: TODAY + timedelta(days=days))
OLD = st.integers(-900, -330).map(lambda days: TODAY + timedelta(days=days))
FEW_DAYS = st.integers(-40, 40)
CHANGES = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(("index", "prevailing", "corrected", "told_index")),
            "effective": DAYS | OLD,
            "send_by": st.none() | st.integers(-40, -1) | FEW_DAYS,
            "sent": st.sampled_from((None, -1, 0, 1)),
            "returned": st.booleans(),
            "withdrawn": st.sampled_from((None, -1, 0)),
        }
    ),
    max_size=2,
)
LEASES = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(("ordinary", "refugee", "refugee", "staff")),
            "dwelling": st.integers(0, 5),
            "start": OLD | OLD | DAYS,
            "days": st.none() | st.none() | st.integers(100, 1500),
            "signed": st.sampled_from((-9, -1, 0, 0, 3, None)),
            "rent": st.sampled_from((700_000, 700_000, 1_234_567, 9_950, 100, None)),
            "here": st.sampled_from((True, True, True, False)),
            "ended": st.sampled_from((None, None, None, -30, 0, 30)),
            "taken_back": st.booleans(),
            "changes": CHANGES,
        }
    ),
    min_size=1,
    max_size=5,
)
Row = dict[str, object]
PLAIN: Row = {
    "kind": "ordinary",
    "dwelling": 0,
    "start": date(2024, 1, 1),
    "days": None,
    "signed": 0,
    "rent": 700_000,
    "here": True,
    "ended": None,
    "taken_back": False,
    "changes": [],
}
ENDS_THAT_DAY: Row = {**PLAIN, "days": (JANUARY - date(2024, 1, 1)).days}
TAKEN_BACK: Row = {
    "kind": "index",
    "effective": date(2026, 6, 1),
    "send_by": -200,
    "sent": 0,
    "returned": False,
    "withdrawn": -1,
}


def _letter(unit: Unit, number: str, kind: str, lease: int) -> int:
    return unit.insert(
        "document",
        kind=kind,
        number=number,
        title="Brev",
        case_kind="lease",
        case_id=lease,
        language="nb",
        source="written",
        to_send=1,
        issued_at="2025-01-01T10:00:00+01:00",
        digest="0",
        pages=1,
    )


def _put(unit: Unit, number: str, row: Row, tenant: PersonId, home: DwellingId) -> None:
    start, days, signed, ended = row["start"], row["days"], row["signed"], row["ended"]
    assert isinstance(start, date)
    lease = unit.insert(
        "lease",
        number=number,
        kind=str(row["kind"]),
        tenant=tenant,
        dwelling=home,
        start_on=start,
        end_on=start + timedelta(days=days) if isinstance(days, int) else None,
        rent=row["rent"],
        search_text="",
    )
    drafted = min(start, TODAY) - timedelta(days=60)
    unit.insert("lease_state", lease=lease, since=drafted, state="to_sign")
    if isinstance(signed, int):
        since = start + timedelta(days=signed)
        unit.insert("lease_state", lease=lease, since=since, state="signed")
    if row["here"]:
        _letter(unit, f"{number}-lease", "lease", lease)
    if isinstance(ended, int):
        last = TODAY + timedelta(days=ended)
        told = {"lease": lease, "recorded_on": TODAY, "cause": "agreed"}
        unit.insert("lease_ending", last_day=last, **told)
        if row["taken_back"]:
            unit.insert("lease_ending", last_day=None, **told)
    changes = row["changes"]
    assert isinstance(changes, list)
    for place, change in enumerate(changes):
        _change(unit, f"{number}-{place}", lease, change)


def _change(unit: Unit, number: str, lease: int, change: Row) -> None:
    """Told by a letter that lies here, went out, came back or was taken back; or by none."""
    effective, by, sent = change["effective"], change["send_by"], change["sent"]
    assert isinstance(effective, date)
    letter = None
    if isinstance(by, int):
        letter = _letter(unit, number, "rent_index", lease)
        if isinstance(sent, int):
            went = TODAY + timedelta(days=by + sent)
            back = went + timedelta(days=3) if change["returned"] else None
            unit.insert("dispatch", document=letter, sent_on=went, channel="post", returned_on=back)
        if isinstance(change["withdrawn"], int):
            since = effective + timedelta(days=change["withdrawn"])
            unit.insert(
                "document_state", document=letter, since=since, state="annulled", reason="x"
            )
    fixed = unit.insert(
        "rent_change",
        lease=lease,
        kind=str(change["kind"]),
        old_rent=700_000,
        new_rent=710_000,
        effective_on=effective,
        fixed_month=(effective - timedelta(days=31)).replace(day=1),
        decided_on=TODAY,
        send_by=TODAY + timedelta(days=by) if isinstance(by, int) else None,
        letter=letter,
    )
    unit.insert(
        "lease_rent", lease=lease, since=effective, rent=710_000, basis="index", rent_change=fixed
    )


@pytest.fixture
def indexed(office: Office) -> Office:
    """The index of most months, so that some rents have none to count from, and some no rise."""
    months = [(year, month) for year in (2024, 2025, 2026) for month in range(1, 13)][:-2]
    lines = [
        f"{year}M{month:02} {year - 1880 - 9 * (month == 8)},{month % 10}"
        for year, month in months
        if month != 5
    ]
    office.rents.add_index(read_values("\n".join(lines), "2015"), "SSB")
    return office


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(drawn=[ENDS_THAT_DAY], day=JANUARY)
@example(drawn=[{**PLAIN, "changes": [TAKEN_BACK]}], day=JANUARY)
@given(drawn=LEASES, day=st.integers(-40, 200).map(lambda days: TODAY + timedelta(days=days)))
def test_rents_that_may_rise_are_those_of_the_preview(
    indexed: Office, clock: FixedClock, drawn: list[Row], day: date
) -> None:
    assert clock.today() == TODAY
    serial = len(indexed.people.ids())
    tenant = indexed.people.register(a_person(given_name=f"Kari{serial}", national_id=None))
    homes = [
        indexed.dwellings.register(a_dwelling(street=f"Prøvevegen {serial}", unit_number=number))
        for number in ("H0101", "H0102", "H0103", "H0104", "H0105", "H0106")
    ]
    with indexed.unit("bench.touched") as unit:
        for place, row in enumerate(drawn):
            home = row["dwelling"]
            assert isinstance(home, int)
            _put(unit, f"L-{serial}-{place}", row, tenant, homes[home])
    for effective in (JANUARY, day):
        whole = indexed.rent_round.rows(effective)
        can: set[LeaseId] = {row.lease.id for row in whole if row.can and not row.staff}
        assert set(indexed.rent_round.possible(effective)) == can
