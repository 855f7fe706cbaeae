"""What a notice must hold, when it ends a lease, and what a protest does to it. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.deadlines import Deadline
from app.core.errors import Problem
from app.core.money import Ore, format_kroner
from app.core.parameters import Parameters
from app.core.records import dataclass
from app.leases.model import Lease, LeaseKind, LeaseState
from app.leases.notices.model import (
    LandlordNoticeDraft,
    LeaseDuty,
    Notice,
    NoticeGround,
    NoticeStanding,
    ProtestDraft,
    SuitDays,
    TenantNoticeDraft,
)
from app.settings.rulebook import deadline_for

ROOM = "hl.notice_months_room"
DWELLING = "hl.notice_months"
PROTEST = "hl.protest_months"
SUE = "hl.sue_months_after_protest_deadline"
SIDE_AGREEMENT = ("samarbeidsavtale", "samarbeidsavtala")
"""How a side agreement is named; a reason that leans on it is none (F7)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The lease a notice is about. `terminable` by HL-41, on the day it is looked at."""

    lease: Lease
    terminable: bool
    today: date


def notice_end(kind: LeaseKind, given: date, parameters: Parameters) -> date:
    """The last day when notice is given that day (HL-63); never moved (DL-08)."""
    rule = ROOM if kind is LeaseKind.SINGLE_ROOM else DWELLING
    return deadline_for(parameters, rule, given).nominal


def terminable(lease: Lease, turned: bool) -> bool:
    """Whether it can be ended by notice: open-ended, turned so, or agreed to be (HL-41)."""
    return lease.draft.open_ended or lease.draft.terminable or turned


def given_on(draft: TenantNoticeDraft) -> date | None:
    """The day a tenant's notice counts from: sent if that is known, else received (HL-04)."""
    return draft.sent_on or draft.received_on


def tenant_end(draft: TenantNoticeDraft, kind: LeaseKind, parameters: Parameters) -> date | None:
    """The last day: the law's, a later one that is wished, or an earlier one agreed (HL-02)."""
    given = given_on(draft)
    if given is None:
        return None
    end = notice_end(kind, given, parameters)
    if draft.wishes is None:
        return end
    return draft.wishes if draft.agreed else max(end, draft.wishes)


def check_tenant(
    draft: TenantNoticeDraft, about: Standing, parameters: Parameters
) -> tuple[Problem, ...]:
    """What is wrong with a tenant's notice; that it was only said is told and blocks nothing."""
    return (
        *_held(about, "received_on"),
        *_came(draft, about),
        *_ended_before(about, tenant_end(draft, about.lease.draft.kind, parameters), "received_on"),
        *_wished(draft, about, parameters),
    )


def _held(about: Standing, field: str) -> Iterator[Problem]:
    if not about.terminable:
        facts: dict[str, object] = {"end": about.lease.draft.end}
        yield Problem(field, "notice_fixed_term", "HL-41", facts=facts)


def _came(draft: TenantNoticeDraft, about: Standing) -> Iterator[Problem]:
    came, sent, signed = draft.received_on, draft.sent_on, about.lease.signed_on
    if came is None:
        yield Problem("received_on", "notice_received_missing", "HL-61")
        return
    if came > about.today:
        yield Problem("received_on", "day_in_future", remedy=about.today)
    facts: dict[str, object] = {"signed": signed, "sent": sent, "received": came}
    if signed is not None and came < signed:
        yield Problem("received_on", "notice_before_lease", "HL-61", facts=facts)
    if sent is not None and sent > came:
        yield Problem("sent_on", "notice_sent_after_received", "HL-04", remedy=came, facts=facts)
    elif sent is not None and signed is not None and sent < signed:
        yield Problem("sent_on", "notice_before_lease", "HL-61", facts=facts)
    elif sent is not None and sent < came:
        yield Problem("sent_on", "notice_sent_before_received", "HL-04", blocks=False, facts=facts)
    if not draft.written:
        yield Problem("written", "notice_only_said", "HL-61", blocks=False)


def _wished(draft: TenantNoticeDraft, about: Standing, parameters: Parameters) -> Iterator[Problem]:
    given, wishes = given_on(draft), draft.wishes
    if given is None or wishes is None:
        return
    lawful = notice_end(about.lease.draft.kind, given, parameters)
    facts: dict[str, object] = {"end": lawful}
    if wishes < given:
        yield Problem("wishes", "notice_end_before_given", "HL-63", remedy=lawful, facts=facts)
    elif wishes < lawful and not draft.agreed:
        yield Problem("wishes", "notice_shorter_not_agreed", "HL-63", remedy=lawful, facts=facts)


def check_landlord(
    draft: LandlordNoticeDraft,
    about: Standing,
    end: date,
    subtenants: tuple[str, ...] = (),
) -> tuple[Problem, ...]:
    """What keeps a landlord's notice from being given (HL-41, HL-62, HL-20, HL-77, F7).

    `end` is the last day it would lead to.
    """
    return (
        *_held(about, "ground"),
        *_ended_before(about, end, "ground"),
        *_grounds(draft),
        *reason_problems(draft.reason),
        *_copied(draft, subtenants),
    )


def someone_may_enter() -> Iterator[Problem]:
    """While another may enter after a death, only the estate may give notice (HL-70)."""
    yield Problem("ground", "notice_while_others_may_enter", "HL-70")


def _ended_before(about: Standing, end: date | None, field: str) -> Iterator[Problem]:
    ends = about.lease.ended_on
    if ends is not None and end is not None and ends <= end:
        yield Problem(field, "notice_ends_before", "HL-63", facts={"end": ends})


def _grounds(draft: LandlordNoticeDraft) -> Iterator[Problem]:
    if draft.ground is None:
        yield Problem("ground", "notice_ground_missing", "HL-62")
    elif draft.ground is NoticeGround.TENANT_BREACH and draft.duty is None:
        yield Problem("duty", "notice_duty_missing", "F7")
    if draft.duty is LeaseDuty.RENT and draft.rent_deposited:
        yield Problem("rent_deposited", "notice_rent_deposited", "HL-20")


def deposit_problems(deposited: Ore, beside: Ore) -> Iterator[Problem]:
    """All that is owed is disputed and paid in under § 3-8: it ends no lease (HL-20)."""
    if deposited and beside <= 0:
        facts: dict[str, object] = {"amount": format_kroner(deposited)}
        yield Problem("rent_deposited", "notice_rent_is_deposited", "HL-20", facts=facts)


def reason_problems(reason: str) -> Iterator[Problem]:
    """A reason there must be, and never that a cooperation agreement was broken (F7)."""
    if not reason.strip():
        yield Problem("reason", "notice_reason_missing", "HL-64")
    elif any(word in reason.casefold() for word in SIDE_AGREEMENT):
        yield Problem("reason", "notice_reason_side_agreement", "F7")


def _copied(draft: LandlordNoticeDraft, subtenants: tuple[str, ...]) -> Iterator[Problem]:
    missing = [name for name in subtenants if name not in draft.copies]
    if missing:
        facts: dict[str, object] = {"names": ", ".join(missing)}
        yield Problem("copies", "notice_copy_missing", "HL-77", facts=facts)


def protest_until(arrived: date, parameters: Parameters) -> Deadline:
    """The last day to protest when the notice came that day (HL-66)."""
    return deadline_for(parameters, PROTEST, arrived)


def suit_days(arrived: date, parameters: Parameters) -> SuitDays:
    """When a protested notice must be tried (HL-67).

    We act by the earlier reading, counted from the counted last day to protest; it falls by the
    later one, counted from the moved day.
    """
    until = protest_until(arrived, parameters)
    lasts = deadline_for(parameters, SUE, until.moved).moved
    return SuitDays(deadline_for(parameters, SUE, until.nominal), lasts + timedelta(days=1))


def check_protest(draft: ProtestDraft, notice: Notice, today: date) -> tuple[Problem, ...]:
    """What is wrong with the days of a protest."""
    return tuple(_protest_problems(draft, notice, today))


def _protest_problems(draft: ProtestDraft, notice: Notice, today: date) -> Iterator[Problem]:
    arrived, sent, came = draft.arrived_on, draft.sent_on, draft.received_on
    if arrived is None:
        yield Problem("arrived_on", "notice_arrived_missing", "HL-66")
    elif notice.given_on is not None and arrived < notice.given_on:
        yield Problem("arrived_on", "outcome_before_sent", remedy=notice.given_on)
    elif arrived > today:
        yield Problem("arrived_on", "day_in_future", remedy=today)
    if came is None:
        yield Problem("received_on", "protest_received_missing", "HL-66")
    elif came > today:
        yield Problem("received_on", "day_in_future", remedy=today)
    elif sent is not None and sent > came:
        yield Problem("sent_on", "protest_sent_after_received", "DL-04", remedy=came)
    first = sent or came
    if first is not None and notice.given_on is not None and first < notice.given_on:
        yield Problem("sent_on" if sent else "received_on", "protest_before_notice", "HL-66")


def is_late(sent: date, arrived: date, parameters: Parameters) -> bool:
    """Whether a protest that was sent that day came too late (HL-66, DL-04)."""
    return sent > protest_until(arrived, parameters).moved


def standing(notice: Notice, today: date) -> NoticeStanding:
    """Where a notice stands on a day; it lapses by itself (HL-67)."""
    protest = notice.protest
    if notice.withdrawn_on is not None and notice.withdrawn_on <= today:
        return NoticeStanding.WITHDRAWN
    if notice.given_on is None:
        return NoticeStanding.UNSENT
    if protest is None or protest.late:
        return _by_day(notice.end_on, today)
    if protest.upheld is not None:
        return _by_day(notice.end_on, today) if protest.upheld else NoticeStanding.SET_ASIDE
    if protest.sued_on is not None:
        return NoticeStanding.SUED
    if protest.lapses_on is not None and today >= protest.lapses_on:
        return NoticeStanding.LAPSED
    return NoticeStanding.PROTESTED


def _by_day(end: date, today: date) -> NoticeStanding:
    return NoticeStanding.OVER if today > end else NoticeStanding.HOLDS


def may_end_it(lease: Lease) -> bool:
    """Whether there is anything left to end."""
    return lease.signed_on is not None and lease.state not in {
        LeaseState.ENDED,
        LeaseState.OVERSTAY,
        LeaseState.CANCELLED,
    }
