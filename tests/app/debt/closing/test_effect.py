"""Rent owed to us before and after, told by the account itself; and rent that goes on."""

from datetime import timedelta

from app.core.ids import DebtCaseId, LeaseId
from app.core.money import kroner
from app.debt.closing.model import EndDraft, HomeResult, StillOpen
from app.debt.measures.model import (
    DebtDueKind,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
)
from app.debt.model import DebtOutcome
from app.office import Office
from tests.app.arrears.desk import claim, owing, pay
from tests.app.debt.desk import begun

DONE = EndDraft(DebtOutcome.PLAN_COMPLETED, home=HomeResult.KEPT)


def two_months(office: Office) -> tuple[LeaseId, DebtCaseId]:
    """A tenant who owed two rents when the request came, forty days ago."""
    today = office.clock.today()
    lease = owing(office, today - timedelta(days=80), today - timedelta(days=50))
    case = begun(office, office.arrears.tenancy(lease).tenant, days=40)
    return lease, case


def test_the_effect_is_what_the_account_said_on_both_days(office: Office) -> None:
    lease, case = two_months(office)
    pay(office, lease, office.clock.today() - timedelta(days=5), kroner(12_000))
    office.debt_closings.close(case, DONE)
    effect = office.debt_closings.effect(case)
    assert effect is not None
    assert (effect.owed_before, effect.owed_after) == (kroner(16_000), kroner(4_000))
    assert effect.change == kroner(12_000)


def test_rent_that_is_left_is_told_before_the_end(office: Office) -> None:
    _, case = two_months(office)
    assert StillOpen.RENT in office.debt_closings.still_open(case)


def test_gj_26_rent_of_before_the_opening_rests_and_later_rent_is_told(office: Office) -> None:
    _, case = two_months(office)
    today = office.clock.today()
    asked = DebtMeasureRow(today - timedelta(days=30), DebtMeasureState.ASKED)
    measure = office.debt_measures.begin(case, DebtMeasureDraft(DebtMeasureKind.SETTLEMENT), asked)
    opened = DebtMeasureRow(today - timedelta(days=20), DebtMeasureState.OPENED)
    office.debt_measures.stands(measure, opened)
    rent = office.debt_measures.rent_since(office.debt_measures.get(measure))
    assert rent is not None
    assert rent.unpaid == 0


def test_one_who_rents_nothing_from_us_has_no_rent_to_follow(office: Office) -> None:
    case = begun(office, days=40)
    today = office.clock.today()
    draft = DebtMeasureDraft(DebtMeasureKind.SETTLEMENT)
    asked = DebtMeasureRow(today - timedelta(days=30), DebtMeasureState.ASKED)
    measure = office.debt_measures.begin(case, draft, asked)
    opened = DebtMeasureRow(today - timedelta(days=20), DebtMeasureState.OPENED)
    office.debt_measures.stands(measure, opened)
    assert office.debt_measures.rent_since(office.debt_measures.get(measure)) is None


def test_gj_26_rent_that_goes_on_and_is_not_paid_is_due_from_its_day(office: Office) -> None:
    lease, case = two_months(office)
    today = office.clock.today()
    asked = DebtMeasureRow(today - timedelta(days=35), DebtMeasureState.ASKED)
    draft = DebtMeasureDraft(DebtMeasureKind.SETTLEMENT)
    measure = office.debt_measures.begin(case, draft, asked)
    opened = DebtMeasureRow(today - timedelta(days=30), DebtMeasureState.OPENED)
    office.debt_measures.stands(measure, opened)
    assert office.debt_measures.due() == ()
    claim(office, lease, today - timedelta(days=12))
    (due,) = office.debt_measures.due()
    assert (due.kind, due.due_on) == (DebtDueKind.RENT, today - timedelta(days=12))
    pay(office, lease, today, kroner(24_000))
    assert office.debt_measures.due() == ()
