"""SQL of messages received."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from app.core.ids import EvictionCaseId
from app.core.money import Ore
from app.evictions.messages.model import EvictionMessage, MessageDraft
from app.evictions.model import EnforcementGround, EvictionSums, MessageSender
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, case: EvictionCaseId, draft: MessageDraft) -> int:
    """A message of a case."""
    return unit.insert(
        "eviction_message",
        eviction_case=case,
        recorded_on=unit.today,
        received_on=draft.received_on,
        sender=draft.sender,
        reference=draft.reference.strip(),
        ground=draft.ground or "",
        rent=draft.sums.rent,
        costs=draft.sums.costs,
        interest=draft.sums.interest,
        served_on=draft.served_on,
        comment_until=draft.comment_until,
        words=draft.words.strip(),
    )


def by_case(
    db: Database, day: date, among: Collection[EvictionCaseId] | None = None
) -> Mapping[EvictionCaseId, Sequence[EvictionMessage]]:
    """The messages of each case, or each of some, received up to a day, oldest first."""
    found: dict[EvictionCaseId, list[EvictionMessage]] = defaultdict(list)
    inside, values = "", [day.isoformat()]
    if among is not None:
        inside = " AND eviction_case IN (SELECT value FROM json_each(?))"
        values.append(json.dumps([*among]))
    for each in db.select(
        _message,
        "SELECT id, eviction_case, recorded_on, received_on, sender, reference, ground, rent,"
        " costs, interest, served_on, comment_until, words FROM eviction_message"
        f" WHERE received_on <= ?{inside} ORDER BY received_on, id",
        values,
    ):
        found[each.case].append(each)
    return found


def _message(*row: object) -> EvictionMessage:
    texts = [str(column) for column in row]
    rent, costs, interest = (Ore(int(text)) for text in texts[7:10])
    return EvictionMessage(
        id=int(texts[0]),
        case=EvictionCaseId(int(texts[1])),
        recorded_on=date.fromisoformat(texts[2]),
        received_on=date.fromisoformat(texts[3]),
        sender=MessageSender(texts[4]),
        reference=texts[5],
        ground=EnforcementGround(texts[6]) if texts[6] else None,
        sums=EvictionSums(rent, costs, interest),
        served_on=day_or_none(row[10]),
        comment_until=day_or_none(row[11]),
        words=texts[12],
    )
