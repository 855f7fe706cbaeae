"""A settlement's days, rent that goes on, and what speaks against an application."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.arrears.model import (
    NOTHING,
    OpenCharge,
    Owed,
    PaidBy,
    RentAccount,
    RentCharge,
    RentChargeKind,
    RentPayment,
)
from app.core.ids import BillerId, DebtCaseId, LeaseId, RentChargeId
from app.core.money import Ore, kroner
from app.debt.claims.model import DebtClaimKind
from app.debt.measures import rules
from app.debt.measures.model import (
    DebtMeasure,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
    Found,
    SettlementCheck,
    SettlementDays,
    SettlementFinding,
)
from app.debt.model import AdviceStage, Screened
from app.settings.rule_files import load_parameters
from tests.app.debt.measures.overview.sheets import a_claim

RULES = load_parameters()
K, S, F = DebtMeasureKind, DebtMeasureState, SettlementFinding
TODAY = date(2026, 11, 23)
NO = Screened.NO
CALM = SettlementCheck(TODAY, Screened.YES, NO, NO, NO, NO, None, NO, Screened.YES)


def settlement(opened: date, *more: DebtMeasureRow) -> DebtMeasure:
    rows = (DebtMeasureRow(date(2025, 2, 1), S.ASKED), DebtMeasureRow(opened, S.OPENED), *more)
    return DebtMeasure(1, DebtCaseId(1), DebtMeasureDraft(K.SETTLEMENT), rows)


def days(measure: DebtMeasure) -> SettlementDays:
    found = rules.days_of(measure, RULES)
    assert found is not None
    return found


def owed(*charges: tuple[date, int, RentChargeKind]) -> Owed:
    return Owed(
        TODAY,
        tuple(
            OpenCharge(
                RentCharge(RentChargeId(at), LeaseId(1), BillerId(1), kind, due, kroner(left)),
                kroner(left),
            )
            for at, (due, left, kind) in enumerate(charges, 1)
        ),
    )


def test_gj_24_the_deferral_lasts_four_months_from_the_opening() -> None:
    assert days(settlement(date(2026, 3, 10))).pause_until == date(2026, 7, 10)
    assert days(settlement(date(2026, 10, 31))).pause_until == date(2027, 2, 28)


def test_gj_25_creditors_have_six_weeks_and_a_day_off_is_moved() -> None:
    notify = days(settlement(date(2026, 3, 9))).notify_by
    assert (notify.nominal, notify.moved) == (date(2026, 4, 20), date(2026, 4, 20))
    moved = days(settlement(date(2026, 2, 22))).notify_by
    assert (moved.nominal, moved.moved) == (date(2026, 4, 5), date(2026, 4, 7)), "Easter"


def test_gj_28_it_usually_ends_five_years_from_the_opening() -> None:
    assert days(settlement(date(2026, 3, 10))).ends_on == date(2031, 3, 10)


def test_gj_28_a_day_that_is_told_goes_before_the_usual_one() -> None:
    agreed = DebtMeasureRow(date(2026, 6, 1), S.AGREED, ends_on=date(2029, 6, 1))
    found = days(settlement(date(2026, 3, 10), agreed))
    assert (found.ends_on, found.told_end, found.agreed_on) == (
        date(2029, 6, 1),
        True,
        date(2026, 6, 1),
    )


def test_gj_24_nothing_runs_before_the_opening() -> None:
    row = (DebtMeasureRow(date(2026, 3, 1), S.ASKED),)
    measure = DebtMeasure(1, DebtCaseId(1), DebtMeasureDraft(K.SETTLEMENT), row)
    assert rules.days_of(measure, RULES) is None
    assert rules.dues(measure, rules.days_of(measure, RULES)) == ()


def test_gj_26_rent_from_the_opening_is_not_in_the_deferral() -> None:
    rent = RentChargeKind.RENT
    found = rules.rent_since(
        date(2026, 10, 15),
        [
            owed(
                (date(2026, 10, 1), 9_000, rent),
                (date(2026, 11, 1), 9_000, rent),
                (date(2026, 11, 5), 36, RentChargeKind.REMINDER_FEE),
            )
        ],
    )
    assert (found.unpaid, found.months) == (kroner(9_000), 1)


OPENED = date(2026, 10, 15)


def paid(amount: int, on: date, covers: int | None = None) -> RentPayment:
    whose = None if covers is None else RentChargeId(covers)
    by = PaidBy.TENANT
    return RentPayment(1, LeaseId(1), BillerId(1), on, kroner(amount), by, covers=whose)


@pytest.mark.parametrize(
    ("payment", "unpaid", "months"),
    [
        (paid(9_000, date(2026, 11, 2)), 0, 0),  # the account lets it cover October
        (paid(4_000, date(2026, 11, 2)), 5_000, 1),
        (paid(9_000, date(2026, 10, 14)), 9_000, 1),  # before the opening
        (paid(9_000, date(2026, 11, 2), covers=1), 9_000, 1),  # said to be for October
        (paid(9_000, date(2026, 11, 2), covers=2), 0, 0),
        (paid(20_000, date(2026, 11, 2)), 0, 0),
    ],
)
def test_gj_26_money_after_the_opening_is_for_the_rent_that_goes_on(
    payment: RentPayment, unpaid: int, months: int
) -> None:
    rent = RentChargeKind.RENT
    still = owed((date(2026, 10, 1), 9_000, rent), (date(2026, 11, 1), 9_000, rent))
    account = RentAccount(tuple(each.charge for each in still.charges), (payment,))
    most = rules.most_missing(OPENED, [(still, account)])
    found = rules.rent_since(OPENED, [still], most)
    assert (found.unpaid, found.months) == (kroner(unpaid), months)
    assert (found.oldest is None) is (months == 0)


def test_gj_26_rent_that_can_still_be_paid_in_time_makes_no_older_rent_late() -> None:
    rent = RentChargeKind.RENT
    known = owed((date(2026, 10, 1), 9_000, rent), (date(2026, 11, 1), 9_000, rent))
    fresh = owed((TODAY, 9_000, rent)).charges[0]
    fresh = replace(fresh, charge=replace(fresh.charge, id=RentChargeId(3)))
    still = replace(known, coming=(fresh,))
    charges = tuple(each.charge for each in (*known.charges, fresh))
    account = RentAccount(charges, (paid(9_000, date(2026, 11, 2)),))
    most = rules.most_missing(OPENED, [(still, account)])
    assert rules.rent_since(OPENED, [still], most).unpaid == 0


@given(st.lists(st.integers(1, 20_000), max_size=8), st.integers(0, 28))
def test_gj_26_older_and_newer_rent_are_all_of_it(sums: list[int], at: int) -> None:
    rent = RentChargeKind.RENT
    all_of_it = owed(*((date(2026, 11, n % 20 + 1), each, rent) for n, each in enumerate(sums)))
    opened = date(2026, 11, max(1, at))
    newer = rules.rent_since(opened, [all_of_it]).unpaid
    older = sum(e.left for e in all_of_it.charges if e.charge.due_on < opened)
    assert newer + older == sum(each.left for each in all_of_it.charges)
    assert newer >= NOTHING


def test_gj_20_nothing_speaks_against_what_is_answered_well() -> None:
    assert rules.findings(CALM, (), RULES, TODAY) == ()


@pytest.mark.parametrize(
    ("change", "finding", "rule"),
    [
        ({"lasting": NO}, F.NOT_LASTING, "GJ-20"),
        ({"recent_debt": Screened.YES}, F.RECENT_DEBT, "GJ-21"),
        ({"crime_debt": Screened.YES}, F.CRIME_DEBT, "GJ-21"),
        ({"disloyal": Screened.YES}, F.DISLOYAL, "GJ-21"),
        ({"business": Screened.YES}, F.BUSINESS, "GJ-20"),
        ({"partner_told": NO}, F.PARTNER_NOT_TOLD, "GJ-23"),
        ({"business": Screened.NOT_ASKED}, F.NOT_ASKED, "GJ-20"),
        ({"earlier": Screened.YES}, F.EARLIER_DAY_MISSING, "GJ-21"),
    ],
)
def test_gj_20_21_23_each_answer_is_told(
    change: dict[str, Screened], finding: SettlementFinding, rule: str
) -> None:
    check = replace(CALM, **change)  # type: ignore[arg-type]  # its own answers
    assert rules.findings(check, (), RULES, TODAY) == (Found(finding, rule),)


@pytest.mark.parametrize(
    ("done", "until"),
    [(date(2021, 11, 24), date(2026, 11, 24)), (date(2021, 11, 23), None)],
)
def test_gj_21_an_earlier_settlement_is_five_years_old(done: date, until: date | None) -> None:
    check = replace(CALM, earlier=Screened.YES, earlier_done_on=done)
    found = rules.findings(check, (), RULES, TODAY)
    assert found == ((Found(F.EARLIER, "GJ-21", until),) if until else ())


@pytest.mark.parametrize(
    ("incurred", "until"),
    [(date(2023, 11, 24), date(2026, 11, 24)), (date(2023, 11, 23), None)],
)
def test_gj_21_a_fine_younger_than_three_years_is_seen_among_the_debts(
    incurred: date, until: date | None
) -> None:
    fine = a_claim(1, "Staten", DebtClaimKind.FINE, 8_000, incurred_on=incurred).claim
    loan = a_claim(2, "Bank", DebtClaimKind.CONSUMER_LOAN, 8_000, incurred_on=TODAY).claim
    found = rules.findings(CALM, (fine, loan), RULES, TODAY)
    assert found == ((Found(F.CRIME_CLAIM, "GJ-21", until),) if until else ())


def test_gj_21_a_day_of_an_earlier_settlement_belongs_to_a_yes() -> None:
    def told(earlier: Screened, done: date) -> list[str]:
        check = replace(CALM, earlier=earlier, earlier_done_on=done)
        return [each.code for each in rules.check_terms(check, TODAY)]

    assert told(NO, date(2019, 1, 1)) == ["debt_day_without_risk"]
    assert told(Screened.YES, date(2019, 1, 1)) == []
    assert told(Screened.YES, date(2026, 11, 24)) == ["day_in_future"]


def test_glossary_5_10_only_settlements_move_the_work() -> None:
    moves = {(kind, state): rules.stage_of(kind, state) for kind in K for state in S}
    assert moves[K.SETTLEMENT, S.ASKED] is AdviceStage.SETTLEMENT_APPLIED
    assert moves[K.SETTLEMENT, S.AGREED] is AdviceStage.SETTLEMENT_RUNNING
    assert moves[K.OUT_OF_COURT, S.ASKED] is AdviceStage.PROPOSED
    assert {kind for (kind, _), stage in moves.items() if stage} == {K.OUT_OF_COURT, K.SETTLEMENT}


def test_only_a_settlement_is_opened() -> None:
    for kind in K:
        row = (DebtMeasureRow(TODAY, S.ASKED),)
        measure = DebtMeasure(1, DebtCaseId(1), DebtMeasureDraft(kind), row)
        assert (S.OPENED in rules.next_states(measure)) is (kind is K.SETTLEMENT)


def test_a_negative_sum_is_asked_about_with_its_remedy() -> None:
    problems = rules.check_measure(DebtMeasureDraft(K.STARTLAN, amount=Ore(-500)))
    assert [(each.code, each.remedy) for each in problems] == [("debt_measure_negative", Ore(500))]
