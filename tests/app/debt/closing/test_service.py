"""How a case ends: outcome, rent owed before and after, the home; and what is not done."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.errors import Invalid, OfficeError
from app.core.ids import DebtCaseId
from app.core.money import format_letter, kroner
from app.debt.closing.model import DebtEffect, EndDraft, FarewellDraft, HomeResult, StillOpen
from app.debt.measures.model import (
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
)
from app.debt.model import AdviceStage, DebtOutcome
from app.debt.plans.model import PaymentPlanState
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.debt.desk import begun
from tests.app.debt.plans.desk import planned, ready

ENOUGH = EndDraft(DebtOutcome.OVERVIEW_ENOUGH, home=HomeResult.KEPT)
SAID = FarewellDraft("Du betaler husleia den 1. hver måned.", "Strømregningen.")


def talked(office: Office, case: DebtCaseId) -> None:
    """They spoke today."""
    person = office.debt_cases.get(case).person
    note = ContactNoteDraft(
        office.clock.today(), ContactChannel.PHONE, ContactOutcome.REACHED, "Gikk gjennom alt."
    )
    office.contact_notes.add(person, note)


def test_without_an_outcome_it_is_not_closed(office: Office) -> None:
    case = begun(office)
    with pytest.raises(Invalid):
        office.debt_closings.close(case, EndDraft())
    assert office.debt_closings.effect(case) is None


def test_outcome_and_home_are_kept_and_undone_together(office: Office) -> None:
    case = begun(office, days=20)
    office.debt_closings.close(case, ENOUGH)
    effect = office.debt_closings.effect(case)
    assert effect is not None
    assert (effect.home, effect.owed_before, effect.change) == (HomeResult.KEPT, None, None)
    assert office.debt_cases.get(case).stage is AdviceStage.CLOSED
    office.history.undo()
    assert office.debt_closings.effect(case) is None
    assert office.debt_cases.get(case).open


def test_a_case_taken_up_again_has_no_effect_yet(office: Office) -> None:
    case = begun(office, days=20)
    office.debt_closings.close(case, ENOUGH)
    office.debt_cases.reopen(case)
    assert office.debt_closings.effect(case) is None


def test_what_is_not_done_is_told_and_never_in_the_way(office: Office) -> None:
    case = begun(office, days=20)
    today = office.clock.today()
    row = DebtMeasureRow(today, DebtMeasureState.ASKED, today + timedelta(days=30))
    office.debt_measures.begin(case, DebtMeasureDraft(DebtMeasureKind.BOSTOTTE), row)
    assert office.debt_closings.still_open(case) == (
        StillOpen.VEDTAK,
        StillOpen.ANSWER,
        StillOpen.TALK,
    )
    talked(office, case)
    assert StillOpen.TALK not in office.debt_closings.still_open(case)
    office.debt_closings.close(case, ENOUGH)


def test_the_letter_waits_for_the_end_and_lies_on_the_case(office: Office) -> None:
    case = begun(office, days=20)
    with pytest.raises(OfficeError, match="debt_not_closed"):
        office.closing_letters.issue(case, SAID)
    office.debt_closings.close(case, ENOUGH)
    with pytest.raises(Invalid):
        office.closing_letters.issue(case, FarewellDraft())
    office.closing_letters.issue(case, SAID)
    made = office.closing_letters.made(case)
    assert made is not None
    assert made.kind is DocumentKind.DEBT_CLOSING
    assert len(office.letters.to_send()) == 1


def test_a_plan_that_runs_is_told_with_what_is_left(office: Office) -> None:
    case = ready(office).case
    plan = planned(office, case)
    office.debt_closings.close(case, ENOUGH)
    left = format_letter(office.payment_plans.keeping(plan).left)
    words = repr(f"Det er {left} igjen.").strip("'")
    assert words in repr(office.closing_letters.preview(case, SAID))
    office.payment_plans.end(plan.id, PaymentPlanState.ENDED, "Ny avtale med banken.")
    assert "Betalingsplanen" not in repr(office.closing_letters.preview(case, SAID))


def test_nobody_writes_to_one_who_is_dead(office: Office) -> None:
    case = begun(office, days=20)
    office.debt_closings.close(case, EndDraft(DebtOutcome.DIED))
    assert not office.closing_letters.possible(office.debt_cases.get(case))
    with pytest.raises(OfficeError, match="debt_farewell_nobody"):
        office.closing_letters.preview(case, SAID)


def test_without_a_telephone_the_letter_is_refused(office: Office) -> None:
    case = begun(office, days=20)
    office.debt_closings.close(case, ENOUGH)
    office.settings.change_profile(replace(office.settings.profile, phone=""))
    with pytest.raises(Invalid) as found:
        office.closing_letters.issue(case, SAID)
    assert [each.code for each in found.value.problems] == ["debt_farewell_no_phone"]


def test_the_effect_is_the_rent_owed_before_less_what_is_owed_after() -> None:
    day = date(2026, 11, 1)
    effect = DebtEffect(day, day, kroner(12_000), kroner(3_000), HomeResult.KEPT)
    assert effect.change == kroner(9_000)
