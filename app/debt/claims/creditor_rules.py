"""What is wrong with a creditor as it is typed, and whether it is there already. Pure."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from rapidfuzz import fuzz

from app.core.errors import Problem
from app.core.numbers import NumberKind, identify
from app.core.order import search_words
from app.debt.claims.model import Creditor, CreditorDraft

_SUFFIX = re.compile(r"\b(?:as|asa|ab|nuf|sa|ans|da|norge|norway)$")
_ALIKE = 90  # per cent; «Klarfin» and «Klarfinn», not «Lind» and «Lund»
_FEWEST_LETTERS = 6


def bare_name(name: str) -> str:
    """A name without what a firm's form adds to it: «Nordlys Bank AS» is «nordlys bank»."""
    words = " ".join(re.sub(r"[^\w ]", " ", search_words(name)).split())
    while (shorter := _SUFFIX.sub("", words).strip()) and shorter != words:
        words = shorter
    return words


def double(draft: CreditorDraft, known: Iterable[Creditor]) -> Creditor | None:
    """Who may be the same: by number, else by the same name, else by nearly the same.

    Two who both have a number and not the same one are two.
    """
    number, name = "".join(draft.org_number.split()), bare_name(draft.name)
    others = tuple(known)
    numbered = (each for each in others if number and number == each.draft.org_number)
    unsure = [each for each in others if not (number and each.draft.org_number)]
    named = (each for each in unsure if name and name == bare_name(each.name))
    close = (each for each in unsure if _alike(name, bare_name(each.name)))
    return next(chain(numbered, named, close), None)


def same(draft: CreditorDraft, other: Creditor) -> bool:
    """Whether it is surely that one: its number, or its very name."""
    number = "".join(draft.org_number.split())
    if number and number == other.draft.org_number:
        return True
    return bare_name(draft.name) == bare_name(other.name)


def _alike(one: str, other: str) -> bool:
    long = min(len(one), len(other)) >= _FEWEST_LETTERS
    return long and fuzz.ratio(one, other) >= _ALIKE


def check(draft: CreditorDraft, known: Iterable[Creditor]) -> tuple[Problem, ...]:
    """Beside the field; `known` are the others."""
    return tuple(_check(draft, known))


def _check(draft: CreditorDraft, known: Iterable[Creditor]) -> Iterator[Problem]:
    if not draft.name.strip():
        yield Problem("name", "creditor_name_missing")
    yield from _number("org_number", draft.org_number, NumberKind.ORGANISATION)
    yield from _number("account", draft.account, NumberKind.ACCOUNT)
    there = double(draft, known)
    if there is not None and not draft.again:
        yield Problem("again", "creditor_known")


def _number(field: str, written: str, kind: NumberKind) -> Iterator[Problem]:
    if not written.strip():
        return
    (read,) = identify(written.strip(), kind)
    if not read.ok:
        yield Problem(field, read.code)
