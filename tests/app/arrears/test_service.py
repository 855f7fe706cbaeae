"""What is claimed and paid by hand, withdrawn, closed and taken up again."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.arrears.accounts.model import ChargeDraft, ClosingDraft, PaymentDraft
from app.arrears.disputes.model import DisputeDraft
from app.arrears.model import ArrearsOutcome, ArrearsState, PaidBy, RentChargeKind
from app.arrears.pauses.model import Pause, PauseEnd, PauseReason
from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound, OfficeError
from app.core.ids import LeaseId, PersonId
from app.core.money import Ore, kroner
from app.leases.endings.model import EndCause
from app.office import Office
from tests.app.arrears.desk import tenancy
from tests.factories import a_person

TODAY = date(2026, 11, 23)
OCTOBER = ChargeDraft(due_on=date(2026, 10, 1), amount=kroner(8000), month="2026-10")
PAID = PaymentDraft(paid_on=date(2026, 11, 2), amount=kroner(3000), reference="A1")


@pytest.fixture
def lease(office: Office) -> LeaseId:
    """A tenancy that runs."""
    return tenancy(office)


def refused(office: Office, lease: LeaseId, draft: ChargeDraft | PaymentDraft) -> list[str]:
    """What is wrong, and beside which field."""
    act = (
        partial(office.arrears.add_charge, lease, draft)
        if isinstance(draft, ChargeDraft)
        else partial(office.arrears.add_payment, lease, draft)
    )
    with pytest.raises(Invalid) as caught:
        act()
    return [f"{each.field}: {each.code}" for each in caught.value.problems]


def test_what_is_typed_is_owed_and_paid_and_taken_back(office: Office, lease: LeaseId) -> None:
    office.arrears.add_charge(lease, OCTOBER)
    office.arrears.add_payment(lease, PAID)
    owed = office.arrears.owed(lease)
    assert (owed.total, owed.since, owed.oldest_month) == (
        kroner(5000),
        date(2026, 10, 2),
        "2026-10",
    )
    assert office.arrears.state(lease) is ArrearsState.OPEN
    office.history.undo()
    assert office.arrears.balance(lease) == kroner(8000)
    office.history.undo()
    assert office.arrears.balance(lease) == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"amount": None}, "amount: arrears_sum_missing"),
        ({"amount": Ore(0)}, "amount: arrears_sum_not_above_zero"),
        ({"amount": kroner(-5)}, "amount: arrears_sum_not_above_zero"),
        ({"due_on": None}, "due_on: charge_due_missing"),
        ({"month": "oktober"}, "month: rent_month_unreadable"),
        ({"month": "2026-13"}, "month: rent_month_unreadable"),
    ],
)
def test_a_claim_that_cannot_be_is_refused_beside_its_field(
    office: Office, lease: LeaseId, changed: dict[str, object], said: str
) -> None:
    assert refused(office, lease, replace(OCTOBER, **changed)) == [said]  # type: ignore[arg-type]  # its own fields
    assert office.arrears.account(lease).charges == ()


def test_the_rent_of_a_month_twice_is_asked_about_not_refused(
    office: Office, lease: LeaseId
) -> None:
    office.arrears.add_charge(lease, OCTOBER)
    assert refused(office, lease, OCTOBER) == ["again: charge_month_known"]
    fee = replace(OCTOBER, kind=RentChargeKind.COSTS, month="")
    office.arrears.add_charge(lease, fee)
    assert refused(office, lease, fee) == ["again: charge_known"]
    office.arrears.add_charge(lease, replace(OCTOBER, again=True))
    assert office.arrears.balance(lease) == kroner(24000)


def test_hl_11_a_due_day_when_the_bank_is_closed_is_told_with_the_moved_day(
    office: Office, lease: LeaseId
) -> None:
    easter = replace(OCTOBER, due_on=date(2026, 4, 2), month="2026-04")  # skjærtorsdag
    (told,) = office.arrears.check_charge(lease, easter)
    assert (told.field, told.code, told.blocks) == ("due_on", "charge_due_on_closed_day", False)
    assert told.facts == {"moved": date(2026, 4, 7)}
    office.arrears.add_charge(lease, easter)
    assert office.arrears.owed(lease, date(2026, 4, 7)).total == 0
    assert office.arrears.owed(lease, date(2026, 4, 8)).total == kroner(8000)


def test_a_claim_from_before_the_tenancy_is_told_of(office: Office, lease: LeaseId) -> None:
    early = replace(OCTOBER, due_on=date(2024, 12, 2), month="2024-12")
    assert [each.code for each in office.arrears.check_charge(lease, early)] == [
        "charge_before_tenancy"
    ]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"amount": kroner(-1)}, "amount: arrears_sum_not_above_zero"),
        ({"paid_on": None}, "paid_on: paid_day_missing"),
        ({"paid_on": TODAY + timedelta(days=1)}, "paid_on: paid_in_future"),
        ({"covers": 99}, "covers: charge_not_standing"),
    ],
)
def test_a_payment_that_cannot_be_is_refused_beside_its_field(
    office: Office, lease: LeaseId, changed: dict[str, object], said: str
) -> None:
    assert refused(office, lease, replace(PAID, **changed)) == [said]  # type: ignore[arg-type]  # its own fields


def test_a_payment_twice_is_asked_about_and_taken_when_it_is_said_to_be_one_more(
    office: Office, lease: LeaseId
) -> None:
    office.arrears.add_payment(lease, PAID)
    assert refused(office, lease, PAID) == ["again: payment_known"]
    for other in (
        replace(PAID, reference="A2"),
        replace(PAID, amount=kroner(3001)),
        replace(PAID, paid_on=date(2026, 11, 3)),
    ):
        office.arrears.add_payment(lease, other)
    office.arrears.add_payment(lease, replace(PAID, again=True))
    assert len(office.arrears.account(lease).payments) == 5


def test_hl_12_the_day_the_bank_got_the_order_is_the_day_counted(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    """The money came on 5 October; the order was given on 1 October, so nothing was ever late."""
    office.arrears.add_charge(lease, OCTOBER)
    office.arrears.add_payment(lease, replace(PAID, paid_on=date(2026, 10, 1), amount=kroner(8000)))
    for day in (1, 2, 4, 5, 6):
        assert office.arrears.owed(lease, date(2026, 10, day)).total == 0
    assert clock.today() > date(2026, 10, 5)


def test_what_is_withdrawn_stays_in_sight_with_its_reason(office: Office, lease: LeaseId) -> None:
    charge = office.arrears.add_charge(lease, OCTOBER)
    payment = office.arrears.add_payment(lease, PAID)
    with pytest.raises(Invalid):
        office.arrears.withdraw_charge(lease, charge, " ")
    office.arrears.withdraw_charge(lease, charge, "Ført på feil leieforhold")
    office.arrears.withdraw_payment(lease, payment, "Hører til naboen")
    account = office.arrears.account(lease)
    assert [each.withdrawn_reason for each in account.charges] == ["Ført på feil leieforhold"]
    assert [each.withdrawn_on for each in account.payments] == [TODAY]
    assert office.arrears.balance(lease) == 0
    for again in (
        partial(office.arrears.withdraw_charge, lease, charge, "En gang til"),
        partial(office.arrears.withdraw_payment, lease, payment, "En gang til"),
    ):
        with pytest.raises(OfficeError, match="not_standing"):
            again()
    office.history.undo()
    assert office.arrears.balance(lease) == -kroner(3000)


def test_another_tenancys_claim_cannot_be_withdrawn_here(office: Office, lease: LeaseId) -> None:
    other = tenancy(office, 2)
    charge = office.arrears.add_charge(other, OCTOBER)
    with pytest.raises(OfficeError, match="charge_not_standing"):
        office.arrears.withdraw_charge(lease, charge, "Feil")


def ended(office: Office, lease: LeaseId, clock: FixedClock) -> None:
    """They have moved out and the keys are in."""
    with office.unit("lease.ended") as unit:
        office.endings.end(unit, lease, date(2026, 11, 30), EndCause.TENANT_NOTICE)
    clock.at += timedelta(days=10)
    with office.unit("lease.handed_back") as unit:
        unit.insert("lease_handback", lease=lease, keys_on=date(2026, 11, 30), moved_to="unknown")


def test_what_is_owed_outlives_the_lease_until_it_is_closed_with_a_reason(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    """Peers idea 21: a former tenant is not lost from view."""
    office.arrears.add_charge(lease, OCTOBER)
    ended(office, lease, clock)
    assert not office.arrears.tenancy(lease).state.lived_in
    assert office.arrears.owed(lease).total == kroner(8000)
    assert office.arrears.state(lease) is ArrearsState.OPEN
    without = ClosingDraft(ArrearsOutcome.WRITTEN_OFF)
    with pytest.raises(Invalid) as caught:
        office.arrears.close(lease, without)
    assert [each.field for each in caught.value.problems] == ["reason"]
    office.arrears.close(lease, replace(without, reason="Foreldet"))
    assert office.arrears.state(lease) is ArrearsState.WRITTEN_OFF
    closed = office.arrears.closed(lease)
    assert closed is not None
    assert (closed.outcome, closed.reason) == (ArrearsOutcome.WRITTEN_OFF, "Foreldet")
    with pytest.raises(OfficeError, match="arrears_closed_already"):
        office.arrears.close(lease, replace(without, reason="Igjen"))
    clock.at += timedelta(days=3)
    office.arrears.reopen(lease)
    assert office.arrears.state(lease) is ArrearsState.OPEN
    yesterday = clock.today() - timedelta(days=1)
    assert office.arrears.state(lease, yesterday) is ArrearsState.WRITTEN_OFF
    assert office.arrears.state(lease, TODAY) is ArrearsState.OPEN
    with pytest.raises(OfficeError, match="arrears_not_closed"):
        office.arrears.reopen(lease)


def test_it_cannot_be_closed_as_paid_while_money_is_owed_nor_while_the_rent_goes_on(
    office: Office, lease: LeaseId
) -> None:
    office.arrears.add_charge(lease, OCTOBER)

    def said(outcome: ArrearsOutcome | None) -> list[str]:
        draft = ClosingDraft(outcome, "Ferdig")
        return [each.code for each in office.arrears.check_closing(lease, draft)]

    assert said(None) == ["closing_outcome_missing"]
    assert said(ArrearsOutcome.PAID) == ["closing_still_owed"]
    assert said(ArrearsOutcome.SENT_ON) == ["closing_rent_goes_on"]
    office.arrears.add_payment(lease, replace(PAID, amount=kroner(8000)))
    assert said(ArrearsOutcome.PAID) == []


def test_a_new_claim_takes_up_what_was_closed(office: Office, lease: LeaseId) -> None:
    office.arrears.close(lease, ClosingDraft(ArrearsOutcome.PAID, "Gjort opp"))
    office.arrears.add_charge(lease, OCTOBER)
    assert office.arrears.closed(lease) is None
    assert office.arrears.state(lease) is ArrearsState.OPEN
    office.history.undo()
    assert office.arrears.closed(lease) is not None


class Told:
    """What the slices above say of agreements and pauses."""

    def __init__(self) -> None:
        self.agreed = self.broken = self.paused = False

    def current(self, lease: LeaseId) -> object | None:
        return self.agreed or None

    def breach(self, lease: LeaseId, day: date) -> object | None:
        return self.broken or None

    def holding(self, lease: LeaseId, day: date) -> Pause | None:
        pause = Pause(1, lease, day, PauseReason.ILL, "Innlagt", (PauseEnd(day, day),))
        return pause if self.paused else None


def test_the_state_asks_for_agreements_pauses_and_objections(
    office: Office, lease: LeaseId
) -> None:
    def state() -> ArrearsState:
        """The same where it is known what is owed, as in the list."""
        found = office.arrears.state(lease)
        assert office.arrears.stands(lease, office.arrears.owed(lease)) is found
        return found

    told = Told()
    office.arrears.know_agreements(told)
    office.arrears.know_pauses(told)
    assert state() is ArrearsState.PAID
    charge = office.arrears.add_charge(lease, OCTOBER)
    draft = DisputeDraft(TODAY, "Vannet var stengt", kroner(2000), charge)
    office.rent_disputes.dispute(lease, draft)
    assert state() is ArrearsState.OPEN
    office.rent_disputes.dispute(lease, replace(draft, amount=kroner(6000)))
    assert state() is ArrearsState.DISPUTED
    told.agreed = True
    assert state() is ArrearsState.AGREED
    told.broken = True
    assert state() is ArrearsState.AGREEMENT_BROKEN
    told.paused = True
    assert state() is ArrearsState.PAUSED


def test_two_records_of_one_person_joined_keep_all_that_is_owed(
    office: Office, lease: LeaseId
) -> None:
    office.arrears.add_charge(lease, OCTOBER)
    office.arrears.add_payment(lease, PAID)
    double = office.arrears.tenancy(lease).tenant
    kept: PersonId = office.people.register(a_person(given_name="Kari", national_id=None))
    office.people.join(kept, double)
    known = office.arrears.tenancy(lease)
    assert (known.tenant, office.arrears.owed(lease).total) == (kept, kroner(5000))


def test_nothing_of_it_is_left_when_the_tenant_is_shielded(office: Office, lease: LeaseId) -> None:
    """ADR-05: rows about money go with the lease that tells where they live."""
    charge = office.arrears.add_charge(lease, OCTOBER)
    office.arrears.add_payment(lease, replace(PAID, covers=charge))
    draft = DisputeDraft(TODAY, "Vannet var stengt", kroner(2000), charge)
    office.rent_disputes.dispute(lease, draft)
    other = tenancy(office, 2)
    office.arrears.add_charge(other, OCTOBER)
    office.people.shield(office.arrears.tenancy(lease).tenant, "Folkeregisteret", "mappe 12")
    with pytest.raises(NotFound):
        office.arrears.tenancy(lease)
    assert list(office.arrears.accounts()) == [other]


_SUMS = st.integers(1, 3_000_000)
_ACTS = st.lists(
    st.tuples(st.sampled_from(["charge", "payment", "withdraw", "undo"]), _SUMS), max_size=9
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_ACTS)
def test_the_balance_is_always_claims_minus_payments_whatever_is_done_and_undone(
    office: Office, acts: list[tuple[str, int]]
) -> None:
    at = len(office.dwellings.rows()) + 1
    lease = tenancy(office, at)
    expected = [0]
    for act, amount in acts:
        if act == "undo":
            if len(expected) > 1:
                office.history.undo()
                expected.pop()
        elif act == "charge":
            draft = replace(OCTOBER, amount=Ore(amount), again=True)
            office.arrears.add_charge(lease, draft)
            expected.append(expected[-1] + amount)
        elif act == "payment":
            paid = replace(PAID, amount=Ore(amount), paid_by=PaidBy.NAV, again=True)
            office.arrears.add_payment(lease, paid)
            expected.append(expected[-1] - amount)
        else:
            standing = [each for each in office.arrears.account(lease).charges if each.stands]
            if standing:
                office.arrears.withdraw_charge(lease, standing[0].id, "Feil")
                expected.append(expected[-1] - standing[0].amount)
        assert office.arrears.balance(lease) == expected[-1]
