"""What the register keeps of the newest level of each person is what their levels say."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.ids import PersonId
from app.followup.contact_notes import store as contact_store
from app.office import Office
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("set", "change", "move", "remove")),
        st.integers(0, 1),
        st.integers(0, 4),
        st.integers(-9, 9).map(lambda days: TODAY + timedelta(days=days)),
    ),
    max_size=8,
)
_OF_THE_ROWS = (
    "SELECT person, since, level FROM help_level h WHERE NOT EXISTS (SELECT 1 FROM help_level n"
    " WHERE n.person = h.person AND (n.since, n.id) > (h.since, h.id)) ORDER BY person"
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS, ago=st.integers(-10, 10))
def test_the_level_held_on_a_day_is_the_newest_of_that_day(
    office: Office, acts: list[tuple[str, int, int, date]], ago: int
) -> None:
    people = [registered_person(office, national_id="") for _ in range(2)]
    for act, which, level, since in acts:
        _play(office, act, people, which, level, since)
    db = office._db
    kept = db.select(lambda *row: row, "SELECT id, since, level FROM help_standing ORDER BY id")
    assert kept == db.select(lambda *row: row, _OF_THE_ROWS)
    day = TODAY - timedelta(days=ago)
    told = "SELECT level, since FROM help_level WHERE person = ? AND since <= ?"
    wanted = {}
    for person in people:
        found = db.first(
            lambda *row: row, f"{told} ORDER BY since DESC, id DESC LIMIT 1", (person, str(day))
        )
        if found is not None and found[0] > 0:
            wanted[person] = found
    quiet = contact_store.quiet(db, day, dict.fromkeys(range(1, 5), date.max))
    held = {each.person: (each.level, str(each.since)) for each in quiet}
    assert {person: held[person] for person in people if person in held} == wanted


def _play(
    office: Office, act: str, people: list[PersonId], which: int, level: int, since: date
) -> None:
    person, other = people[which], people[1 - which]
    db = office._db
    newest = "SELECT max(id) FROM help_level WHERE person = ?"
    row = db.first(lambda found: found, newest, (person,))
    with db.unit("level.set", may_be_idle=True) as unit:
        if act == "set":
            owner = unit.insert(
                "case_owner",
                person=person,
                since=since,
                unit=db.value(int, "SELECT min(id) FROM service_unit"),
                coordinator="Ola",
            )
            values = {"since": since, "level": level, "reason": "Ny"}
            unit.insert("help_level", person=person, owner=owner, **values)
        elif row is not None and act == "change":
            unit.update("help_level", int(str(row)), since=since, level=level)
        elif row is not None and act == "move":
            unit.update("help_level", int(str(row)), person=other)
        elif row is not None:
            unit.delete("help_level", int(str(row)))
