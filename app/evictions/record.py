"""A case put together from its dated rows. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from itertools import pairwise

from app.core.deadlines import Deadline
from app.core.ids import EvictionCaseId, LeaseId, PersonId
from app.core.parameters import Parameters
from app.core.records import dataclass
from app.evictions.messages.model import EvictionMessage
from app.evictions.model import (
    DayRow,
    EvictionCase,
    EvictionStage,
    EvictionSums,
    LossKind,
    MessageSender,
    OutcomeRow,
    StageRow,
)
from app.people.model import AddressProtection
from app.settings.rulebook import deadline_for

COMMENT = "tv.comment_weeks"


@dataclass(frozen=True, slots=True)
class CaseHead:
    """What never changes of a case; `home` is empty where it may not be told."""

    id: EvictionCaseId
    number: str
    kind: LossKind
    person: PersonId
    name: str = field(repr=False)
    protection: AddressProtection
    lease: LeaseId | None
    landlord: str = field(repr=False)
    home: str = field(repr=False)
    paper_reference: str
    opened_on: date


@dataclass(frozen=True, slots=True)
class CaseRows:
    """All that was recorded of every case, by the case."""

    stages: Mapping[EvictionCaseId, Sequence[StageRow]]
    messages: Mapping[EvictionCaseId, Sequence[EvictionMessage]]
    days: Mapping[EvictionCaseId, Sequence[DayRow]]
    outcomes: Mapping[EvictionCaseId, Sequence[OutcomeRow]]


def comment_deadline(
    kind: LossKind, messages: Iterable[EvictionMessage], parameters: Parameters
) -> tuple[date, date] | None:
    """The nominal and the moved last day of § 13-6 (TV-10), both as given where a paper names it.

    Counted from the day it was served; while nobody has told, from the first message of the
    namsfogd. A later letter does not start it again. A forced sale has only what is given.
    """
    known = tuple(messages)
    given = [each.comment_until for each in known if each.comment_until]
    if given:
        return given[-1], given[-1]
    if kind is LossKind.FORCED_SALE:
        return None
    served = [each.served_on for each in known if each.served_on]
    first = [each.received_on for each in known if each.sender is MessageSender.NAMSFOGD]
    start = served[-1:] or first[:1]
    if not start:
        return None
    counted = two_weeks(start[0], parameters)
    return counted.nominal, counted.moved


def taken_back(kind: LossKind, stages: Sequence[StageRow]) -> date | None:
    """The last day a petition was taken back: it stood with the namsfogd, and does no more.

    What messages told before is of that petition alone.
    """
    if kind is not LossKind.EVICTION:
        return None
    told = [each for each in stages if each.stage is not EvictionStage.CLOSED]
    turns = [
        now.since
        for before, now in pairwise(told)
        if now.stage.before_petition and not before.stage.before_petition
    ]
    return turns[-1] if turns else None


def two_weeks(start: date, parameters: Parameters) -> Deadline:
    """§ 13-6 from the day the petition came to the tenant (TV-10)."""
    return deadline_for(parameters, COMMENT, start)


def cases(
    heads: Iterable[CaseHead], rows: CaseRows, parameters: Parameters
) -> tuple[EvictionCase, ...]:
    """Every case as it stands; one that began later than the day asked for is none yet."""
    return tuple(_case(head, rows, parameters) for head in heads if rows.stages.get(head.id))


def _case(head: CaseHead, rows: CaseRows, parameters: Parameters) -> EvictionCase:
    stage = rows.stages[head.id][-1]
    messages = rows.messages.get(head.id, ())
    newest = messages[-1] if messages else None
    grounds = [each.ground for each in messages if each.ground]
    sums = [each.sums for each in messages if each.sums.total]
    references = [each.reference for each in messages if each.reference]
    back = taken_back(head.kind, rows.stages[head.id])
    live = tuple(each for each in messages if back is None or each.received_on > back)
    nominal, until = comment_deadline(head.kind, live, parameters) or (None, None)
    days = rows.days.get(head.id, ())
    ended = rows.outcomes.get(head.id, ())
    case = EvictionCase(
        id=head.id,
        number=head.number,
        kind=head.kind,
        person=head.person,
        name=head.name,
        protection=head.protection,
        lease=head.lease,
        landlord=head.landlord,
        home=head.home,
        opened_on=head.opened_on,
        stage=stage.stage,
        stage_since=stage.since,
        ground=grounds[-1] if grounds else None,
        sender=newest.sender if newest else None,
        received_on=newest.received_on if newest else None,
        reference=references[-1] if references else "",
        sums=sums[-1] if sums else EvictionSums(),
        comment_until=until,
        comment_nominal=nominal,
        eviction_on=days[-1].eviction_on if days else None,
        eviction_at=days[-1].eviction_at if days else "",
        outcome=ended[-1].outcome if ended else None,
        sale_stage=stage.sale_stage,
        paper_reference=head.paper_reference,
        taken_back_on=None if live else back,
    )
    return case if case.open else replace(case, closed_on=stage.since)
