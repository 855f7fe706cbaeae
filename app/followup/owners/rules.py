"""To whom a case may be handed over, and who owned it when. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from app.core.errors import Problem
from app.followup.levels import rules as level_rules
from app.followup.levels.model import LevelOn
from app.followup.owners.model import Owner, OwnerDraft, Ownership
from app.settings.units.model import ServiceUnit

_TWO = re.compile(r"[/;\n]|(?:\bog\b|&|\+)\s*[A-ZÆØÅ]")  # one line, one name (C7)
_TEAM = re.compile(r"\bteam|team\b", re.IGNORECASE)  # «team Rus og Psykisk helse» is one (C3)


def check(draft: OwnerDraft, unit: ServiceUnit | None, day: date) -> tuple[Problem, ...]:
    """What is wrong with an owner: the unit must be open, the coordinator exactly one (C7, P1)."""
    return tuple(_of_owner(draft, unit, day))


def _of_owner(draft: OwnerDraft, unit: ServiceUnit | None, day: date) -> Iterator[Problem]:
    if unit is None:
        yield Problem("unit", "owner_unit_missing", "P1")
    elif not unit.open_on(day):
        yield Problem("unit", "owner_unit_closed", "P1", facts={"day": unit.closed_on})
    name = draft.coordinator.strip()
    if not name:
        yield Problem("coordinator", "owner_coordinator_missing", "C7")
    elif _several(name):
        yield Problem("coordinator", "owner_one_coordinator", "C7")


def _several(name: str) -> bool:
    if _TEAM.search(name):
        return any(mark in name for mark in "/;\n")
    return _TWO.search(name) is not None


def check_hand_over(now: Owner, new: Owner, last: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with a hand-over beside its owner: same, too early, without reason (D5, D7)."""
    return tuple(_of_hand_over(now, new, last, today))


def _of_hand_over(now: Owner, new: Owner, last: date, today: date) -> Iterator[Problem]:
    if same(now.draft, new.draft):
        yield Problem("coordinator", "owner_is_already", "P1")
    if not new.reason.strip():
        yield Problem("reason", "owner_reason_missing", "D7")
    if new.since > today:
        yield Problem("since", "day_in_future", remedy=today)
    elif new.since < last:
        yield Problem("since", "day_before_last", remedy=last, facts={"last": last})


def same(one: OwnerDraft, other: OwnerDraft) -> bool:
    """Whether two are the same unit and coordinator; a new phone is no hand-over."""
    names = (one.coordinator.strip().casefold(), other.coordinator.strip().casefold())
    return one.unit == other.unit and names[0] == names[1]


def on(levels: Sequence[LevelOn], owners: Sequence[Owner], day: date) -> Owner | None:
    """Who owned it on a day; nobody while the person has no level or manages alone (E3)."""
    level = level_rules.on(levels, day)
    if level is None or not level.level.followed:
        return None
    known = [each for each in owners if each.since <= day]
    return max(known, key=lambda each: (each.since, each.id), default=None)


def timeline(levels: Sequence[LevelOn], owners: Sequence[Owner]) -> tuple[Ownership, ...]:
    """Who owned it from when to when, oldest first; nobody is left out and nobody overlaps (D5)."""
    found: list[Ownership] = []
    days = {each.since for each in levels} | {each.since for each in owners}
    for day in sorted(days):
        owner = on(levels, owners, day)
        before = found[-1] if found and found[-1].until is None else None
        if before is not None and before.owner == owner:
            continue
        if before is not None:
            found[-1] = Ownership(before.owner, before.since, day)
        if owner is not None:
            found.append(Ownership(owner, day))
    return tuple(found)
