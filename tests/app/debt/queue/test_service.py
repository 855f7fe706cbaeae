"""The queue is read from the register: evictions, arrears and children come by themselves."""

from datetime import date, timedelta

from app.core.ids import DebtCaseId, PersonId
from app.debt.model import AcuteScreen, DebtTopic, Screened
from app.debt.queue.capacity.model import CapacityDraft
from app.debt.queue.model import DebtUrgency, QueueReasonKind
from app.evictions.model import EvictionOutcome
from app.office import Office
from app.people.model import HouseholdKind, MemberDraft, Role
from tests.app.debt.desk import a_request, asked, begun
from tests.app.evictions.desk import open_case
from tests.factories import a_person

K = QueueReasonKind


def person(office: Office, name: str = "Ås", **changes: object) -> PersonId:
    return office.people.register(
        a_person(family_name=name, national_id="", address=None, **changes)
    )


def order(office: Office, on: date | None = None) -> list[DebtCaseId]:
    return [each.case.id for each in office.debt_queue.places(on)]


def capacity(office: Office, share: int = 50) -> None:
    office.debt_capacity.change(
        CapacityDraft(office.clock.today() - timedelta(days=400), share, 2250, 15, 20, 30)
    )


def test_p10_a_case_with_a_day_for_eviction_stands_first_by_itself(office: Office) -> None:
    long, threatened = person(office, "Lang"), person(office, "Truet")
    first, second = asked(office, long, 200), asked(office, threatened, 2)
    assert order(office) == [first, second]
    case = open_case(office, threatened, eviction_on=date(2026, 12, 1))
    assert order(office) == [second, first]
    place = office.debt_queue.places()[0]
    assert place.reasons[0].kind is K.EVICTION_DAY
    assert place.urgency is DebtUrgency.ACUTE
    office.eviction_cases.close(case, EvictionOutcome.PAID)
    assert order(office) == [first, second]


def test_the_threat_reaches_everyone_grown_up_in_the_household(office: Office) -> None:
    tenant, spouse = person(office, "Felles"), person(office, "Felles", given_name="Ola")
    child = person(office, "Felles", given_name="Lise", birth_date=date(2015, 3, 1))
    office.people.found_household(
        HouseholdKind.COUPLE_WITH_CHILDREN,
        (
            MemberDraft(tenant, Role.APPLICANT),
            MemberDraft(spouse, Role.CO_APPLICANT),
            MemberDraft(child, Role.CHILD),
        ),
    )
    open_case(office, tenant, comment_until=date(2026, 12, 4))
    asked(office, spouse)
    (place,) = office.debt_queue.places()
    assert [each.kind for each in place.reasons] == [K.COMMENT_PERIOD, K.CHILDREN, K.ASKED]
    assert place.reasons[1].count == 1


def test_only_those_who_wait_have_a_place(office: Office) -> None:
    waits, works = asked(office, person(office, "Vent")), begun(office, person(office, "Gang"))
    assert order(office) == [waits]
    office.debt_cases.withdraw(waits, "Har fått hjelp av banken")
    assert order(office) == []
    assert works not in order(office)


def test_the_queue_of_a_day_that_was_is_read_as_it_stood(office: Office) -> None:
    early, late = asked(office, person(office, "Før"), 40), asked(office, person(office, "Nå"), 1)
    today = office.clock.today()
    office.debt_cases.screen(late, AcuteScreen(today, Screened.YES, today + timedelta(days=9)))
    assert order(office) == [late, early]
    assert order(office, today - timedelta(days=1)) == [early, late]
    assert order(office, today - timedelta(days=20)) == [early]


def test_without_a_capacity_no_start_is_told(office: Office) -> None:
    asked(office)
    assert office.debt_queue.places()[0].expected is None


def test_b13_the_expected_start_follows_the_capacity_and_what_is_begun(office: Office) -> None:
    capacity(office)
    for name in ("En", "To", "Tre"):
        asked(office, person(office, name), 30)
    starts = [each.expected for each in office.debt_queue.places()]
    assert starts[0] is not None
    assert starts[0].likely >= office.clock.today()
    assert [each.likely for each in starts if each] == sorted({e.likely for e in starts if e})
    begun(office, person(office, "Gang"))
    later = office.debt_queue.places()[0].expected
    assert later is not None
    assert later.likely > starts[0].likely


def test_a_capacity_can_be_tried_out_without_being_kept(office: Office) -> None:
    capacity(office)
    for name in ("En", "To", "Tre"):
        asked(office, person(office, name), 30)
    now = office.debt_capacity.on()
    assert now is not None
    kept = office.debt_queue.places()
    more = office.debt_queue.places(instead=type(now)(office.clock.today(), 100, 2250, 15, 20, 30))
    assert [each.case.id for each in more] == [each.case.id for each in kept]
    assert more[-1].expected is not None
    assert kept[-1].expected is not None
    assert more[-1].expected.likely < kept[-1].expected.likely
    assert office.debt_queue.places() == kept


def test_al_16_the_acute_past_the_target_are_late_the_ordinary_are_not(office: Office) -> None:
    today = office.clock.today()
    ordinary = asked(office, person(office, "Vanlig"), 60)
    acute = office.debt_cases.register(
        a_request(
            person(office, "Akutt"),
            received_on=today - timedelta(days=7),
            topics=frozenset({DebtTopic.POWER}),
            screen=AcuteScreen(today - timedelta(days=7), power=Screened.YES),
        )
    )
    assert [each.case.id for each in office.debt_queue.late()] == [acute]
    assert all(each.late for each in office.debt_queue.places())
    assert order(office) == [acute, ordinary]
