"""A case from its first message to its outcome, in a real register."""

from dataclasses import replace
from datetime import date

import pytest

from app.core.errors import Invalid, NotFound
from app.core.ids import LeaseId, PersonId
from app.evictions.advice.model import BestStep
from app.evictions.model import (
    DayChange,
    EvictionOutcome,
    EvictionStage,
    ForcedSaleStage,
    LossKind,
    MessageSender,
)
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.model import MeasureDraft, MeasureKind
from app.leases.endings.model import EndCause
from app.leases.model import LeaseState
from app.office import Office
from tests.app.evictions.desk import TODAY, a_message, open_case
from tests.app.leases.desk import LeaseDesk
from tests.factories import a_person, registered_person

SIGNED = date(2026, 11, 23)


def let(office: Office) -> tuple[LeaseDesk, LeaseId]:
    """A tenant with a signed lease that has begun."""
    desk = LeaseDesk(office)
    lease = desk.prepared()
    draft = replace(office.leases.get(lease).draft, start=date(2026, 11, 1))
    office.leases.save_draft(lease, draft)
    office.leases.issue(lease)
    office.leases.signed(lease, SIGNED)
    return desk, lease


def codes(error: pytest.ExceptionInfo[Invalid]) -> set[tuple[str, str]]:
    return {(each.field, each.code) for each in error.value.problems}


def test_a_message_opens_a_case_with_what_the_paper_says(office: Office) -> None:
    case = office.eviction_cases.get(open_case(office))
    assert case.number == "U-2026-1"
    assert case.stage is EvictionStage.COMMENT_PERIOD
    assert case.sender is MessageSender.NAMSFOGD
    assert case.home == "Prøvegata 7, H0301"
    assert case.reference == "26-104882"
    assert case.sums.total == 2_765_400
    assert case.open
    assert case.threatened


def test_tv_10_counts_two_weeks_from_the_day_it_came(office: Office) -> None:
    case = office.eviction_cases.get(open_case(office, received_on=date(2026, 4, 17)))
    assert case.comment_nominal == date(2026, 5, 1)
    assert case.comment_until == date(2026, 5, 4), "1 May is a holiday, then a weekend"


def test_tv_10_counts_from_the_service_when_it_is_known(office: Office) -> None:
    case = office.eviction_cases.get(open_case(office, served_on=date(2026, 11, 13)))
    assert case.comment_until == date(2026, 11, 27)


def test_tv_10_takes_the_day_the_paper_names(office: Office) -> None:
    case = office.eviction_cases.get(open_case(office, comment_until=date(2026, 12, 7)))
    assert (case.comment_nominal, case.comment_until) == (date(2026, 12, 7),) * 2


def test_tv_10_a_second_letter_does_not_start_the_two_weeks_again(office: Office) -> None:
    case = open_case(office)
    person = office.eviction_cases.get(case).person
    later = a_message(
        person, joins=case, received_on=date(2026, 11, 20), eviction_on=date(2026, 12, 10)
    )
    office.eviction_cases.receive(later)
    known = office.eviction_cases.get(case)
    assert known.comment_until == date(2026, 11, 30)
    assert known.stage is EvictionStage.DATE_SET
    assert known.eviction_on == date(2026, 12, 10)


def test_tv_12_a_day_before_the_comments_are_over_is_taken_in_and_told(office: Office) -> None:
    draft = a_message(
        registered_person(office), comment_until=date(2026, 12, 1), eviction_on=date(2026, 11, 30)
    )
    told = office.eviction_cases.check(draft)
    assert [(each.code, each.blocks) for each in told] == [("eviction_before_comment", False)]
    assert office.eviction_cases.get(office.eviction_cases.receive(draft)).eviction_on


def test_days_that_have_passed_are_taken_in_and_told(office: Office) -> None:
    draft = a_message(
        registered_person(office), comment_until=date(2026, 11, 9), eviction_on=date(2026, 11, 20)
    )
    told = {each.code for each in office.eviction_cases.check(draft)}
    assert told == {"eviction_comment_over", "eviction_date_passed"}
    office.eviction_cases.receive(draft)


def test_somebody_not_registered_comes_in_by_name_alone(office: Office) -> None:
    fresh = a_person(national_id="", address=None)
    case = office.eviction_cases.receive(a_message(None, new_person=fresh))
    person = office.people.get(office.eviction_cases.get(case).person)
    assert person.family_name == fresh.family_name
    office.history.undo()
    assert office.eviction_cases.rows() == ()
    with pytest.raises(NotFound):
        office.people.get(person.id)


def test_an_open_case_of_the_person_is_asked_for(office: Office) -> None:
    case = open_case(office)
    person = office.eviction_cases.get(case).person
    again = a_message(person, received_on=date(2026, 11, 20))
    with pytest.raises(Invalid) as refused:
        office.eviction_cases.receive(again)
    assert codes(refused) == {("joins", "eviction_case_open")}
    other = office.eviction_cases.receive(replace(again, apart=True, home="Testveien 2"))
    assert [each.id for each in office.eviction_cases.open_of_person(person)] == [case, other]


def test_the_same_message_twice_is_asked_for(office: Office) -> None:
    case = open_case(office)
    again = a_message(office.eviction_cases.get(case).person, joins=case)
    with pytest.raises(Invalid) as refused:
        office.eviction_cases.receive(again)
    assert codes(refused) == {("again", "eviction_message_twice")}
    office.eviction_cases.receive(replace(again, again=True))
    assert len(office.eviction_cases.messages(case)) == 2


def test_a_message_without_anything_says_what_it_needs(office: Office) -> None:
    with pytest.raises(Invalid) as refused:
        office.eviction_cases.receive(a_message(None, sender=None, received_on=None))
    assert {field for field, _ in codes(refused)} == {"sender", "person", "received_on"}


def test_the_numbers_of_a_year_follow_each_other(office: Office) -> None:
    first = open_case(office)
    person = office.eviction_cases.get(first).person
    other = office.eviction_cases.receive(
        a_message(person, apart=True, received_on=date(2026, 11, 19))
    )
    assert office.eviction_cases.get(other).number == "U-2026-2"


def test_a_day_is_set_put_off_and_called_off(office: Office) -> None:
    cases = office.eviction_cases
    case = open_case(office)
    cases.set_date(case, date(2026, 12, 10), "10.00")
    assert cases.get(case).stage is EvictionStage.DATE_SET
    with pytest.raises(Invalid) as refused:
        cases.postpone(case, date(2026, 12, 17))
    assert codes(refused) == {("reason", "reason_missing")}
    cases.postpone(case, date(2026, 12, 17), "10.00", "Utleieren er enig")
    assert cases.get(case).eviction_on == date(2026, 12, 17)
    cases.call_off(case, "Det er betalt")
    assert cases.get(case).eviction_on is None
    assert [each.change for each in cases.days(case)] == [
        DayChange.SET,
        DayChange.POSTPONED,
        DayChange.CALLED_OFF,
    ]
    office.history.undo()
    assert cases.get(case).eviction_on == date(2026, 12, 17)


def test_carried_out_ends_the_lease_and_undo_takes_both_back(office: Office) -> None:
    desk, lease = let(office)
    cases = office.eviction_cases
    case = cases.receive(a_message(desk.person, lease=lease, landlord="", home=""))
    assert cases.get(case).lease == lease
    cases.reach(case, EvictionStage.CARRIED_OUT)
    ended = office.endings.of(lease)
    assert ended is not None
    assert ended.cause is EndCause.EVICTION
    assert ended.last_day == TODAY
    assert office.leases.get(lease).ended_on == TODAY
    assert cases.get(case).outcome is EvictionOutcome.CARRIED_OUT
    office.history.undo()
    assert office.endings.of(lease) is None
    assert office.leases.get(lease).state is not LeaseState.ENDED
    assert cases.get(case).stage is EvictionStage.COMMENT_PERIOD


def test_what_comes_after_must_be_seen_to_before_a_case_is_closed(office: Office) -> None:
    cases = office.eviction_cases
    case = open_case(office)
    cases.reach(case, EvictionStage.CARRIED_OUT)
    with pytest.raises(Invalid) as refused:
        cases.close(case)
    assert codes(refused) == {("outcome", "eviction_aftercare_first")}
    cases.reach(case, EvictionStage.AFTERCARE)
    cases.close(case)
    known = cases.get(case)
    assert known.closed_on == TODAY
    assert known.outcome is EvictionOutcome.CARRIED_OUT
    assert not known.open


def test_a_case_ends_by_an_outcome_and_may_be_opened_again(office: Office) -> None:
    cases = office.eviction_cases
    case = open_case(office)
    for outcome in (None, EvictionOutcome.CARRIED_OUT):
        with pytest.raises(Invalid):
            cases.close(case, outcome)
    cases.close(case, EvictionOutcome.PAID, "Nav betalte")
    assert cases.get(case).outcome is EvictionOutcome.PAID
    assert cases.open_of_person(cases.get(case).person) == ()
    cases.reopen(case, "Betalingen ble trukket tilbake")
    assert cases.get(case).stage is EvictionStage.COMMENT_PERIOD
    assert cases.get(case).outcome is None


def test_our_own_notice_and_petition_make_one_case(office: Office) -> None:
    desk, lease = let(office)
    cases = office.eviction_cases
    with office.unit("eviction_case.opened") as unit:
        case = cases.notice_sent(unit, lease, TODAY)
    assert cases.get(case).stage is EvictionStage.NOTICE_SENT
    assert not cases.petitioned(desk.person)
    with office.unit("eviction_case.reached") as unit:
        assert cases.petition_filed(unit, lease, TODAY) == case
    assert cases.petitioned(desk.person)
    assert [each.id for each in cases.of_lease(lease)] == [case]


def test_tv_06_a_notice_that_has_run_out_is_a_risk_again(office: Office) -> None:
    _, lease = let(office)
    cases = office.eviction_cases
    with office.unit("eviction_case.opened") as unit:
        case = cases.notice_sent(unit, lease, TODAY)
    with office.unit("eviction_case.reached") as unit:
        cases.notice_ran_out(unit, lease, TODAY)
    assert cases.get(case).stage is EvictionStage.AT_RISK


def test_a_forced_sale_has_its_own_stages_and_days_as_given(office: Office) -> None:
    cases = office.eviction_cases
    case = open_case(office, kind=LossKind.FORCED_SALE, ground=None, eviction_on=date(2027, 2, 1))
    known = cases.get(case)
    assert known.step is ForcedSaleStage.PETITION_FILED
    assert known.comment_until is None, "nothing is counted"
    with pytest.raises(Invalid):
        cases.reach(case, EvictionStage.DATE_SET)
    cases.reach(case, ForcedSaleStage.FOR_SALE)
    assert cases.get(case).step is ForcedSaleStage.FOR_SALE
    cases.close(case, EvictionOutcome.PAID)
    assert not cases.get(case).open


def test_a_case_is_read_as_it_stood_on_a_day(office: Office) -> None:
    case = open_case(office)
    office.eviction_cases.reach(case, EvictionStage.CARRIED_OUT)
    before = office.eviction_cases.get(case, date(2026, 11, 20))
    assert before.stage is EvictionStage.COMMENT_PERIOD
    with pytest.raises(NotFound):
        office.eviction_cases.get(case, date(2026, 11, 1))


def test_the_case_follows_the_person_who_is_kept(office: Office) -> None:
    case = open_case(office)
    double = office.eviction_cases.get(case).person
    kept = office.people.register(a_person(national_id="", family_name="Beholdt"))
    open_case(office, kept, received_on=date(2026, 11, 18))
    office.people.join(kept, double)
    assert len(office.eviction_cases.open_of_person(kept)) == 2


def test_a_confidential_home_is_not_told(office: Office) -> None:
    from app.people.model import AddressProtection

    case = open_case(office)
    person = office.eviction_cases.get(case).person
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    assert office.eviction_cases.get(case).home == ""


def test_shielding_takes_away_home_lease_and_words(office: Office) -> None:
    desk, lease = let(office)
    cases = office.eviction_cases
    case = cases.receive(
        a_message(desk.person, lease=lease, words="Nøkkelen henger i Ødegårdsvegen 4")
    )
    cases.set_date(case, date(2026, 12, 10), reason="Besiktiget Ødegårdsvegen 4")
    office.people.shield(desk.person, "Folkeregisteret", "Mappe 12")
    known = cases.get(case)
    assert (known.lease, known.home, known.landlord) == (None, "", "")
    assert cases.messages(case)[0].words == ""
    assert cases.days(case)[0].reason == ""
    assert known.eviction_on == date(2026, 12, 10), "the day itself stays"


def test_a_strictly_protected_person_has_a_case_without_a_home(office: Office) -> None:
    person: PersonId = registered_person(office)
    office.people.shield(person, "Folkeregisteret", "Mappe 12")
    with pytest.raises(Invalid) as refused:
        open_case(office, person)
    assert codes(refused) == {
        ("home", "eviction_home_strict"),
        ("landlord", "eviction_home_strict"),
        ("paper_reference", "eviction_paper_missing"),
    }
    draft = a_message(person, home="", landlord="", paper_reference="Utkastelser, perm 2")
    known = office.eviction_cases.get(office.eviction_cases.receive(draft))
    assert (known.home, known.lease, known.paper_reference) == ("", None, "Utkastelser, perm 2")


def test_the_search_box_finds_a_case_by_number_name_and_the_namsfogds_number(
    office: Office,
) -> None:
    case = open_case(office)
    for words in ("U-2026-1", "26-104882", "kanari"):
        found = [hit.ref.id for hit in office.search.find(words) if hit.kind == "eviction_case"]
        assert found == [case], words


def test_what_is_done_already_is_not_proposed_again(office: Office) -> None:
    person = registered_person(office)
    case = office.eviction_cases.get(open_case(office, person))
    before = {each.step for each in office.eviction_advice.steps(case)}
    assert {BestStep.CALL, BestStep.DEBT_ADVICE} <= before
    today = office.clock.today()
    note = ContactNoteDraft(today, ContactChannel.PHONE, ContactOutcome.REACHED, "Ringte")
    office.contact_notes.add(person, note)
    advice = MeasureDraft("Råd", responsible="Ida Testmo", kind=MeasureKind.DEBT_ADVICE)
    office.followup.plan_measure(person, replace(advice, due_on=date(2026, 12, 31)))
    after = {each.step for each in office.eviction_advice.steps(case)}
    assert not {BestStep.CALL, BestStep.DEBT_ADVICE} & after


def test_the_list_has_the_nearest_day_first(office: Office) -> None:
    far = open_case(office, received_on=date(2026, 11, 22))
    person = office.eviction_cases.get(far).person
    near = office.eviction_cases.receive(
        a_message(person, apart=True, eviction_on=date(2026, 11, 25))
    )
    rows = office.eviction_advice.rows()
    assert [row.case.id for row in rows] == [near, far]
    assert rows[0].left == 2
    assert rows[0].step is not None
