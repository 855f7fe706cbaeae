"""What stands in a case, or is said by something that says more, is not told once more."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.alerts.arrears_due import old_demands, unpaid
from app.alerts.evictions_due import of_cases, silent_units
from app.alerts.gathered import MOST_TOLD, gathered
from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.alerts.told_once import InCase, is_told, told_once
from app.arrears.instalments.model import Breach
from app.arrears.signals.model import SignalLevel
from app.arrears.steps.model import ArrearsStep, ArrearsStepKind, ProposedKind, ProposedReason
from app.core.ids import EvictionCaseId, LeaseId, PersonId, Ref, ServiceUnitId
from app.core.money import kroner
from app.evictions.model import EvictionStage
from app.evictions.units.model import TellingGround, Unanswered, UnitNote
from app.settings.rule_files import load_parameters
from tests.app.alerts.test_arrears_due import DUE, row, signal_row, tenancy
from tests.app.alerts.test_evictions_due import a_case

LAW = load_parameters()
TODAY = date(2026, 11, 23)
CASE = replace(a_case(), lease=LeaseId(1))


def petition(lease: int, urgency: Urgency) -> Alert:
    """A petition that may be filed (AL-10)."""
    return Alert(
        id=AlertId.PETITION,
        urgency=urgency,
        case=Ref("lease", lease),
        since=TODAY,
        due=None,
        counted_day=None,
        basis="",
        why=Reason.MEET_BEFORE_PETITION,
        act=Act.OPEN_ARREARS,
    )


def test_a_tenancy_in_a_case_is_not_told_as_unpaid_or_broken_or_by_signals() -> None:
    in_case = InCase([CASE])
    breach = Breach(LeaseId(1), 1, TODAY, TODAY, kroner(500), kroner(0), kroner(500))
    rows = [row(TODAY, 1), row(TODAY, 2)]
    assert [each.tenancy.lease for each in in_case.rows(rows)] == [2]
    assert [each.lease for each, _ in in_case.breaches([(tenancy(1), breach)])] == []
    assert in_case.signals([signal_row(SignalLevel.YELLOW)]) == ()


def test_one_more_lease_of_the_same_tenancy_is_in_the_case_too() -> None:
    renewed = replace(row(TODAY, 5), tenancy=replace(tenancy(5), leases=(LeaseId(1), LeaseId(5))))
    assert InCase([CASE]).rows([renewed]) == ()


def test_a_case_of_our_own_or_one_that_is_over_hides_nothing() -> None:
    ours = replace(CASE, received_on=None, stage=EvictionStage.NOTICE_SENT)
    over = replace(CASE, stage=EvictionStage.CLOSED)
    back = replace(CASE, taken_back_on=TODAY)
    assert not any(is_told(each) for each in (ours, over, back))
    assert len(InCase([ours, over, back]).rows([row(TODAY, 1)])) == 1


@given(st.sampled_from(EvictionStage), st.booleans(), st.booleans())
def test_what_is_hidden_stands_as_a_case(stage: EvictionStage, told: bool, back: bool) -> None:
    case = replace(
        CASE,
        stage=stage,
        received_on=TODAY if told else None,
        taken_back_on=TODAY if back else None,
    )
    alerts = tuple(of_cases([case], {}, LAW, TODAY))
    assert bool(alerts) is InCase([case]).tenancy((LeaseId(1),))


def test_al10_stands_for_the_rent_and_is_as_red() -> None:
    late = DUE + timedelta(days=20)
    found = told_once((*unpaid([row(late, 1), row(late, 2)], LAW, late), petition(1, Urgency.SOON)))
    assert [(each.id, each.case.id) for each in found] == [
        (AlertId.RENT_UNPAID, 2),
        (AlertId.PETITION, 1),
    ]
    assert found[1].urgency is Urgency.NOW


def test_al11_a_demand_that_ran_out_is_told_once() -> None:
    day = DUE + timedelta(days=200)
    old = row(day, kind=ProposedKind.PAYMENT_DEMAND, reason=ProposedReason.DEMAND_OLD)
    old = replace(old, last=ArrearsStep(1, LeaseId(1), ArrearsStepKind.PAYMENT_DEMAND, DUE))
    (alert,) = told_once((*unpaid([old], LAW, day), *old_demands([old])))
    assert (alert.why, alert.urgency) == (Reason.DEMAND_RAN_OUT, Urgency.NOW)


def test_what_is_told_alone_keeps_its_urgency() -> None:
    (alert,) = told_once([petition(1, Urgency.SOON)])
    assert alert.urgency is Urgency.SOON


def silent(case: int) -> Unanswered:
    """A unit that has not answered in a case."""
    whose, day = EvictionCaseId(case), TODAY - timedelta(days=9)
    duty = TellingGround.REPORT_DUTY
    note = UnitNote(1, whose, ServiceUnitId(2), None, day, duty, sent_on=day)
    return Unanswered(whose, PersonId(case), "Leyla Demirova", note)


def test_units_that_are_silent_in_many_cases_stand_as_one() -> None:
    few = gathered(silent_units([silent(case) for case in range(MOST_TOLD)]))
    assert len(few) == MOST_TOLD
    (alert,) = gathered(silent_units([silent(case) for case in range(MOST_TOLD + 1)]))
    assert (alert.why, alert.act) == (Reason.UNITS_SILENT_SEVERAL, Act.SEE_EVICTIONS)
