"""What a termination for breach must hold (HL-68, HL-69). Pure."""

from collections.abc import Iterator
from datetime import date

from app.core.errors import Problem
from app.core.ids import DocumentId
from app.leases.notices.model import BreachDraft, BreachGround
from app.leases.notices.rules import reason_problems


def check_breach(
    draft: BreachDraft, today: date, warned: dict[DocumentId, date], ends: date | None = None
) -> tuple[Problem, ...]:
    """What keeps it from being made.

    `warned` are the letters with a warning that have gone out and when; `ends` is the last day
    the lease has already.
    """
    return (
        *_ground(draft, today, warned),
        *reason_problems(draft.reason),
        *_days(draft, today, ends),
    )


def _ground(draft: BreachDraft, today: date, warned: dict[DocumentId, date]) -> Iterator[Problem]:
    if draft.ground is None:
        yield Problem("ground", "breach_ground_missing", "HL-68")
        return
    if draft.ground is BreachGround.RENT and draft.rent_deposited:
        yield Problem("rent_deposited", "notice_rent_deposited", "HL-20")
    if not draft.ground.needs_warning:
        return
    if not any(day < today for day in warned.values()):
        yield Problem("ground", "breach_not_warned", "HL-68")
    elif draft.warning not in warned:
        yield Problem("warning", "breach_warning_missing", "HL-68")
    elif warned[draft.warning] >= today:
        yield Problem("warning", "breach_warned_today", "HL-68")


def _days(draft: BreachDraft, today: date, ends: date | None) -> Iterator[Problem]:
    if draft.move_by is None:
        yield Problem("move_by", "breach_day_missing", "HL-69", remedy=today)
    elif draft.move_by < today:
        yield Problem("move_by", "breach_day_has_been", "HL-69", remedy=today)
    elif ends is not None and ends < draft.move_by:
        yield Problem("move_by", "notice_ends_before", "HL-69", facts={"end": ends})


def needs_court(draft: BreachDraft, rent_clause: bool) -> bool:
    """Whether tingretten and not the namsfogd decides (TV-07).

    Unpaid rent with the clause of letter a in the lease goes to the namsfogd (TV-01); all other
    breaches are letter d.
    """
    return not (draft.ground is BreachGround.RENT and rent_clause)
