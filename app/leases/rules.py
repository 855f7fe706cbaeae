"""What must hold before a lease can be issued. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.core.errors import Problem
from app.core.ids import LeaseId
from app.core.parameters import Parameters
from app.leases.model import (
    USUAL_EXCEPTIONS,
    AgreedException,
    ImportedLease,
    LeaseDraft,
    LeaseFacts,
    LeaseKind,
    LeaseRow,
    LeaseState,
)
from app.leases.money_rules import money_problems
from app.leases.terms import is_short, overlap, shortest_end, term_end

RULES_USED = (
    "hl.min_term_years",
    "hl.min_term_years_same_house",
    "hl.lockin_allowed",
    "hl.deposit_max_months",
    "hl.notice_months",
    "hl.notice_months_room",
    "hl.move_out_request_months",
    "hl.protest_months",
    "hl.index_notice_months",
    "hl.index_interval_months",
    "hl.prevailing_rent_after_months",
    "hl.prevailing_rent_notice_months",
    "tv.notice_weeks",
)

_BY_TERM = frozenset({LeaseKind.ORDINARY, LeaseKind.SHORT, LeaseKind.SECOND_SHORT})


def settled(draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts) -> LeaseDraft:
    """The draft with what follows from its term: kind and the exception for a shorter one."""
    short = is_short(draft, parameters, facts.signing)
    kind = draft.kind
    if kind in _BY_TERM:
        kind = LeaseKind.ORDINARY
        if short:
            kind = LeaseKind.SECOND_SHORT if facts.short_before else LeaseKind.SHORT
    shorter = AgreedException.SHORTER_TERM
    others = tuple(each for each in draft.exceptions if each is not shorter)
    told = (*others, shorter) if short and draft.for_disadvantaged else others
    end = None if draft.open_ended else draft.end
    if kind is LeaseKind.REFUGEE and end is None:
        end = shortest_end(draft, parameters, facts.signing)
    return replace(draft, kind=kind, exceptions=told, end=end)


def check(draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts) -> tuple[Problem, ...]:
    """What is wrong with a draft, field by field, each with its rule and, if known, the remedy."""
    return (
        *_term_problems(draft, parameters, facts),
        *_reason_problems(draft, parameters, facts),
        *_preset_problems(draft, parameters, facts),
        *_kind_problems(draft, facts),
        *money_problems(draft, parameters, facts),
        *_clause_problems(draft, parameters, facts),
        *_debt_problems(facts),
    )


def _debt_problems(facts: LeaseFacts) -> Iterator[Problem]:
    """The municipality's own rule on debt from an earlier tenancy, by the stage of its set."""
    if facts.old_debt:
        yield Problem("tenant", "lease_old_debt")


def _term_problems(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    shortest = shortest_end(draft, parameters, facts.signing)
    if draft.start is None:
        yield Problem("start", "start_missing", "DOC-01")
    if draft.open_ended:
        if not draft.open_ended_reason.strip():
            yield Problem("open_ended_reason", "open_ended_needs_reason", "SD-04")
    elif draft.end is None:
        yield Problem("end", "end_missing", "HL-40", remedy=shortest)
    elif draft.start is not None and draft.end < draft.start:
        yield Problem("end", "end_before_start", "HL-41", remedy=shortest)
    if facts.taken_by:
        yield Problem("dwelling", "dwelling_taken", facts={"lease": facts.taken_by})


def _reason_problems(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    """HL-43 with HL-45, and for § 11-1 dwellings HL-55 to HL-57."""
    if not is_short(draft, parameters, facts.signing):
        return
    remedy = shortest_end(draft, parameters, facts.signing)
    if draft.start is not None and draft.end is not None and draft.end < draft.start:
        return
    source = "HL-55" if draft.for_disadvantaged else "HL-45"
    said: dict[str, object] = {"end": remedy}
    if not draft.short_reason.strip():
        yield Problem("end", "term_too_short", source, remedy=remedy, facts=said)
    if draft.for_disadvantaged and facts.short_before and not draft.weighty_reason.strip():
        yield Problem(
            "weighty_reason",
            "second_short_needs_weighty_reason",
            "HL-57",
            remedy=remedy,
            facts=said | {"before": facts.short_before},
        )


def _preset_problems(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    """B12, SD-05: a refugee's lease is three years, neither more nor less, unless meant so."""
    usual = shortest_end(draft, parameters, facts.signing)
    refugee = draft.kind is LeaseKind.REFUGEE
    if refugee and usual is not None and draft.end is not None and draft.end > usual:
        said: dict[str, object] = {"end": usual}
        yield Problem("end", "refugee_term", "SD-05", remedy=usual, blocks=False, facts=said)


def _kind_problems(draft: LeaseDraft, facts: LeaseFacts) -> Iterator[Problem]:
    staff = draft.kind is LeaseKind.STAFF
    if staff and draft.for_disadvantaged:
        yield Problem("for_disadvantaged", "staff_outside_disadvantaged", "HL-60", remedy=False)
    if facts.staff_dwelling and not staff:
        yield Problem("kind", "dwelling_is_staff", "HL-60", remedy=LeaseKind.STAFF)
    if not draft.for_disadvantaged:
        return
    if not draft.informed:
        yield Problem("informed", "information_missing", "HL-51", remedy=True)
    if not draft.exceptions:
        yield Problem("exceptions", "exceptions_missing", "HL-51", remedy=USUAL_EXCEPTIONS)


def _clause_problems(
    draft: LeaseDraft, parameters: Parameters, facts: LeaseFacts
) -> Iterator[Problem]:
    """TV-01 letters a and b, without which nobody can be made to move; HL-41 on lock-in."""
    if not draft.eviction_for_rent:
        yield Problem("eviction_for_rent", "eviction_clause_a_missing", "TV-01", remedy=True)
    if not draft.open_ended and not draft.eviction_at_expiry:
        yield Problem("eviction_at_expiry", "eviction_clause_b_missing", "TV-01", remedy=True)
    if draft.open_ended or draft.terminable:
        return
    if not parameters.flag("hl.lockin_allowed", facts.signing):
        yield Problem("terminable", "lockin_not_allowed", "HL-41", remedy=True)


def taken_by(others: Iterable[LeaseRow], draft: LeaseDraft, own: LeaseId | None) -> str:
    """The number of another lease by which someone has the dwelling in the same time.

    One whose term has run out still has it until it has ended, but for the tenant's own renewal.
    """
    for row in others:
        if row.id == own or row.state in {LeaseState.DRAFT, LeaseState.CANCELLED}:
            continue
        if overlap(draft.start, draft.end, row.start, _had_until(row, draft)):
            return row.number
    return ""


def _had_until(row: LeaseRow, draft: LeaseDraft) -> date | None:
    """The last day a lease takes the dwelling; None when nobody knows yet."""
    if row.state is LeaseState.ENDED and row.ended_on is None and row.start is not None:
        renewed = draft.start - timedelta(days=1) if draft.start else row.start
        return min(row.end or renewed, max(renewed, row.start))
    over = {LeaseState.PAST_TERM, LeaseState.TURNED_OPEN_ENDED}
    if row.state in over and row.tenant != draft.tenant:
        return None
    return row.last_day


def versions_used(parameters: Parameters, on: date) -> tuple[tuple[str, date], ...]:
    """The rules a lease of that day rests on, each with the day its version began."""
    used = ((key, parameters.version(key, on).valid_from) for key in RULES_USED)
    return tuple((key, since) for key, since in used if since is not None)


def imported_marks(imported: ImportedLease, parameters: Parameters) -> tuple[str, ...]:
    """Codes for what an officer should look over in a lease that was there before."""
    start, end = imported.start, imported.end
    marks: list[str] = []
    if start is None:
        marks.append("lease_start_missing")
    if end is None and not imported.open_ended:
        marks.append("lease_end_missing")
    if start is not None and end is not None:
        least = term_end(start, 12 * parameters.whole("hl.min_term_years", start))
        if end < start:
            marks.append("end_before_start")
        elif end < least:
            marks.append("term_too_short")
    if imported.rent is None:
        marks.append("rent_missing")
    return tuple(marks)
