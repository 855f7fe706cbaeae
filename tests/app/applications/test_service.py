"""Applications: register, correct, move, group, map, answer in time; each with its day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.applications.model import (
    ApplicationKind,
    ApplicationState,
    NeedCategory,
    OtherMember,
    TargetGroup,
)
from app.applications.service import Applications
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import ApplicationId, Ref
from app.core.order import search_words
from app.office import Office
from app.people.model import AddressProtection, HouseholdKind, Presence, Role
from app.people.service import People
from app.storage.database import Database
from tests.app.applications.conftest import Register, a_new_application
from tests.factories import CANARY_NAME, CANARY_NUMBER, a_number, a_person

S = ApplicationState
TODAY = date(2026, 11, 23)


def test_an_application_is_read_back_with_its_person_and_household(
    applications: Applications, people: People
) -> None:
    child = a_person(given_name="Lill", national_id=a_number(date(2017, 3, 2), 0))
    others = (OtherMember(child, Role.CHILD, Presence.LIVES_HERE),)
    needs = frozenset({NeedCategory.WITH_FRIENDS_OR_FAMILY, NeedCategory.TOO_SMALL})
    draft = a_new_application(others=others, needs=needs)
    application = applications.get(applications.register(draft))
    assert application.number == "S2026-001"
    assert (application.state, application.state_since) == (S.RECEIVED, date(2026, 11, 2))
    assert application.draft.needs == needs
    assert application.draft.group is TargetGroup.SUBSTANCE_USE
    assert application.draft.reason == "har mistet leiligheten"
    household = people.household(application.household)
    assert household.kind is HouseholdKind.SINGLE_PARENT
    assert [member.role for member in household.members] == [Role.APPLICANT, Role.CHILD]


def test_one_registration_is_one_event_about_the_application(
    applications: Applications, office: Office
) -> None:
    application = applications.register(a_new_application())
    newest = office.history.latest()[0]
    assert newest.verb == "application.registered"
    assert newest.subject == Ref("application", application)
    assert len(office.history.latest()) == 2  # the other made the register


def test_registering_can_be_undone_with_its_person(
    applications: Applications, office: Office, people: People
) -> None:
    applications.register(a_new_application())
    office.history.undo()
    assert applications.rows() == ()
    assert people.rows() == ()
    assert applications.get(applications.register(a_new_application())).number == "S2026-001"


def test_numbers_follow_each_other_within_a_year(
    applications: Applications, register: Register, clock: FixedClock
) -> None:
    numbers = [applications.get(register()).number for _ in range(2)]
    clock.at = clock.at.replace(year=2027, month=1, day=4)
    numbers.append(applications.get(register(received_on=date(2027, 1, 4))).number)
    assert numbers == ["S2026-001", "S2026-002", "S2027-001"]


def test_no_repr_tells_who_asks_or_why(applications: Applications) -> None:
    application = applications.get(applications.register(a_new_application()))
    row = applications.rows()[0]
    for shown in (repr(application), repr(application.draft), repr(row), repr(a_new_application())):
        assert CANARY_NAME not in shown
        assert CANARY_NUMBER not in shown
        assert "leiligheten" not in shown


def test_a_known_number_is_told_and_nothing_is_kept(
    applications: Applications, people: People
) -> None:
    person = people.register(a_person())
    with pytest.raises(Conflict) as caught:
        applications.register(a_new_application(applicant=a_person(given_name="Ola")))
    assert (caught.value.code, caught.value.facts) == ("number_taken", {"person": person})
    assert applications.rows() == ()


def test_a_person_has_one_open_application_of_a_kind(
    applications: Applications, people: People
) -> None:
    person = people.register(a_person())
    first = applications.register(a_new_application(applicant=person))
    with pytest.raises(Invalid) as caught:
        applications.register(a_new_application(applicant=person))
    assert caught.value.problems[0].code == "applicant_has_open_application"
    assert caught.value.problems[0].facts == {"application": first}
    applications.register(a_new_application(applicant=person, kind=ApplicationKind.SWAP))
    applications.take(first, S.WITHDRAWN, TODAY, "ringte")
    assert applications.register(a_new_application(applicant=person)) != first


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"applicant": None}, "applicant", "applicant_missing"),
        ({"applicant": a_person(family_name="", given_name="")}, "applicant.family_name", None),
        ({"received_on": None}, "received_on", "received_on_missing"),
        ({"received_on": date(2026, 11, 24)}, "received_on", "day_in_future"),
        ({"received_on": date(206, 11, 2)}, "received_on", "day_too_early"),
        (
            {"applicant": a_person(national_id="", birth_date=date(2026, 11, 3))},
            "received_on",
            "day_before_birth",
        ),
        ({"bedrooms": 31}, "bedrooms", "bedrooms_out_of_range"),
        ({"children_told": -1}, "children_told", "children_out_of_range"),
        (
            {"others": (OtherMember(a_person(national_id=""), Role.APPLICANT),)},
            "others.0.role",
            "applicant_twice",
        ),
        ({"state": S.REFUSED}, "state", "state_not_open"),
        ({"state": S.GRANTED_WAITING, "state_since": date(2026, 11, 1)}, "state_since", None),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    applications: Applications, changes: dict[str, object], field: str, code: str | None
) -> None:
    with pytest.raises(Invalid) as caught:
        applications.register(a_new_application(**changes))
    (problem,) = caught.value.problems
    assert problem.field == field
    assert code is None or problem.code == code


def test_a_person_stands_in_a_household_once(applications: Applications, people: People) -> None:
    person = people.register(a_person())
    others = (OtherMember(person, Role.CO_APPLICANT),)
    with pytest.raises(Invalid) as caught:
        applications.register(a_new_application(applicant=person, others=others))
    assert caught.value.problems[0].code == "member_twice"


def test_a_list_taken_over_keeps_the_state_it_had(applications: Applications) -> None:
    draft = a_new_application(
        received_on=date(2012, 9, 3), state=S.GRANTED_WAITING, state_since=date(2012, 10, 1)
    )
    application = applications.register(draft)
    assert [(each.state, each.since) for each in applications.states(application)] == [
        (S.RECEIVED, date(2012, 9, 3)),
        (S.GRANTED_WAITING, date(2012, 10, 1)),
    ]
    assert applications.unanswered() == ()


def test_state_group_and_need_are_those_of_the_day_asked_for(
    applications: Applications, register: Register
) -> None:
    application = register(needs=frozenset({NeedCategory.TOO_SMALL}))
    applications.take(application, S.IN_ASSESSMENT, date(2026, 11, 10))
    applications.set_group(application, TargetGroup.HOMELESS, date(2026, 11, 12))
    roofless = frozenset({NeedCategory.NO_ROOF_NEXT_NIGHT})
    applications.set_needs(application, roofless, date(2026, 11, 12))
    before = applications.rows(as_of=date(2026, 11, 9))[0]
    after = applications.rows(as_of=date(2026, 11, 12))[0]
    assert (before.state, before.group) == (S.RECEIVED, TargetGroup.SUBSTANCE_USE)
    assert (after.state, after.group) == (S.IN_ASSESSMENT, TargetGroup.HOMELESS)
    assert (before.needs, after.needs) == (frozenset({NeedCategory.TOO_SMALL}), roofless)
    assert (before.days_waiting, after.days_waiting) == (7, 10)
    assert applications.rows(as_of=date(2026, 11, 1)) == ()
    assert applications.get(application, date(2026, 11, 9)).state is S.RECEIVED


def test_waiting_days_stop_when_nobody_waits_any_longer(
    applications: Applications, register: Register
) -> None:
    application = register()
    applications.take(application, S.WITHDRAWN, date(2026, 11, 12), "fant noe selv")
    assert applications.rows()[0].days_waiting == 10
    assert applications.rows(states=frozenset({S.RECEIVED})) == ()


def test_what_asks_for_an_assessment_starts_one(
    applications: Applications, register: Register
) -> None:
    application = register()
    applications.take(application, S.INCOMPLETE, TODAY, "mangler leiekontrakt")
    assert [each.state for each in applications.states(application)] == [
        S.RECEIVED,
        S.IN_ASSESSMENT,
        S.INCOMPLETE,
    ]
    assert applications.get(application).state_reason == "mangler leiekontrakt"


@pytest.mark.parametrize(
    ("state", "since", "reason", "code"),
    [
        (S.GRANTED_WAITING, TODAY, "", "state_by_vedtak"),
        (S.REFUSED, TODAY, "", "state_by_vedtak"),
        (S.LAPSED, TODAY, " ", "reason_missing"),
        (S.IN_ASSESSMENT, date(2026, 11, 24), "", "day_in_future"),
        (S.IN_ASSESSMENT, date(2026, 11, 1), "", "day_before_last"),
    ],
)
def test_a_move_that_is_not_the_officers_is_refused(
    applications: Applications,
    register: Register,
    state: S,
    since: date,
    reason: str,
    code: str,
) -> None:
    application = register()
    with pytest.raises(Invalid) as caught:
        applications.take(application, state, since, reason)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert applications.get(application).state is S.RECEIVED


def test_what_is_withdrawn_stays_so(applications: Applications, register: Register) -> None:
    application = register()
    applications.take(application, S.WITHDRAWN, TODAY, "ringte")
    with pytest.raises(Invalid) as caught:
        applications.take(application, S.IN_ASSESSMENT, TODAY)
    problem = caught.value.problems[0]
    assert problem.code == "state_may_not_follow"
    assert problem.facts == {"now": "withdrawn", "to": "in_assessment"}


def test_a_list_taken_over_can_be_granted_here_too(
    applications: Applications, register: Register, office: Office
) -> None:
    application = register(state=S.GRANTED_WAITING)
    with office.unit("vedtak.issued", Ref("vedtak", 1)) as unit:
        applications.set_state(unit, application, S.GRANTED_WAITING, TODAY, "V2026-001")
    assert applications.get(application).state_reason == "V2026-001"


def test_a_vedtak_sets_the_state_in_its_own_unit(
    applications: Applications, register: Register, office: Office
) -> None:
    application = register()
    with office.unit("vedtak.issued", Ref("vedtak", 1)) as unit:
        applications.set_state(unit, application, S.REFUSED, TODAY, "V2026-001")
    assert applications.get(application).state is S.REFUSED
    office.history.undo()
    assert applications.get(application).state is S.RECEIVED


def test_correcting_changes_what_was_typed_and_dates_what_has_a_day(
    applications: Applications, register: Register
) -> None:
    application = register()
    known = applications.get(application).draft
    needs = frozenset({NeedCategory.NO_VALID_LEASE})
    fixed = a_new_application(
        applicant=known.applicant,
        household=known.household,
        received_on=date(2026, 10, 30),
        group=TargetGroup.YOUNG,
        needs=needs,
        wishes="nær skolen",
    )
    applications.correct(application, fixed)
    now = applications.get(application)
    assert (now.received_on, now.state_since) == (date(2026, 10, 30), date(2026, 10, 30))
    assert (now.draft.wishes, now.draft.group, now.draft.needs) == (
        "nær skolen",
        TargetGroup.YOUNG,
        needs,
    )
    before = applications.get(application, date(2026, 11, 22)).draft
    assert (before.group, before.needs) == (TargetGroup.SUBSTANCE_USE, frozenset())


def test_correcting_nothing_leaves_no_trace(
    applications: Applications, register: Register, office: Office
) -> None:
    application = register()
    applications.take(application, S.IN_ASSESSMENT, TODAY)
    events = len(office.history.latest())
    known = applications.get(application).draft
    applications.correct(application, known)
    applications.correct(application, replace(known, state=S.RECEIVED, group=None))
    assert len(office.history.latest()) == events


def test_joining_two_records_of_a_person_moves_the_application(
    applications: Applications, people: People
) -> None:
    application = applications.register(a_new_application())
    double = applications.get(application).applicant
    kept = people.register(a_person(national_id=a_number(date(1985, 8, 15), 4)))
    people.join(kept, double)
    assert applications.get(application).applicant == kept
    assert applications.open_of(kept, ApplicationKind.NEW) == application


def test_an_application_is_found_by_its_number(register: Register, db: Database) -> None:
    application = register()
    asked = search_words("S2026-001")
    found = db.column("SELECT rowid FROM search WHERE search MATCH ?", (f'"{asked}"',))
    assert found == [application * 16 + 3]


def test_who_asked_and_for_what_is_not_corrected_away(
    applications: Applications, register: Register, people: People
) -> None:
    application = register()
    known = applications.get(application).draft
    other = people.register(a_person(family_name="Annen"))
    changed = a_new_application(
        applicant=other, household=known.household, kind=ApplicationKind.RENEWAL
    )
    with pytest.raises(Invalid) as caught:
        applications.correct(application, changed)
    assert [problem.code for problem in caught.value.problems] == ["applicant_fixed", "kind_fixed"]


def test_received_can_not_be_corrected_past_what_came_after(
    applications: Applications, register: Register
) -> None:
    application = register()
    applications.take(application, S.IN_ASSESSMENT, date(2026, 11, 10))
    known = applications.get(application).draft
    late = a_new_application(
        applicant=known.applicant, household=known.household, received_on=date(2026, 11, 11)
    )
    with pytest.raises(Invalid) as caught:
        applications.correct(application, late)
    assert caught.value.problems[0].code == "day_after_next"


def test_every_verb_can_be_undone(
    applications: Applications, register: Register, office: Office
) -> None:
    application = register(needs=frozenset({NeedCategory.TOO_SMALL}))
    with office.unit("allocator.made") as unit:
        unit.insert("allocator", name="Nav")
    nav = office.dwellings.allocators()[0].id
    known = applications.get(application)
    fixed = a_new_application(applicant=known.applicant, household=known.household, note="rettet")
    verbs: tuple[Callable[[], None], ...] = (
        lambda: applications.take(application, S.INCOMPLETE, TODAY, "papirer"),
        lambda: applications.take(application, S.WITHDRAWN, TODAY, "ringte"),
        lambda: applications.set_group(application, TargetGroup.YOUNG, TODAY),
        lambda: applications.set_allocator(application, nav, TODAY),
        lambda: applications.set_needs(application, frozenset(), TODAY),
        lambda: applications.correct(application, fixed),
    )
    before = _all_facts(applications, application)
    for verb in verbs:
        verb()
        assert _all_facts(applications, application) != before
        office.history.undo()
        assert _all_facts(applications, application) == before
    assert office.history.verify() is None


def _all_facts(applications: Applications, application: ApplicationId) -> tuple[object, ...]:
    return applications.get(application), applications.states(application), applications.rows()


def test_children_are_counted_as_told_until_they_are_registered(
    register: Register, applications: Applications
) -> None:
    register(children_told=2)
    row = applications.rows()[0]
    assert (row.adults, row.children) == (1, 2)


def test_an_unknown_application_is_not_found(applications: Applications) -> None:
    for ask in (applications.get, applications.clock):
        with pytest.raises(NotFound) as caught:
            ask(ApplicationId(7))
        assert caught.value.code == "application_not_found"


def test_where_a_strictly_protected_person_lives_is_not_taken_in(
    applications: Applications,
) -> None:
    hidden = a_person(protection=AddressProtection.STRICTLY_CONFIDENTIAL, address=None)
    with pytest.raises(Invalid) as caught:
        applications.register(a_new_application(applicant=hidden))
    assert (caught.value.problems[0].field, caught.value.problems[0].source) == (
        "present_housing",
        "ADR-02",
    )
    application = applications.register(a_new_application(applicant=hidden, present_housing=""))
    row = applications.rows()[0]
    assert (row.id, row.protection) == (
        application,
        AddressProtection.STRICTLY_CONFIDENTIAL,
    )


def test_shielding_empties_where_the_household_lives_also_from_the_past(
    applications: Applications, people: People, office: Office
) -> None:
    application = applications.register(a_new_application())
    known = applications.get(application)
    fixed = a_new_application(
        applicant=known.applicant, household=known.household, present_housing=""
    )
    applications.correct(application, fixed)
    report = people.shield(known.applicant, "politiet", "Mappe 7")
    assert dict(report.removed) == {"application": 1, "person_address": 1}
    assert people.places_of(known.applicant) == ()
    texts = [
        f"{change.before} {change.after}"
        for event in office.history.latest()
        for change in office.history.changes(event.id)
    ]
    assert not [text for text in texts if "Testbakken" in text]
    assert applications.get(application).draft.reason == "har mistet leiligheten"
    assert office.history.verify() is None


def test_they_are_counted_without_being_read(
    applications: Applications, register: Register
) -> None:
    register()
    register(state=ApplicationState.GRANTED_WAITING)
    for states in (
        frozenset({ApplicationState.RECEIVED}),
        frozenset({ApplicationState.RECEIVED, ApplicationState.GRANTED_WAITING}),
        frozenset({ApplicationState.REFUSED}),
    ):
        assert applications.count(states) == len(applications.rows(states=states))
