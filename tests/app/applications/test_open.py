"""What the clocks read of open applications, out of few columns, is what the whole rows say."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.applications.model import ApplicationDraft, ApplicationRow, ApplicationState, OpenRow
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
OPEN = frozenset(state for state in ApplicationState if state.open)
STATES = st.lists(st.tuples(st.sampled_from(ApplicationState), st.integers(-20, 5)), max_size=3)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ago=st.integers(0, 40), states=STATES, shielded=st.booleans())
def test_the_open_ones_are_those_of_the_list(
    office: Office, ago: int, states: list[tuple[ApplicationState, int]], shielded: bool
) -> None:
    assert office.clock.today() == TODAY
    person = registered_person(office, national_id="", given_name=f"Kari{len(office.people.ids())}")
    if shielded:
        office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    received = TODAY - timedelta(days=ago)
    made = office.applications.register(ApplicationDraft(applicant=person, received_on=received))
    with office._db.unit("application.moved", may_be_idle=True) as unit:
        for state, days in states:
            since = TODAY + timedelta(days=days)
            unit.insert("application_state", application=made, since=since, state=state)
    rows = office.applications.rows(states=OPEN)
    assert office.applications.open() == tuple(map(_open, rows))
    told = {row.id: row.name for row in rows}
    assert office.applications.names(told) == told


def _open(row: ApplicationRow) -> OpenRow:
    return OpenRow(row.id, row.number, row.case, row.received_on, row.state, row.days_waiting)
