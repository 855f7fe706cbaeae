"""What may be done with keys, and how their marks are typed. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from app.core.errors import Problem
from app.core.ids import LeaseId
from app.dwellings.keys.model import DoorKey, KeyHolder, KeyLoan, KeyMove

MOST = 50
_SPAN = re.compile(r"(\D*?)(\d+)\s*[-–]\s*(\D*?)(\d+)")


def read_marks(typed: str) -> tuple[str, ...]:
    """«101-1, 101-2», «A1–A4»: each mark once, in the order typed.

    A span is read only where it rises and both ends begin alike: «101-1» is one mark.
    """
    marks: list[str] = []
    for part in (each.strip() for each in re.split(r"[,;\n]", typed)):
        marks.extend(_spanned(part))
    return tuple(dict.fromkeys(mark for mark in marks if mark))


def _spanned(part: str) -> list[str]:
    found = _SPAN.fullmatch(part)
    if found is None:
        return [part]
    before, first, again, last = found.groups()
    low, high = int(first), int(last)
    if again not in {"", before} or not low < high < low + MOST:
        return [part]
    return [f"{before}{number:0{len(first)}}" for number in range(low, high + 1)]


def move_problems(keys: Sequence[DoorKey], move: KeyMove, today: date) -> Iterator[Problem]:
    """Why these cannot change hands as told."""
    if not keys:
        yield Problem("keys", "keys_not_chosen", "HL-07")
    if move.since > today:
        yield Problem("since", "day_in_future")
    for key in keys:
        if move.since < key.now.since:
            yield Problem(
                "since", "key_moved_since", facts={"mark": key.mark, "day": key.now.since}
            )
            return
    if move.holder is KeyHolder.TENANT:
        yield from _out_problems(keys, move.lease)


def _out_problems(keys: Sequence[DoorKey], lease: LeaseId | None) -> Iterator[Problem]:
    if lease is None:
        yield Problem("lease", "key_tenant_missing", "HL-07")
    taken = next((key for key in keys if not key.now.holder.at_hand), None)
    if taken is not None:
        yield Problem("keys", "key_not_at_hand", "HL-07", facts={"mark": taken.mark})


def loans(moves: Sequence[tuple[DoorKey, Sequence[KeyMove]]], lease: LeaseId) -> Iterator[KeyLoan]:
    """Every time a key was this lease's, from the moves of each key in order."""
    for key, told in moves:
        begun: KeyLoan | None = None
        for move in told:
            if begun is not None:
                yield _ended(begun, move, lease)
                begun = None
            if move.holder is KeyHolder.TENANT and move.lease == lease:
                begun = KeyLoan(key.id, key.kind, key.mark, move.since)
        if begun is not None:
            yield begun


def _ended(loan: KeyLoan, move: KeyMove, lease: LeaseId) -> KeyLoan:
    lost = move.holder is KeyHolder.LOST and move.lease == lease
    return KeyLoan(
        loan.key,
        loan.kind,
        loan.mark,
        loan.out_on,
        back_on=None if lost else move.since,
        lost_on=move.since if lost else None,
    )
