"""What is missing in an overview, so that the sheet says it plainly. Pure (GJ-23)."""

from collections.abc import Iterator
from enum import StrEnum

from app.core.errors import Problem
from app.debt.economy.model import DebtorStatus, Economy
from app.debt.measures.overview.model import Overview


class OverviewLack(StrEnum):
    """What the namsfogd asks about, and the register does not know; said on the sheet."""

    NATIONAL_ID = "national_id"
    ADDRESS = "address"
    HOUSEHOLD = "household"
    INCOME = "income"
    INCOME_UNSEEN = "income_unseen"
    PARTNER_INCOME = "partner_income"
    PARTNER = "partner"
    COST = "cost"
    OWNED = "owned"
    CLAIMS = "claims"
    CLAIM_DAY = "claim_day"
    CLAIM_ADDRESS = "claim_address"
    AVAILABLE = "available"
    WORK = "work"
    CAUSE = "cause"
    ATTEMPT = "attempt"
    GIVEN_AWAY = "given_away"
    SURETIES = "sureties"
    PAPERS = "papers"


_L = OverviewLack


def check(overview: Overview) -> tuple[Problem, ...]:
    """What no overview can be made without: whom it is about, and what is owed."""
    found = []
    if overview.economy.household is None:
        found.append(Problem("household", "debt_overview_no_household", "GJ-23"))
    if not overview.open_claims:
        found.append(Problem("claims", "debt_overview_no_claims", "GJ-23"))
    return tuple(found)


def has_partner(economy: Economy) -> bool:
    """Whether a spouse or cohabitant lives there, whose figures are asked for too."""
    household = economy.household
    return household is not None and household.status is not DebtorStatus.SINGLE


def lacks(overview: Overview) -> tuple[OverviewLack, ...]:
    """What the namsfogd asks about and nobody has told, in the order of the sheet."""
    return tuple(
        lack
        for lack, is_missing in (
            *_person(overview),
            *_economy(overview),
            *_debt(overview),
            *_told(overview),
        )
        if is_missing
    )


def _person(overview: Overview) -> Iterator[tuple[OverviewLack, bool]]:
    yield _L.NATIONAL_ID, not overview.national_id
    yield _L.ADDRESS, not overview.address and not overview.hidden
    yield _L.HOUSEHOLD, overview.economy.household is None
    yield _L.WORK, not overview.draft.work.strip()


def _economy(overview: Overview) -> Iterator[tuple[OverviewLack, bool]]:
    economy, partner = overview.economy, has_partner(overview.economy)
    others = [each for each in economy.incomes if each.person is not None]
    yield _L.INCOME, not economy.incomes
    yield _L.INCOME_UNSEEN, any(not each.seen for each in economy.incomes)
    yield _L.PARTNER_INCOME, partner and not others
    yield _L.PARTNER, partner and not overview.draft.partner.strip()
    yield _L.COST, not economy.costs
    yield _L.OWNED, not economy.owned
    yield _L.AVAILABLE, overview.available is None


def _debt(overview: Overview) -> Iterator[tuple[OverviewLack, bool]]:
    claims = overview.open_claims
    yield _L.CLAIMS, not claims
    yield _L.CLAIM_DAY, any(each.claim.draft.incurred_on is None for each in claims)
    yield _L.CLAIM_ADDRESS, any(not each.address for each in claims)


def _told(overview: Overview) -> Iterator[tuple[OverviewLack, bool]]:
    draft = overview.draft
    yield _L.CAUSE, not draft.cause.strip()
    yield _L.ATTEMPT, not draft.attempt.strip() and not overview.attempts
    yield _L.GIVEN_AWAY, not draft.given_away.strip()
    yield _L.SURETIES, not draft.sureties.strip()
    yield _L.PAPERS, bool(overview.papers_missing)
