"""The queue is read from the register: evictions, arrears and children come by themselves."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.ids import DebtCaseId, LeaseId, PersonId
from app.core.money import kroner
from app.debt.model import AcuteScreen, DebtTopic, Screened
from app.debt.queue.capacity.model import CapacityDraft
from app.debt.queue.model import DebtUrgency, Outlook, QueueOrder, QueueReason, QueueReasonKind
from app.evictions.model import EvictionOutcome
from app.office import Office
from app.people.model import HouseholdKind, MemberDraft, Role
from tests.app.arrears.desk import owing
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


def test_an_outlook_counts_who_has_begun_and_when_the_last_may(office: Office) -> None:
    capacity(office)
    for name in ("En", "To", "Tre"):
        asked(office, person(office, name), 30)
    places = office.debt_queue.places()
    whole = Outlook(places)
    assert whole.clears_on == places[-1].expected
    today = office.clock.today()
    assert whole.begun_by(today - timedelta(days=1)) == 0
    assert whole.begun_by(today + timedelta(days=365)) == 3
    assert Outlook(()).clears_on is None


def test_a_home_that_is_lost_before_the_start_is_told(office: Office) -> None:
    capacity(office, 10)
    today = office.clock.today()
    for name, days in (("En", 3), ("To", 4)):
        screen = AcuteScreen(today, power=Screened.YES, power_on=today + timedelta(days=days))
        office.debt_cases.register(a_request(person(office, name), screen=screen))
    first, second = office.debt_queue.places()
    assert (first.too_late, second.too_late) == (False, True)
    assert second.lost_on == today + timedelta(days=4)
    assert office.debt_queue.decider(first, second) is QueueOrder.POWER
    assert office.debt_queue.place_of(second.case.id) == second


def late_rent(office: Office) -> LeaseId:
    """Three months that are not paid."""
    return owing(office, date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 2))


def rent_of(office: Office) -> list[QueueReason]:
    (place,) = office.debt_queue.places()
    return [each for each in place.reasons if each.kind is K.RENT_OWED]


def test_rent_owed_to_us_counts_by_itself_until_an_agreement_on_it_is_kept(
    office: Office,
) -> None:
    lease = late_rent(office)
    asked(office, office.arrears.tenancy(lease).tenant)
    (rent,) = rent_of(office)
    assert (rent.owed, rent.months) == (kroner(24_000), 3)
    draft = replace(office.instalments.proposed(lease), agreed_by="Kari Testdal")
    office.instalments.sign(office.instalments.write(lease, draft))
    assert rent_of(office) == []


def test_rent_that_a_spouse_owes_threatens_the_same_home(office: Office) -> None:
    tenant = office.arrears.tenancy(late_rent(office)).tenant
    spouse = person(office, "Felles")
    office.people.found_household(
        HouseholdKind.COUPLE,
        (MemberDraft(tenant, Role.APPLICANT), MemberDraft(spouse, Role.CO_APPLICANT)),
    )
    asked(office, spouse)
    assert len(rent_of(office)) == 1


def test_a_little_rent_is_no_threat_yet(office: Office) -> None:
    lease = owing(office, date(2026, 11, 2))
    asked(office, office.arrears.tenancy(lease).tenant)
    assert rent_of(office) == []
