"""Whether a dwelling suits someone on the list, and why not. Pure."""

from collections.abc import Iterator

from app.allocation.model import Candidate, Reason, ReasonCode, WaitingPlace
from app.allocation.suitability import fitting
from app.allocation.suitability.fitting import Fit
from app.applications.model import ApplicationRow
from app.core.errors import Problem
from app.dwellings.model import Dwelling, DwellingStatus
from app.people.model import AddressProtection

C = ReasonCode

AGAINST = frozenset(
    {
        C.BEDROOMS_TOO_FEW,
        C.NOT_ACCESSIBLE,
        C.NOT_FOR_DISADVANTAGED,
        C.OTHER_ALLOCATOR,
        C.NOT_TO_LET,
        C.TAKEN,
        C.ON_PAPER_ONLY,
        *fitting.AGAINST,
    }
)
_NOT_TO_LET = frozenset({DwellingStatus.UNAVAILABLE, DwellingStatus.RETIRED})


def match(
    place: WaitingPlace, dwelling: Dwelling, taken: bool, fit: Fit | None = None
) -> Candidate:
    """One on the list and one dwelling; `taken` when it is allocated already.

    `fit` is what else is known of the two, and the rules they are held to.
    """
    reasons = tuple(_reasons(place.row, dwelling, taken))
    if fit is not None:
        reasons += tuple(fitting.reasons(place.row, dwelling, fit))
    why = tuple(reason for reason in reasons if reason.code not in AGAINST)
    return Candidate(place, why, tuple(reason for reason in reasons if reason.code in AGAINST))


def _reasons(row: ApplicationRow, dwelling: Dwelling, taken: bool) -> Iterator[Reason]:
    yield _bedrooms(row.bedrooms, dwelling.draft.bedrooms)
    if row.accessible:
        yield Reason(C.ACCESSIBLE if dwelling.draft.accessible else C.NOT_ACCESSIBLE)
    meant = dwelling.draft.for_disadvantaged
    yield Reason(C.FOR_DISADVANTAGED if meant else C.NOT_FOR_DISADVANTAGED, source="HL-50")
    yield _allocator(row, dwelling)
    if dwelling.status in _NOT_TO_LET:
        yield Reason(C.NOT_TO_LET, {"status": dwelling.status})
    elif dwelling.status is not DwellingStatus.READY:
        yield Reason(C.NOT_VACANT_YET, {"status": dwelling.status})
    if taken:
        yield Reason(C.TAKEN, source="FV-24")
    if row.protection is AddressProtection.STRICTLY_CONFIDENTIAL:
        yield Reason(C.ON_PAPER_ONLY, source="ADR-02")


def _bedrooms(need: int | None, has: int | None) -> Reason:
    facts: dict[str, object] = {"need": need, "has": has}
    if need is None or has is None:
        return Reason(C.BEDROOMS_NOT_KNOWN, facts)
    if has < need:
        return Reason(C.BEDROOMS_TOO_FEW, facts)
    return Reason(C.BEDROOMS_MORE if has > need else C.BEDROOMS_FIT, facts)


def _allocator(row: ApplicationRow, dwelling: Dwelling) -> Reason:
    if dwelling.allocator is None or row.allocator is None:
        return Reason(C.ANY_ALLOCATOR)
    facts: dict[str, object] = {"allocator": dwelling.allocator.name}
    same = dwelling.allocator.id == row.allocator
    return Reason(C.SAME_ALLOCATOR if same else C.OTHER_ALLOCATOR, facts)


def allocation_problems(
    dwelling: Dwelling, taken: bool, has_dwelling: bool, strict: bool
) -> tuple[Problem, ...]:
    """What stops a dwelling from being allocated; `has_dwelling` when the vedtak has one."""
    problems = []
    if taken:
        problems.append(Problem("dwelling", "dwelling_allocated", "FV-24"))
    if has_dwelling:
        problems.append(Problem("vedtak", "vedtak_has_dwelling", "FV-24"))
    if dwelling.status in _NOT_TO_LET:
        facts: dict[str, object] = {"status": dwelling.status.value}
        problems.append(Problem("dwelling", "dwelling_not_to_let", facts=facts))
    if strict:
        problems.append(Problem("dwelling", "tie_not_to_be_kept", "ADR-02"))
    return tuple(problems)


def held_problems(*, barred: bool, offered: bool, reserved: bool) -> tuple[Problem, ...]:
    """What keeps a dwelling from a household; `barred`: it is never for one with a child."""
    told = (
        (barred, "dwelling_not_for_children"),
        (offered, "dwelling_offered"),
        (reserved, "dwelling_reserved"),
    )
    return tuple(Problem("dwelling", code) for wrong, code in told if wrong)
