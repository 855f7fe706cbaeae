"""What the fields of the intake hold, as a message."""

from collections.abc import Mapping

from app.core.ids import EvictionCaseId, LeaseId, PersonId
from app.core.money import Ore
from app.evictions.messages.model import MessageDraft
from app.evictions.model import (
    EnforcementGround,
    EvictionSums,
    LossKind,
    MessageSender,
)
from ui.asking import a_day, text
from ui.new_person import new_person

APART = "apart"
SUMS = ("rent", "costs", "interest")
SALE = "sale"


def draft_of(values: Mapping[str, object], lease: LeaseId | None) -> MessageDraft:
    """The message as typed so far; `lease` is the one linked by itself."""
    sender, kind, ground = values.get("sender"), values.get("kind"), values.get("ground")
    person = values.get("person")
    joins = values.get("joins")
    return MessageDraft(
        sender=sender if isinstance(sender, MessageSender) else None,
        person=PersonId(person) if isinstance(person, int) else None,
        new_person=None if isinstance(person, int) else new_person(values),
        kind=kind if isinstance(kind, LossKind) else LossKind.EVICTION,
        lease=lease if kind is not LossKind.FORCED_SALE else None,
        landlord=text(values, "landlord"),
        home=text(values, "home"),
        paper_reference=text(values, "paper_reference"),
        received_on=a_day(values, "received_on"),
        reference=text(values, "reference"),
        ground=ground if isinstance(ground, EnforcementGround) else None,
        sums=EvictionSums(*(_sum(values, name) for name in SUMS)),
        served_on=a_day(values, "served_on"),
        comment_until=a_day(values, "comment_until"),
        eviction_on=a_day(values, "eviction_on"),
        eviction_at=text(values, "eviction_at"),
        words=text(values, "words"),
        joins=EvictionCaseId(joins) if isinstance(joins, int) else None,
        apart=joins == APART,
        again=values.get("again") is True,
    )


def _sum(values: Mapping[str, object], name: str) -> Ore:
    value = values.get(name)
    return Ore(value) if isinstance(value, int) else Ore(0)
