"""What I dag says of unpaid rent."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.alerts.arrears_due import (
    RENTS_TOLD,
    broken,
    old_demands,
    pauses,
    shortened,
    signals,
    unpaid,
)
from app.alerts.gathered import MOST_TOLD, gathered
from app.alerts.model import Act, AlertId, Reason, Urgency
from app.arrears import rules
from app.arrears.instalments.model import Breach
from app.arrears.model import RentAccount, Tenancy
from app.arrears.pauses.model import Pause, PauseEnd, PauseReason
from app.arrears.signals.model import SignalLevel, SignalRow, SignalStanding
from app.arrears.steps.model import (
    ArrearsRow,
    ArrearsStep,
    ArrearsStepKind,
    Children,
    Proposed,
    ProposedKind,
    ProposedReason,
    RankReason,
)
from app.core.ids import DwellingId, LeaseId, PersonId
from app.core.money import kroner
from app.leases.model import LeaseState
from app.people.model import AddressProtection
from app.settings.rule_files import load_parameters
from tests.app.arrears.ledger import claimed

LAW = load_parameters()
DUE = date(2026, 11, 2)


def tenancy(lease: int = 1) -> Tenancy:
    """One that runs."""
    return Tenancy(
        LeaseId(lease),
        (LeaseId(lease),),
        f"L2026-{lease}",
        PersonId(lease),
        "Leyla Demirova",
        AddressProtection.NONE,
        DwellingId(lease),
        "Prøvegata 7",
        date(2025, 1, 1),
        None,
        LeaseState.RUNNING,
        kroner(8450),
    )


def row(
    day: date,
    lease: int = 1,
    *,
    ages: tuple[int, ...] = (),
    kind: ProposedKind = ProposedKind.FRIENDLY_CONTACT,
    reason: ProposedReason = ProposedReason.FIRST_MISSED,
) -> ArrearsRow:
    """The rent of November is not paid, and something can be done."""
    owed = rules.owed(RentAccount((claimed(1, DUE, 8450),)), day)
    step = Proposed(kind, reason, day)
    return ArrearsRow(tenancy(lease), owed, Children(ages), None, step, None, RankReason.YOUNG)


def test_al09_it_is_told_the_day_after_the_due_day_and_not_before() -> None:
    first = DUE + timedelta(days=1)
    (alert,) = unpaid([row(first)], LAW, first)
    assert (alert.id, alert.urgency, alert.since) == (AlertId.RENT_UNPAID, Urgency.SOON, first)
    assert rules.owed(RentAccount((claimed(1, DUE, 8450),)), DUE).total == 0


def test_al09_it_turns_red_after_fourteen_days() -> None:
    thirteen, fourteen = DUE + timedelta(days=13), DUE + timedelta(days=14)
    assert unpaid([row(thirteen)], LAW, thirteen)[0].urgency is Urgency.SOON
    assert unpaid([row(fourteen)], LAW, fourteen)[0].urgency is Urgency.NOW


def test_with_children_it_is_red_at_once() -> None:
    first = DUE + timedelta(days=1)
    assert unpaid([row(first, ages=(4,))], LAW, first)[0].urgency is Urgency.NOW


def test_al09_it_is_never_put_off_past_the_next_rung() -> None:
    first = DUE + timedelta(days=1)
    assert unpaid([row(first)], LAW, first)[0].again == DUE + timedelta(days=7)


def test_what_waits_for_its_day_is_not_told() -> None:
    day = DUE + timedelta(days=3)
    later = replace(row(day), next=Proposed(ProposedKind.REMINDER, ProposedReason.SMALL_SUM, None))
    assert unpaid([later], LAW, day) == ()


def test_a_broken_agreement_is_told_by_itself_alone() -> None:
    day = DUE + timedelta(days=3)
    told = row(day, reason=ProposedReason.AGREEMENT_BROKEN)
    assert unpaid([told], LAW, day) == ()
    breach = Breach(LeaseId(1), 1, day, day, kroner(500), kroner(0), kroner(500))
    (alert,) = broken([(tenancy(), breach)])
    assert (alert.why, alert.act) == (Reason.INSTALMENT_MISSED, Act.OPEN_INSTALMENTS)
    spoken = replace(breach, told_on=day)
    assert not list(broken([(tenancy(), spoken)]))


@given(st.integers(0, 30))
def test_of_many_the_first_are_told_and_the_rest_as_one(count: int) -> None:
    day = DUE + timedelta(days=3)
    found = shortened(unpaid([row(day, at + 1) for at in range(count)], LAW, day))
    assert len(found) == min(count, RENTS_TOLD + 1)
    assert len({each.key for each in found}) == len(found)
    if count > RENTS_TOLD + 1:
        assert found[-1].why is Reason.RENTS_MISSED
        assert dict(found[-1].facts)["count"] == count - RENTS_TOLD


def test_a_pause_that_runs_out_leads_to_the_agreement() -> None:
    until = date(2026, 11, 27)
    pause = Pause(1, LeaseId(1), DUE, PauseReason.OTHER, "", (PauseEnd(DUE, until),))
    (alert,) = pauses([(tenancy(), pause)], date(2026, 11, 23))
    assert (alert.why, alert.due) == (Reason.PAUSE_ENDS, until)


def test_many_pauses_that_run_out_lead_to_their_list() -> None:
    until = date(2026, 11, 27)
    pause = Pause(1, LeaseId(1), DUE, PauseReason.OTHER, "", (PauseEnd(DUE, until),))
    many = [(tenancy(at), pause) for at in range(1, MOST_TOLD + 2)]
    (alert,) = gathered(pauses(many, date(2026, 11, 23)))
    assert (alert.why, alert.act, alert.due) == (Reason.PAUSES_END, Act.SEE_PAUSES, until)
    assert dict(alert.facts)["count"] == MOST_TOLD + 1


def signal_row(level: SignalLevel, *, petition: bool = False) -> SignalRow:
    """Somebody with signals at a level."""
    standing = SignalStanding(PersonId(1), level, since=DUE, petition=petition)
    return SignalRow(PersonId(1), "Leyla Demirova", AddressProtection.NONE, standing, ())


def test_p2_two_signals_are_yellow_and_a_single_one_is_not_told() -> None:
    (alert,) = signals([signal_row(SignalLevel.YELLOW)])
    assert (alert.why, alert.urgency) == (Reason.SIGNALS_YELLOW, Urgency.SOON)
    assert not list(signals([signal_row(SignalLevel.NOTE)]))


def test_a_petition_is_told_by_its_own_case() -> None:
    assert not list(signals([signal_row(SignalLevel.RED, petition=True)]))


def test_al11_a_demand_older_than_six_months_is_told_with_its_paragraph() -> None:
    """INK-04."""
    day = date(2027, 6, 1)
    old = row(day, kind=ProposedKind.PAYMENT_DEMAND, reason=ProposedReason.DEMAND_OLD)
    step = ArrearsStep(1, LeaseId(1), ArrearsStepKind.PAYMENT_DEMAND, DUE, sent_on=DUE)
    (alert,) = old_demands([replace(old, last=step)])
    assert (alert.id, alert.why) == (AlertId.NOTICE_OLD, Reason.DEMAND_RAN_OUT)
    assert (alert.urgency, alert.basis) == (Urgency.INFO, "inkassoloven § 11")
    assert not list(old_demands([row(day)]))
