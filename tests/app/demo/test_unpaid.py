"""Who owes rent in Lia, who may lose their home, and that each has a reason and a next step."""

from collections import Counter
from datetime import date, timedelta

import pytest

from app.arrears.lists.model import ArrearsCheckKind
from app.arrears.rounds.model import CallResult
from app.arrears.steps.model import ArrearsStepKind, ProposedKind, ProposedReason
from app.core.ids import LeaseId
from app.demo.stock import COMPANY
from app.demo.unpaid import AT_RISK
from app.evictions.model import EvictionOutcome, EvictionStage, LossKind
from app.office import Office
from app.overview.at_risk.model import RiskReason
from app.people.model import AddressProtection
from tests.app.demo.conftest import Lia
from tests.app.demo.test_weeks import DAYS

FIRST = date(2026, 12, 1)


@pytest.fixture(params=(*DAYS, FIRST), ids=str)
def office(request: pytest.FixtureRequest, lia: Lia) -> Office:
    """Lia on the days of the six weeks, and on a day on which rent is due."""
    day = request.param
    assert isinstance(day, date)
    return lia(day, "")


def _cases_of(office: Office, stage: EvictionStage) -> list[int]:
    return [case.id for case in office.eviction_cases.rows() if case.stage is stage]


# who may lose their home


def test_sd_08_forty_nine_may_lose_their_home_each_with_reason_step_and_place(
    office: Office,
) -> None:
    rows = office.at_risk.rows()
    assert len(rows) == AT_RISK == 49
    assert all(row.risks and row.step for row in rows)
    assert [row.person for row in rows if not row.home] == [
        row.person for row in rows if row.protection is not AddressProtection.NONE
    ]


def test_adr_03_no_protected_address_is_told(office: Office) -> None:
    protected = {
        row.id for row in office.people.rows() if row.protection is not AddressProtection.NONE
    }
    assert len(protected) == 2
    assert not [r for r in office.at_risk.rows() if r.person in protected and r.home]
    assert not [t for t in office.arrears.tenancies() if t.tenant in protected and t.address]


def test_every_reason_but_red_signs_is_there(office: Office) -> None:
    reasons = {risk.why for row in office.at_risk.rows() for risk in row.risks}
    assert reasons >= set(RiskReason) - {RiskReason.SIGNALS_RED}


def test_a_third_have_children_of_many_ages(office: Office) -> None:
    families = [row.ages for row in office.at_risk.rows() if row.ages]
    assert 12 <= len(families) <= 20
    ages = {age for each in families for age in each}
    assert min(ages) <= 3
    assert max(ages) >= 13


def test_yellow_signs_are_two_and_tell_what_they_rest_on(office: Office) -> None:
    rows = [row for row in office.early_signals.rows() if row.standing.level.value == "yellow"]
    assert rows
    assert all(len(row.standing.because) >= 2 for row in rows)


# what is owed


def test_debts_began_in_different_months_and_are_of_different_sums(office: Office) -> None:
    rows = office.arrears_steps.proposals()
    assert len({row.owed.oldest_month for row in rows}) >= 6
    assert len({row.owed.total for row in rows}) > len(rows) * 3 // 4
    assert all(
        row.tenancy.start is None or row.tenancy.start <= each.charge.due_on
        for row in rows
        for each in row.owed.charges
    )


def test_some_have_paid_a_part(office: Office) -> None:
    parts = [
        row
        for row in office.arrears_steps.proposals()
        if any(0 < each.left < each.charge.amount for each in row.owed.charges)
    ]
    assert len(parts) >= 5


def test_steps_that_come_next_are_of_many_kinds(office: Office) -> None:
    kinds = Counter(row.next.kind for row in office.arrears_steps.proposals())
    assert set(kinds) >= {
        ProposedKind.FRIENDLY_CONTACT,
        ProposedKind.REMINDER,
        ProposedKind.MEETING_FIRST,
        ProposedKind.CHECK_DATA,
        ProposedKind.NONE,
    }


def test_every_kind_of_letter_was_sent(office: Office) -> None:
    sent = Counter(
        step.kind
        for row in office.arrears_steps.proposals()
        for step in office.arrears_steps.of(row.tenancy.lease)
        if step.kind.letter and step.sent_on is not None
    )
    assert set(sent) == {
        ArrearsStepKind.FRIENDLY_REMINDER,
        ArrearsStepKind.REMINDER,
        ArrearsStepKind.COLLECTION_NOTICE,
        ArrearsStepKind.PAYMENT_DEMAND,
    }


def test_one_tenancy_is_over_and_still_owes(office: Office) -> None:
    over = [
        row.tenancy for row in office.arrears_steps.proposals() if not row.tenancy.state.lived_in
    ]
    assert len(over) >= 2
    assert all(each.last_day is not None for each in over)


def test_hl_20_one_objects_and_one_has_paid_the_rent_in_on_a_blocked_account(
    office: Office,
) -> None:
    owed = [row.owed for row in office.arrears_steps.proposals()]
    assert sum(each.disputed > 0 for each in owed) == 2
    assert sum(each.deposited > 0 for each in owed) == 1


# agreements and pauses


def test_doc_23_agreements_are_kept_and_one_that_is_broken_waits_for_a_call(
    office: Office,
) -> None:
    today = office.clock.today()
    reasons = Counter(row.next.reason for row in office.arrears_steps.proposals())
    assert reasons[ProposedReason.AGREED] == 5
    breaches = office.instalments.breaches(today)
    assert len(breaches) == 2
    assert sum(each.told_on is None for each in breaches) == 1


def test_a_pause_ends_this_week_and_another_goes_on(office: Office) -> None:
    today = office.clock.today()
    ends = [each.until(today) for each in office.pauses.ending()]
    assert len(ends) == 1
    assert ends[0] <= today + timedelta(days=7)
    paused = [r for r in office.arrears_steps.proposals() if r.next.reason is ProposedReason.PAUSED]
    assert len(paused) == 2


# homes at stake


@pytest.mark.parametrize("stage", list(EvictionStage))
def test_a_case_stands_at_every_stage(office: Office, stage: EvictionStage) -> None:
    if stage is EvictionStage.CARRIED_OUT:  # what comes after began the same day
        assert len(_cases_of(office, EvictionStage.AFTERCARE)) == 1
        return
    assert _cases_of(office, stage)


def test_p3_units_were_told_and_one_has_read_it(office: Office) -> None:
    notes = [
        note for case in office.eviction_cases.rows() for note in office.unit_notes.of(case.id)
    ]
    assert len(notes) >= 2
    assert sum(note.read_on is not None for note in notes) == 1


def test_tv_13_one_who_lost_the_home_is_followed(office: Office) -> None:
    (case,) = _cases_of(office, EvictionStage.AFTERCARE)
    care = office.aftercare.of(next(c.id for c in office.eviction_cases.rows() if c.id == case))
    assert care is not None
    assert care.tasks
    kinds = {row.document.kind.value for row in office.letters.rows()}
    assert "aftercare_letter" in kinds


def test_one_home_that_somebody_owns_is_to_be_sold(office: Office) -> None:
    open_ones = [case for case in office.eviction_cases.rows() if case.open]
    assert sum(case.kind is LossKind.FORCED_SALE for case in open_ones) == 1


def test_earlier_years_are_told_and_fewer_lose_their_home(office: Office) -> None:
    this, last, before = office.eviction_reports.report().years[:3]
    assert this.year == office.clock.today().year or this.year == last.year + 1
    lost = [dict(year.outcomes)[EvictionOutcome.CARRIED_OUT] for year in (last, before)]
    assert lost[0] < lost[1]


# the round, the meeting, the owner's own list


def test_somebody_is_to_be_rung_and_others_were_rung_last_month(office: Office) -> None:
    assert office.arrears_rounds.call_list()
    steps = [
        step
        for row in office.arrears_steps.proposals()
        for step in office.arrears_steps.of(row.tenancy.lease)
        if step.round
    ]
    assert len(steps) >= len(CallResult)
    assert {step.spoke for step in steps} == {True, False}


def test_the_last_meeting_decided_and_one_decision_waits_past_its_day(office: Office) -> None:
    (meeting,) = office.arrears_meetings.rows()
    held = office.arrears_meetings.get(meeting.id)
    assert held.closed_on is not None
    assert not held.undecided
    assert len(office.arrears_rounds.due()) == 1


def test_the_owner_who_bills_itself_sends_lists_and_sjekk_data_finds_a_few(
    office: Office,
) -> None:
    (biller,) = (each for each in office.arrears.billers() if each.name == COMPANY)
    imports = office.arrears_check.imports(biller.id)
    assert len(imports) >= 2
    assert all(not each.left_out for each in imports)
    kinds = Counter(each.kind for each in office.arrears_check.findings())
    assert kinds[ArrearsCheckKind.BALANCE_DIFFERS] == 1
    assert sum(kinds.values()) <= 8


def test_balance_is_what_is_claimed_minus_what_is_paid(office: Office) -> None:
    for lease, account in office.arrears.accounts().items():
        claimed = sum(each.amount for each in account.charges if each.stands)
        paid = sum(each.amount for each in account.payments if each.stands)
        assert office.arrears.balance(LeaseId(lease)) == claimed - paid
