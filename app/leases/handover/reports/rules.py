"""Rooms from a template, what is wrong with a report, and two set against each other. Pure."""

import re
from collections.abc import Iterator, Mapping

from app.core.errors import Problem
from app.leases.handover.reports.model import (
    ALWAYS,
    TEMPLATE,
    Difference,
    HandoverKind,
    ItemCondition,
    ItemKind,
    Place,
    Remark,
    ReportDraft,
    RoomKind,
)

_RANK: Mapping[ItemCondition, int] = {each: at for at, each in enumerate(ItemCondition)}
_READING = re.compile(r"\d{1,9}([.,]\d{1,3})?")


def template(bedrooms: int) -> ReportDraft:
    """A draft with the rooms a dwelling of that size has, all of it good."""
    return ReportDraft(bedrooms=bedrooms, rooms=frozenset(ALWAYS))


def rooms(draft: ReportDraft) -> tuple[tuple[RoomKind, int], ...]:
    """The rooms in order; bedrooms are numbered from 1, other rooms 0."""
    found: list[tuple[RoomKind, int]] = []
    for room in RoomKind:
        if room is RoomKind.BEDROOM:
            found.extend((room, number) for number in range(1, draft.bedrooms + 1))
        elif room in draft.rooms:
            found.append((room, 0))
    return tuple(found)


def places(draft: ReportDraft) -> tuple[Place, ...]:
    """Everything that is looked at: the template's, then what was remarked beside it."""
    known = [Place(room, item, number) for room, number in rooms(draft) for item in TEMPLATE[room]]
    extra = [remark.place for remark in draft.remarks if remark.place not in known]
    order = {room: at for at, room in enumerate(rooms(draft))}
    both = [*known, *dict.fromkeys(extra)]
    return tuple(sorted(both, key=lambda place: order.get((place.room, place.number), 99)))


def remark_of(draft: ReportDraft, place: Place) -> Remark:
    """What is said of a place; good when nothing is."""
    found = next((each for each in draft.remarks if each.place == place), None)
    return found or Remark(place, ItemCondition.GOOD)


def compare(before: ReportDraft, after: ReportDraft) -> tuple[Difference, ...]:
    """What is not as it was, once each, in the order of the rooms (HL-73)."""
    there = set(places(before))
    found = []
    for place in places(after):
        now = remark_of(after, place)
        then = remark_of(before, place).condition if place in there else None
        was = ItemCondition.GOOD if then is None and place.item is ItemKind.OTHER else then
        if now.condition is not was:
            found.append(Difference(place, was, now.condition, now.words, now.beyond_wear))
    return tuple(found)


def check(
    draft: ReportDraft, kind: HandoverKind, before: ReportDraft | None
) -> tuple[Problem, ...]:
    """What must be put right before it is made (DOC-22)."""
    return (*_facts(draft, before), *_remarks(draft, kind, before))


def _facts(draft: ReportDraft, before: ReportDraft | None) -> Iterator[Problem]:
    if draft.held_on is None:
        yield Problem("held_on", "held_day_missing", "DOC-22")
    if draft.smoke_alarm is None:
        yield Problem("smoke_alarm", "smoke_alarm_missing", "HL-31")
    for name in ("power_reading", "water_reading"):
        now = str(getattr(draft, name)).replace(" ", "")
        if now and not _READING.fullmatch(now):
            yield Problem(name, "reading_unreadable", "DOC-22")
            continue
        then = str(getattr(before, name)).replace(" ", "") if before else ""
        if now and then and _number(now) < _number(then):
            yield Problem(name, "reading_below_first", blocks=False, facts={"before": then})


def _number(reading: str) -> float:
    return float(reading.replace(",", "."))


def _remarks(
    draft: ReportDraft, kind: HandoverKind, before: ReportDraft | None
) -> Iterator[Problem]:
    seen: set[Place] = set()
    there = set(rooms(draft))
    for at, remark in enumerate(draft.remarks):
        place = remark.place
        if (place.room, place.number) not in there:
            yield Problem(f"{at}.room", "room_not_there", "DOC-22")
        if place in seen and place.item is not ItemKind.OTHER:
            yield Problem(f"{at}.item", "remark_twice", "DOC-22")
        seen.add(place)
        if remark.condition is not ItemCondition.GOOD and not remark.words.strip():
            yield Problem(f"{at}.words", "remark_words_missing", "DOC-22")
        if kind is HandoverKind.MOVE_OUT and remark.beyond_wear and before is not None:
            then = remark_of(before, place).condition
            if _RANK[remark.condition] <= _RANK[then]:
                yield Problem(f"{at}.beyond_wear", "was_so_before", "HL-73", blocks=False)
