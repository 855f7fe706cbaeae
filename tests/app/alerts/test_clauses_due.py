"""AL-18 and AL-19 on a register, the day before, the day and the day after."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.alerts.clauses_due import LADDER, ClausesDue, ending
from app.alerts.discharges_due import DischargesDue
from app.alerts.model import Alert, Reason, Urgency
from app.alerts.rules import horizon
from app.applications.discharges.model import (
    LeavingHeard,
    LeavingKind,
    LeavingPlace,
    PlannedDischarge,
)
from app.applications.model import ApplicationDraft, ApplicationState, NeedCategory
from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound
from app.core.ids import ApplicationId, DwellingId, Ref
from app.dwellings.clauses.model import Clause, ClauseKind, EndingClause
from app.office import Office
from app.people.model import AddressProtection
from tests.app.alerts.rows import PARAMETERS
from tests.factories import registered_dwelling, registered_person

ENDS = date(2027, 11, 23)
LEAVES = date(2027, 1, 22)
TOLD = PlannedDischarge(LeavingKind.RELEASE, LEAVES, LeavingPlace.PRISON, LeavingHeard.PLACE)


def clauses(office: Office, today: date) -> tuple[Alert, ...]:
    """What is told of clauses on a day."""
    return ClausesDue(office.clauses).alerts(PARAMETERS, today)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 22), None),
        (date(2026, 11, 23), (Reason.CLAUSE_ENDS, Urgency.INFO)),
        (ENDS, (Reason.CLAUSE_ENDS, Urgency.INFO)),
        (ENDS + timedelta(days=1), (Reason.CLAUSE_ENDED, Urgency.SOON)),
    ],
)
def test_al_19_from_a_year_before(
    office: Office, today: date, told: tuple[Reason, Urgency] | None
) -> None:
    flat = registered_dwelling(office)
    office.clauses.tell(flat, Clause(ClauseKind.HUSBANKEN_LOAN, date(2020, 1, 1), ENDS, "12 34"))
    found = clauses(office, today)
    assert [(each.why, each.urgency) for each in found] == ([told] if told else [])
    assert all(each.due == ENDS for each in found)


def test_al_19_is_done_by_lifting_it_and_angre_brings_it_back(office: Office) -> None:
    flat = registered_dwelling(office)
    day = office.clock.today()
    kind = ClauseKind.REFERRAL_AGREEMENT
    office.clauses.tell(flat, Clause(kind, date(2020, 1, 1), day))
    office.clauses.tell(flat, Clause(kind, day, None))
    assert clauses(office, day) == ()
    assert office.clauses.of(flat) == ()
    assert len(office.clauses.of(flat, day - timedelta(days=1))) == 1
    office.history.undo()
    assert len(clauses(office, day)) == 1


def test_a_clause_that_can_not_be_is_refused(office: Office) -> None:
    flat, day = registered_dwelling(office), office.clock.today()
    kind = ClauseKind.ASSIGNMENT_AGREEMENT
    wrong = {
        "clause_ends_before": Clause(kind, day, day - timedelta(days=1)),
        "clause_end_missing": Clause(kind, day, None),
        "day_in_future": Clause(kind, day + timedelta(days=1), ENDS),
    }
    for code, clause in wrong.items():
        with pytest.raises(Invalid) as error:
            office.clauses.tell(flat, clause)
        assert [each.code for each in error.value.problems] == [code]


def leaving(office: Office) -> ApplicationId:
    """Someone who has applied and leaves an institution."""
    person = registered_person(office)
    application = office.applications.register(
        ApplicationDraft(applicant=person, received_on=office.clock.today(), bedrooms=1)
    )
    office.discharges.tell(application, TOLD)
    return application


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 22), None),
        (date(2026, 11, 23), (Reason.DISCHARGE_COMING, Urgency.SOON)),
        (date(2027, 1, 21), (Reason.DISCHARGE_COMING, Urgency.SOON)),
        (LEAVES, (Reason.DISCHARGE_COMING, Urgency.NOW)),
        (LEAVES + timedelta(days=1), (Reason.DISCHARGE_PASSED, Urgency.NOW)),
    ],
)
def test_al_18_from_sixty_days_before(
    office: Office, today: date, told: tuple[Reason, Urgency] | None
) -> None:
    leaving(office)
    found = DischargesDue(office.discharges).alerts(PARAMETERS, today)
    assert [(each.why, each.urgency) for each in found] == ([told] if told else [])


def test_al_18_ends_when_it_is_called_off_or_the_application_closes(office: Office) -> None:
    application, day = leaving(office), office.clock.today()
    office.discharges.call_off(application)
    assert office.discharges.of(application) is None
    assert DischargesDue(office.discharges).alerts(PARAMETERS, day) == ()
    office.history.undo()
    assert len(DischargesDue(office.discharges).alerts(PARAMETERS, day)) == 1
    with office.unit("application.state_changed", Ref("application", application)) as unit:
        office.applications.set_state(unit, application, ApplicationState.WITHDRAWN, day, "trukket")
    assert DischargesDue(office.discharges).alerts(PARAMETERS, day) == ()


def test_a_day_gone_by_is_no_day_to_leave(office: Office) -> None:
    application = leaving(office)
    with pytest.raises(Invalid):
        office.discharges.tell(application, replace(TOLD, leaves_on=date(2026, 11, 22)))


def needing(office: Office, *needs: NeedCategory) -> ApplicationId:
    """An application with needs, and no day told."""
    return office.applications.register(
        ApplicationDraft(
            applicant=registered_person(office, national_id=""),
            received_on=office.clock.today(),
            bedrooms=1,
            needs=frozenset(needs),
        )
    )


def test_a_need_without_a_day_asks_for_it_until_someone_answers(office: Office) -> None:
    application, day = needing(office, NeedCategory.RELEASE_NO_HOME), office.clock.today()
    needing(office, NeedCategory.TOO_SMALL)
    due = DischargesDue(office.discharges)
    (asked,) = due.alerts(PARAMETERS, day)
    assert (asked.why, asked.urgency, asked.due) == (Reason.DISCHARGE_NO_DAY, Urgency.INFO, None)
    assert asked.case == Ref("application", application)
    office.discharges.tell(application, replace(TOLD, leaves_on=date(2027, 10, 1)))
    assert due.alerts(PARAMETERS, day) == ()  # far away: the ladder has not begun
    office.history.undo()
    assert len(due.alerts(PARAMETERS, day)) == 1
    office.discharges.tell(application, TOLD)
    office.discharges.call_off(application)
    assert due.alerts(PARAMETERS, day) == ()  # someone said that it is not known
    with pytest.raises(NotFound):
        office.discharges.call_off(application)


def test_a_day_that_has_passed_is_told_once_and_not_asked_for_too(
    office: Office, clock: FixedClock
) -> None:
    application = needing(office, NeedCategory.RELEASE_NO_HOME)
    office.discharges.tell(application, TOLD)
    clock.at += LEAVES - clock.today() + timedelta(days=1)
    found = DischargesDue(office.discharges).alerts(PARAMETERS, clock.today())
    assert [each.why for each in found] == [Reason.DISCHARGE_PASSED]


def test_a_day_that_was_known_before_the_need_is_not_asked_for(
    office: Office, clock: FixedClock
) -> None:
    application = needing(office)
    office.discharges.tell(application, TOLD)
    clock.at += timedelta(days=5)
    today = clock.today()
    office.applications.set_needs(application, frozenset({NeedCategory.RELEASE_NO_HOME}), today)
    due = DischargesDue(office.discharges)
    assert Reason.DISCHARGE_NO_DAY not in {each.why for each in due.alerts(PARAMETERS, today)}
    clock.at += LEAVES - today + timedelta(days=1)
    later = {each.why for each in due.alerts(PARAMETERS, clock.today())}
    assert Reason.DISCHARGE_NO_DAY in later


def test_a_need_that_is_over_asks_for_no_day(office: Office) -> None:
    application, day = needing(office, NeedCategory.RELEASE_NO_HOME), office.clock.today()
    office.applications.set_needs(application, frozenset({NeedCategory.TOO_SMALL}), day)
    assert DischargesDue(office.discharges).alerts(PARAMETERS, day) == ()


def test_the_same_day_told_again_writes_nothing(office: Office) -> None:
    application = leaving(office)
    office.discharges.tell(application, TOLD)
    assert office._db.select(int, "SELECT count(*) FROM planned_discharge") == (1,)


def test_adr_05_no_place_is_kept_or_told_of_one_who_is_protected(office: Office) -> None:
    application = leaving(office)
    told = office.discharges.of(application)
    assert told is not None
    assert told.place is LeavingPlace.PRISON
    applicant = office.applications.get(application).applicant
    office.people.protect(applicant, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    hidden = office.discharges.of(application)
    assert hidden is not None
    assert (hidden.place, hidden.leaves_on) == (None, LEAVES)
    office.discharges.tell(application, replace(TOLD, leaves_on=date(2027, 2, 1)))
    rows = office._db.select(str, "SELECT place FROM planned_discharge ORDER BY id")
    assert rows == ("prison", "")


@given(st.integers(-800, 800))
def test_a_clause_is_looked_for_in_time(days: int) -> None:
    """The horizon never cuts off a clause that the ladder has reached."""
    today = ENDS - timedelta(days)
    clause = EndingClause(DwellingId(1), "Testveien 4", ClauseKind.HUSBANKEN_LOAN, ENDS)
    if tuple(ending((clause,), PARAMETERS, today)):
        assert horizon(PARAMETERS.ladder(LADDER, today), today) >= ENDS
