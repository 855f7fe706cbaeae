"""What the register keeps of how each lease stands is what its rows say, on every day."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.ids import DwellingId, LeaseId, PersonId
from app.leases import store
from app.office import Office
from app.storage.unit import Unit
from tests.factories import a_dwelling, a_person

TODAY = date(2026, 11, 23)
DAYS = st.integers(-9, 9).map(lambda days: TODAY + timedelta(days=days))
STATES = ("draft", "to_sign", "signed", "cancelled")
Act = tuple[str, int, int, date, date | None, str, str]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                *("start", "tenant", "dwelling", "remove"),
                *("state", "change state", "move state", "delete state"),
                *("end", "change ending", "move ending", "delete ending"),
                *("back", "change handback", "move handback", "delete handback"),
            )
        ),
        st.integers(0, 2),
        st.integers(0, 2),
        DAYS,
        st.none() | DAYS,
        st.sampled_from(STATES),
        st.sampled_from(("agreed", "taken_over")),
    ),
    min_size=8,
    max_size=24,
)
_FROM = "SELECT l.id FROM lease l WHERE l.id >= ?2"
_KEPT = "SELECT k.id FROM lease_standing k WHERE k.id >= ?2"
# a lease another follows is over from the day after, one that was ended when it is back too
_OVER_BY_THE_ROWS = (
    f"{_FROM} AND (coalesce({store.FOLLOWED} < ?1, 0) OR coalesce(l.start_on < ?1"
    f" AND {store.ENDED} < ?1 AND {store.RETURNED} < ?1, 0))"
)
_STANDING_BY_THE_ROWS = (
    f"{_FROM} AND {store.STATE} = 'signed' AND {store.ENDED} IS NULL AND {store.FOLLOWED} IS NULL"
)
_NOT_OVER = f"SELECT l.id {store.NOT_OVER} AND l.id >= ?2"
_STANDING = f"{_KEPT} AND k.stands_from <= ?1"
_TOLD_LATER = (
    "SELECT lease FROM lease_ending WHERE recorded_on >= ?1 AND lease >= ?2"
    " UNION SELECT lease FROM lease_state WHERE since > ?1 AND lease >= ?2"
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_how_each_lease_stands_is_what_its_rows_say(office: Office, acts: list[Act]) -> None:
    leases = _three(office)
    for lease in leases:
        with office._db.unit("arrears.told") as unit:
            unit.insert("lease_state", lease=lease, since=TODAY, state="signed")
    _ended(office, leases[2])
    for act in acts:
        with office._db.unit("arrears.told", may_be_idle=True) as unit:
            _play(unit, office, leases, act)
        _as_the_rows_say(office, leases[0])


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("lease", "tenant", 1),
        ("lease", "dwelling", 1),
        ("lease", "start_on", TODAY - timedelta(days=4)),
        ("lease_state", "since", TODAY + timedelta(days=4)),
        ("lease_state", "state", "cancelled"),
        ("lease_ending", "recorded_on", TODAY + timedelta(days=4)),
        ("lease_ending", "last_day", None),
        ("lease_ending", "cause", "agreed"),
        ("lease_handback", "keys_on", TODAY + timedelta(days=4)),
    ],
)
def test_each_thing_that_is_told_anew_is_followed(
    office: Office, table: str, column: str, value: object
) -> None:
    _three(office)
    first, second, third = leases = _three(office)
    for lease in leases:
        with office._db.unit("arrears.told") as unit:
            unit.insert("lease_state", lease=lease, since=TODAY, state="signed")
    if table == "lease_handback":
        _ended(office, third)
    else:
        with office._db.unit("arrears.told") as unit:
            told = {"recorded_on": TODAY, "last_day": TODAY, "cause": "taken_over"}
            unit.insert("lease_ending", lease=third, **told)
    of = {"lease": second, "lease_state": second}.get(table, third)
    row = _newest(office, table, of, key="id" if table == "lease" else "lease")
    assert row is not None
    with office._db.unit("arrears.told") as unit:
        unit.update(table, row, **{column: value})
    _as_the_rows_say(office, first)


def test_a_lease_taken_out_leaves_nothing_and_follows_nobody(office: Office) -> None:
    first, second, _ = leases = _three(office)
    with office._db.unit("arrears.told") as unit:
        for lease in leases[:2]:
            unit.insert("lease_state", lease=lease, since=TODAY, state="signed")
    day = TODAY + timedelta(days=2)
    assert first not in _leases(office, _NOT_OVER, day, first)
    with office._db.unit("arrears.told") as unit:
        store.remove(unit, second)
    assert first in _leases(office, _STANDING, day, first)
    _as_the_rows_say(office, leases[0])


def test_one_that_is_over_is_left_where_it_lies_and_found_on_the_days_before(
    office: Office,
) -> None:
    lease = _three(office)[0]
    with office._db.unit("arrears.told") as unit:
        unit.insert("lease_state", lease=lease, since=TODAY, state="signed")
        told = {"recorded_on": TODAY, "last_day": TODAY + timedelta(days=1), "cause": "agreed"}
        unit.insert("lease_ending", lease=lease, **told)
        back = TODAY + timedelta(days=3)
        unit.insert("lease_handback", lease=lease, keys_on=back, moved_to="unknown")
    for day, is_over in ((back, False), (back + timedelta(days=1), True)):
        assert (lease not in _leases(office, _NOT_OVER, day, lease)) == is_over


def _as_the_rows_say(office: Office, first: LeaseId) -> None:
    """What it says holds on every day, and of what was told by then nothing is left out."""
    everyone = _leases(office, _FROM, TODAY, first)
    assert _leases(office, _KEPT, TODAY, first) == everyone
    for ago in range(-11, 12):
        day = TODAY - timedelta(days=ago)
        later = _leases(office, _TOLD_LATER, day, first)
        over = everyone - _leases(office, _NOT_OVER, day, first)
        assert over <= _leases(office, _OVER_BY_THE_ROWS, day, first) <= over | later
        standing = _leases(office, _STANDING, day, first)
        assert standing <= _leases(office, _STANDING_BY_THE_ROWS, day, first) <= standing | later


def _leases(office: Office, sql: str, day: date, first: LeaseId) -> frozenset[int]:
    """Those from the first on that a statement finds on a day."""
    return frozenset(office._db.select(int, sql, (day.isoformat(), first)))


def _three(office: Office) -> list[LeaseId]:
    """Two between the same two, the second after the first, and one of the same tenant beside."""
    serial = len(office.people.ids())
    homes: list[DwellingId] = [
        office.dwellings.register(a_dwelling(street=f"Prøvevegen {serial}", unit_number=unit))
        for unit in ("H0101", "H0102")
    ]
    tenant = office.people.register(a_person(given_name=f"Kari{serial}", national_id=None))
    with office._db.unit("arrears.told") as unit:
        return [
            _lease(unit, f"L-{serial}-{at}", home, tenant, TODAY + timedelta(days=at))
            for at, home in enumerate((homes[0], homes[0], homes[1]))
        ]


def _ended(office: Office, lease: LeaseId) -> None:
    told = {"recorded_on": TODAY, "last_day": TODAY, "cause": "agreed"}
    with office._db.unit("arrears.told") as unit:
        unit.insert("lease_ending", lease=lease, **told)
        unit.insert("lease_handback", lease=lease, keys_on=TODAY, moved_to="unknown")


def _lease(unit: Unit, number: str, home: DwellingId, tenant: PersonId, start: date) -> LeaseId:
    told = {"number": number, "kind": "ordinary", "search_text": ""}
    return LeaseId(
        unit.insert("lease", dwelling=home, tenant=tenant, start_on=start, end_on=None, **told)
    )


def _play(unit: Unit, office: Office, leases: list[LeaseId], act: Act) -> None:
    what, which, to, day, other, state, cause = act
    lease = leases[which]
    if _newest(office, "lease", lease, key="id") is None:
        return  # taken out before
    if what == "state":
        unit.insert("lease_state", lease=lease, since=day, state=state)
    elif what == "end":
        unit.insert("lease_ending", lease=lease, recorded_on=day, last_day=other, cause=cause)
    elif what == "back" and _newest(office, "lease_handback", lease) is None:
        unit.insert("lease_handback", lease=lease, keys_on=day, moved_to="unknown")
    elif what == "tenant":  # of this example or the one before
        unit.update("lease", lease, tenant=office.people.ids()[-1 - to % 2 :][0])
    elif what in {"start", "dwelling"}:
        if not _made(office, lease):
            home = office._db.value(int, "SELECT max(id) FROM dwelling") - to % 2
            drafted = {"start_on": other} if what == "start" else {"dwelling": home}
            unit.update("lease", lease, **drafted)
    elif what == "remove":
        unit.execute("DELETE FROM lease_handback WHERE lease = ?", (lease,))
        store.remove(unit, lease)
    else:
        _tell_anew(unit, office, lease, leases[to], act)


def _tell_anew(unit: Unit, office: Office, lease: LeaseId, target: LeaseId, act: Act) -> None:
    """The newest row of one of the tables goes, says something else, or is another lease's."""
    what, _, to, day, other, state, cause = act
    table = f"lease_{what.partition(' ')[2]}"
    row = _newest(office, table, lease) if " " in what else None
    if row is None:
        return
    changed: dict[str, tuple[tuple[str, object], ...]] = {
        "lease_state": (("since", day), ("state", state)),
        "lease_ending": (("recorded_on", day), ("last_day", other), ("cause", cause)),
        "lease_handback": (("keys_on", day),),
    }
    if what.startswith("change"):
        column, value = changed[table][to % len(changed[table])]
        unit.update(table, row, **{column: value})
    elif what.startswith("delete"):
        unit.delete(table, row)
    elif _newest(office, "lease", target, key="id") is not None and (
        table != "lease_handback" or _newest(office, table, target) is None
    ):
        unit.update(table, row, lease=target)


def _newest(office: Office, table: str, lease: LeaseId, key: str = "lease") -> int | None:
    newest = "SELECT coalesce(max(id), 0) FROM"
    return office._db.value(int, f"{newest} {table} WHERE {key} = {lease}") or None


def _made(office: Office, lease: LeaseId) -> bool:
    """Whether it is more than a draft: what was issued never changes."""
    made = "SELECT count(*) FROM lease_state WHERE state = 'to_sign' AND lease"
    return office._db.value(int, f"{made} = {lease}") > 0
