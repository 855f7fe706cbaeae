"""Why a dwelling suits a household and why not, by the form, the house and the rule set. Pure.

What nobody has told is said as not known, and speaks neither for nor against.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from app.allocation.model import Reason, ReasonCode
from app.allocation.rulesets.model import DebtStage, RoomNorm, RuleSet
from app.allocation.suitability.model import Home, Wants
from app.applications.intake.model import Requirement
from app.applications.model import ApplicationRow
from app.core.order import search_words
from app.core.periods import Period, Unit, add
from app.core.records import dataclass
from app.dwellings.model import Dwelling

C = ReasonCode
R = Requirement

AGAINST = frozenset(
    {
        C.NOT_FOR_CHILDREN,
        C.NORM_TOO_SMALL,
        C.REQUIREMENT_NOT_MET,
        C.NOT_FOR_GROUP,
        C.RESERVED,
        C.OFFERED,
        C.OLD_DEBT_STOPS,
        C.QUARANTINE,
    }
)
"""What speaks against a dwelling."""

STOPS = {
    C.NOT_FOR_CHILDREN: "dwelling_not_for_children",
    C.RESERVED: "dwelling_reserved",
    C.OFFERED: "dwelling_offered",
    C.TAKEN: "dwelling_allocated",
    C.NOT_TO_LET: "dwelling_not_to_let",
    C.ON_PAPER_ONLY: "tie_not_to_be_kept",
    C.OLD_DEBT_STOPS: "old_debt_stops_offer",
    C.QUARANTINE: "quarantine_stops_offer",
}
"""What bars an offer whatever the officer thinks, by the code of its problem."""

GROUND_FLOOR = "H01"


@dataclass(frozen=True, slots=True)
class Fit:
    """What is known of a dwelling and a household beside their own rows, on a day."""

    home: Home
    wants: Wants
    rules: RuleSet
    day: date


def reasons(row: ApplicationRow, dwelling: Dwelling, fit: Fit) -> Iterator[Reason]:
    """Each for and against, the hard ones first."""
    if fit.wants.has_child and not fit.home.suitability.for_children:
        yield Reason(C.NOT_FOR_CHILDREN)
    yield from _held(row, fit)
    yield from _size(row, dwelling, fit.rules.size_norm)
    yield from _requirements(row, dwelling, fit)
    yield from _place(dwelling, fit.wants)
    yield from _house(row, fit)
    yield from _earlier(fit)


def _held(row: ApplicationRow, fit: Fit) -> Iterator[Reason]:
    reservation, offered_to = fit.home.reservation, fit.home.offered_to
    if offered_to is not None:
        yield Reason(C.OFFERED_TO_THIS if offered_to == row.id else C.OFFERED)
    if reservation is None or not reservation.holds(fit.day):
        return
    theirs = reservation.draft.is_for(row.id, by_agreement=fit.wants.by_agreement)
    facts: dict[str, object] = {"until": reservation.draft.until}
    yield Reason(C.RESERVED_FOR_THIS if theirs else C.RESERVED, facts)


def norm_for(norm: Sequence[RoomNorm], persons: int) -> RoomNorm | None:
    """The line of the norm for a household; the last one holds for more."""
    lines = sorted(norm, key=lambda line: line.persons)
    fitting = (line for line in lines if line.persons >= persons)
    return next(fitting, lines[-1] if lines else None)


def _size(row: ApplicationRow, dwelling: Dwelling, norm: Sequence[RoomNorm]) -> Iterator[Reason]:
    persons, has = max(row.adults + row.children, 1), dwelling.draft.bedrooms
    line = norm_for(norm, persons)
    if line is None or has is None:
        return
    facts: dict[str, object] = {
        "persons": persons,
        "least": line.least,
        "most": line.most,
        "has": has,
    }
    if has < line.least:
        yield Reason(C.NORM_TOO_SMALL, facts)
    else:
        yield Reason(C.NORM_LARGER if has > line.most else C.NORM_FITS, facts)


def _requirements(row: ApplicationRow, dwelling: Dwelling, fit: Fit) -> Iterator[Reason]:
    # the application's own mark for a wheelchair is told of already
    asked = [each for each in R if each in fit.wants.requirements]
    if row.accessible:
        asked = [each for each in asked if each is not R.WHEELCHAIR]
    known = {each: knows(each, dwelling, fit.home) for each in asked}
    for code, answer in (
        (C.REQUIREMENT_NOT_MET, False),
        (C.REQUIREMENT_MET, True),
        (C.REQUIREMENT_NOT_KNOWN, None),
    ):
        named = tuple(each for each in asked if known[each] is answer)
        if named:
            yield Reason(code, {"requirements": named})


def knows(requirement: Requirement, dwelling: Dwelling, home: Home) -> bool | None:
    """Whether a dwelling meets a requirement; None when nobody has told."""
    draft, told = dwelling.draft, home.suitability
    if requirement in told.meets or requirement in told.lacks:
        return requirement in told.meets
    if requirement is R.WHEELCHAIR:
        return draft.accessible
    low = draft.unit_number.strip().upper().startswith(GROUND_FLOOR)
    follows = {
        R.STEP_FREE: draft.accessible,
        R.GROUND_FLOOR_OR_LIFT: draft.accessible or low,
        R.STAFF_NEAR: draft.staffed or draft.staff_base,
    }
    return True if follows.get(requirement, False) else None


def _place(dwelling: Dwelling, wants: Wants) -> Iterator[Reason]:
    draft = dwelling.draft
    if wants.area:
        there = search_words(f"{draft.street} {draft.postal_place}")
        named = any(word in there.split() for word in search_words(wants.area).split())
        yield Reason(C.AREA_WANTED if named else C.AREA_NOT_KNOWN, {"area": wants.area})
    if not wants.school:
        return
    schools = [each for each in (draft.primary_school, draft.lower_secondary_school) if each]
    told: dict[str, object] = {"school": wants.school, "dwelling_school": ", ".join(schools)}
    if not schools:
        yield Reason(C.SCHOOL_NOT_KNOWN, told)
        return
    same = any(search_words(wants.school) == search_words(each) for each in schools)
    yield Reason(C.SCHOOL_SAME if same else C.SCHOOL_OTHER, told)


def _house(row: ApplicationRow, fit: Fit) -> Iterator[Reason]:
    told = fit.home.suitability
    if told.for_groups:
        groups = tuple(sorted(told.for_groups))
        yield Reason(
            C.FOR_GROUP if row.group in told.for_groups else C.NOT_FOR_GROUP, {"groups": groups}
        )
    if told.environment.strip():
        yield Reason(C.ENVIRONMENT, {"note": told.environment.strip()})


def _earlier(fit: Fit) -> Iterator[Reason]:
    """Old debt and earlier breach, by the municipality's own stage and months."""
    wants, rules = fit.wants, fit.rules
    if wants.owed and rules.debt_stage is not DebtStage.NONE:
        if wants.planned_on is not None and rules.debt_plan_is_enough:
            yield Reason(C.OLD_DEBT_PLANNED, {"planned_on": wants.planned_on})
        elif rules.debt_stage is DebtStage.BEFORE_PROCESSING:
            yield Reason(C.OLD_DEBT_STOPS)
        else:
            yield Reason(C.OLD_DEBT_BEFORE_LEASE)
    left = wants.left_badly_on
    if left is None:
        return
    until = add(Period(rules.quarantine_months, Unit.MONTHS), left)
    if fit.day < until:
        yield Reason(C.QUARANTINE, {"until": until})
    elif not rules.quarantine_months:
        yield Reason(C.EARLIER_BREACH, {"on": left})
