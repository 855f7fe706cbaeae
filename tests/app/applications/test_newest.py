"""The newest states that long lists read are always those the dated rows give."""

from datetime import timedelta

from app.applications.model import ApplicationDraft, ApplicationState
from app.core.ids import ApplicationId
from app.office import Office
from tests.factories import registered_person

S = ApplicationState
OPEN = frozenset(state for state in S if state.open)


def asked(office: Office, days: int, state: ApplicationState = S.RECEIVED) -> ApplicationId:
    received = office.clock.today() - timedelta(days=days)
    return office.applications.register(
        ApplicationDraft(
            applicant=registered_person(office, national_id=""),
            received_on=received,
            state=state,
            state_since=received,
        )
    )


def agree(office: Office) -> bool:
    """Whether every count by the newest states is that of the rows as they are today."""
    rows = office.applications.rows()
    return all(
        office.applications.count(frozenset({state})) == sum(row.state is state for row in rows)
        for state in S
    )


def test_every_move_and_its_undoing_is_followed(office: Office) -> None:
    today = office.clock.today()
    application = asked(office, 20)
    assert agree(office)
    office.applications.take(application, S.WITHDRAWN, today, "Fant bolig selv.")
    assert office.applications.count(OPEN) == 0
    assert agree(office)
    office.history.undo()
    assert office.applications.count(OPEN) == 1
    assert agree(office)
    office.history.undo()
    assert office.applications.ids(frozenset(S)) == []


def test_a_state_dated_before_another_changes_nothing_now(office: Office) -> None:
    today = office.clock.today()
    application = asked(office, 20)
    office.applications.take(application, S.IN_ASSESSMENT, today - timedelta(days=10))
    known = office.applications.get(application)
    moved = ApplicationDraft(
        applicant=known.applicant,
        household=known.household,
        received_on=today - timedelta(days=30),
    )
    office.applications.correct(application, moved)
    assert agree(office)
    assert office.applications.rows(states=frozenset({S.IN_ASSESSMENT}))[0].id == application


def test_a_long_list_begins_with_the_one_who_has_waited_longest_for_an_answer(
    office: Office,
) -> None:
    newer, older = asked(office, 5), asked(office, 25)
    waiting = asked(office, 90, S.GRANTED_WAITING)
    later = asked(office, 40, S.GRANTED_WAITING)
    assert office.applications.ids(OPEN) == [older, newer, later, waiting]
    assert office.applications.ids(frozenset({S.GRANTED_WAITING})) == [later, waiting]
