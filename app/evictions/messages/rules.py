"""What a message must hold, what is asked before it is taken in, and where it puts a case. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.core.errors import Problem
from app.core.records import dataclass
from app.evictions import rules
from app.evictions.messages.model import EvictionMessage, MessageDraft
from app.evictions.model import (
    CaseStep,
    EvictionCase,
    EvictionStage,
    ForcedSaleStage,
    LossKind,
    MessageSender,
)

_STANDS = {
    MessageSender.NAMSFOGD: EvictionStage.COMMENT_PERIOD,
    MessageSender.LANDLORD: EvictionStage.NOTICE_SENT,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the register knows when a message is taken in.

    `open` are the open cases it may belong to, `messages` all there are, `strict` whether the
    person has a strictly protected address (ADR-02).
    """

    open: tuple[EvictionCase, ...] = ()
    messages: tuple[EvictionMessage, ...] = ()
    strict: bool = False


def stage_told(draft: MessageDraft) -> CaseStep:
    """Where the paper puts it: as said, else by its days and who sent it."""
    if draft.kind is LossKind.FORCED_SALE:
        if draft.sale_stage is not None:
            return draft.sale_stage
        named = draft.sender is MessageSender.NAMSFOGD
        return ForcedSaleStage.PETITION_FILED if named else ForcedSaleStage.AT_RISK
    if draft.stage is not None:
        return draft.stage
    if draft.eviction_on is not None:
        return EvictionStage.DATE_SET
    if draft.comment_until is not None or draft.served_on is not None:
        return EvictionStage.COMMENT_PERIOD
    return _STANDS.get(draft.sender or MessageSender.OTHER, EvictionStage.AT_RISK)


def check(draft: MessageDraft, known: Known, today: date) -> tuple[Problem, ...]:
    """What stops a message, what is asked, and what is only told (`blocks` False)."""
    return (
        *_wanted(draft, today),
        *_where(draft, known),
        *_days(draft, today),
        *_asked(draft, known),
    )


def _wanted(draft: MessageDraft, today: date) -> Iterator[Problem]:
    if draft.sender is None:
        yield Problem("sender", "eviction_sender_missing")
    if draft.person is None and draft.new_person is None:
        yield Problem("person", "eviction_person_missing")
    if draft.received_on is None:
        yield Problem("received_on", "day_missing", remedy=today)
    elif draft.received_on > today:
        yield Problem("received_on", "day_in_future", remedy=today)
    if like_over(draft):
        yield Problem("stage", "eviction_stage_over")


def like_over(draft: MessageDraft) -> bool:
    """Whether the paper is said to put a case where only an outcome can."""
    return rules.like(stage_told(draft)) in {EvictionStage.AFTERCARE, EvictionStage.CLOSED}


def _where(draft: MessageDraft, known: Known) -> Iterator[Problem]:
    if known.strict:
        for name, told in (
            ("lease", draft.lease),
            ("home", draft.home),
            ("landlord", draft.landlord),
        ):
            if told:
                yield Problem(name, "eviction_home_strict", "ADR-02")
        if draft.joins is None and not draft.paper_reference.strip():
            yield Problem("paper_reference", "eviction_paper_missing", "ADR-02")
    if draft.kind is LossKind.FORCED_SALE and draft.lease is not None:
        yield Problem("lease", "forced_sale_has_no_lease")


def _days(draft: MessageDraft, today: date) -> Iterator[Problem]:
    if draft.served_on is not None and draft.served_on > today:
        yield Problem("served_on", "day_in_future", remedy=today)
    if draft.comment_until is not None and draft.comment_until < today:
        facts: dict[str, object] = {"day": draft.comment_until}
        yield Problem("comment_until", "eviction_comment_over", "TV-10", blocks=False, facts=facts)
    if draft.eviction_on is not None:
        yield from rules.check_eviction_day(draft.eviction_on, draft.comment_until, today)


def _asked(draft: MessageDraft, known: Known) -> Iterator[Problem]:
    if draft.joins is None and not draft.apart and known.open:
        facts: dict[str, object] = {"numbers": tuple(each.number for each in known.open)}
        yield Problem("joins", "eviction_case_open", facts=facts, remedy=known.open[-1].id)
    same = twice(draft, known.messages)
    if same is not None and not draft.again:
        facts = {"day": same.received_on, "recorded": same.recorded_on}
        yield Problem("again", "eviction_message_twice", facts=facts)


def twice(draft: MessageDraft, messages: Sequence[EvictionMessage]) -> EvictionMessage | None:
    """The same message taken in before: same sender and day, and nothing that tells them apart."""
    return next((each for each in messages if _same(draft, each)), None)


def _same(draft: MessageDraft, each: EvictionMessage) -> bool:
    told = (draft.reference.strip().casefold(), draft.sums, draft.served_on, draft.comment_until)
    known = (each.reference.casefold(), each.sums, each.served_on, each.comment_until)
    return (draft.sender, draft.received_on) == (each.sender, each.received_on) and told == known


def late_days(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the problems that are only told."""
    return tuple(each for each in problems if not each.blocks)
