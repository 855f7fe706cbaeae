"""What tests of vedtak on advice begin with: a whole draft, and one that is issued."""

from dataclasses import replace
from datetime import timedelta

from app.core.ids import DebtCaseId, DebtDecisionId
from app.debt.decisions.model import DebtRefusal, DebtVedtakDraft
from app.office import Office


def a_grant(office: Office, case: DebtCaseId, weeks: int = 3) -> DebtVedtakDraft:
    """A whole yes, with a start so many weeks ahead."""
    decision = office.debt_decisions.draft(case)
    draft = office.debt_decisions.get(decision).draft
    starts_on = office.clock.today() + timedelta(weeks=weeks)
    return replace(draft, granted=True, starts_on=starts_on, start_text="Flere venter før deg.")


def a_refusal(office: Office, case: DebtCaseId) -> DebtVedtakDraft:
    """A whole no."""
    return replace(
        a_grant(office, case),
        granted=False,
        ground=DebtRefusal.OTHER_MUNICIPALITY,
        guidance_text="Ring Nav i kommunen der du bor. De kan hjelpe deg.",
    )


def decided(office: Office, case: DebtCaseId, draft: DebtVedtakDraft) -> DebtDecisionId:
    """The vedtak that says so, issued."""
    decision = office.debt_decisions.draft(case)
    office.debt_decisions.save_draft(decision, draft)
    office.debt_decisions.issue(decision)
    return decision


def granted(office: Office, case: DebtCaseId, weeks: int = 3) -> DebtDecisionId:
    """A yes, issued."""
    return decided(office, case, a_grant(office, case, weeks))


def refused(office: Office, case: DebtCaseId) -> DebtDecisionId:
    """A no, issued."""
    return decided(office, case, a_refusal(office, case))
