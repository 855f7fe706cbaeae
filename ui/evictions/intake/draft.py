"""What the fields of the intake hold, as a message."""

from collections.abc import Mapping
from datetime import date

from app.core.ids import EvictionCaseId, LeaseId, PersonId
from app.core.money import Ore
from app.evictions.messages.model import MessageDraft
from app.evictions.model import (
    EnforcementGround,
    EvictionSums,
    LossKind,
    MessageSender,
)
from app.people.model import PersonDraft

APART = "apart"
NEW_PERSON = ("given_name", "family_name", "national_id")
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
        new_person=None if isinstance(person, int) else _new_person(values),
        kind=kind if isinstance(kind, LossKind) else LossKind.EVICTION,
        lease=lease if kind is not LossKind.FORCED_SALE else None,
        landlord=_text(values, "landlord"),
        home=_text(values, "home"),
        paper_reference=_text(values, "paper_reference"),
        received_on=_day(values, "received_on"),
        reference=_text(values, "reference"),
        ground=ground if isinstance(ground, EnforcementGround) else None,
        sums=EvictionSums(*(_sum(values, name) for name in SUMS)),
        served_on=_day(values, "served_on"),
        comment_until=_day(values, "comment_until"),
        eviction_on=_day(values, "eviction_on"),
        eviction_at=_text(values, "eviction_at"),
        words=_text(values, "words"),
        joins=EvictionCaseId(joins) if isinstance(joins, int) else None,
        apart=joins == APART,
        again=values.get("again") is True,
    )


def _new_person(values: Mapping[str, object]) -> PersonDraft | None:
    given, family, number = (_text(values, name) for name in NEW_PERSON)
    if not (given or family or number):
        return None
    to_check = "" if given or family else "name_missing"
    return PersonDraft(given_name=given, family_name=family, national_id=number, to_check=to_check)


def split_name(typed: str) -> dict[str, object]:
    """What was searched for, as the fields of a new person: digits are a number."""
    digits = "".join(typed.split())
    if digits.isdigit():
        return {"given_name": None, "family_name": None, "national_id": digits}
    given, _, family = typed.rpartition(" ")
    return {"given_name": given or None, "family_name": family or None, "national_id": None}


def _text(values: Mapping[str, object], name: str) -> str:
    return str(values.get(name) or "").strip()


def _day(values: Mapping[str, object], name: str) -> date | None:
    value = values.get(name)
    return value if isinstance(value, date) else None


def _sum(values: Mapping[str, object], name: str) -> Ore:
    value = values.get(name)
    return Ore(value) if isinstance(value, int) else Ore(0)
