"""The municipality's own words laid over a letter's text; required sentences are locked. Pure."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from app.core.errors import NotFound, OfficeError, Problem
from app.documents.fonts import demand_glyphs
from app.documents.readability import lix, longest_sentence
from app.documents.texts import FOLDER, Text, load_text, versions
from app.settings.model import LocalText, LocalTextDraft

MOST_LIX = 40
MOST_WORDS = 25

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_BRACE = re.compile(r"[{}]")


@cache
def open_passages() -> dict[str, tuple[str, ...]]:
    """The passages of each letter that the municipality may word itself, by document."""
    read = tomllib.loads((FOLDER / "open.toml").read_text("utf-8"))
    return {name: tuple(table["open"]) for name, table in read.items()}


def overlaid(text: Text, own: Sequence[LocalText], on: date) -> Text:
    """The text with the newest own words begun by that day for each open passage.

    Own words fall away when the program's passage is renewed after them: the new one may carry
    what the law has come to ask.
    """
    begun = [each for each in own if each.valid_from <= on and _stands(text, each)]
    words = {each.passage: each.text for each in sorted(begun, key=lambda e: (e.valid_from, e.id))}
    return replace(text, passages={**text.passages, **words}) if words else text


def _stands(text: Text, own: LocalText) -> bool:
    shipped = text.passages.get(own.passage)
    if shipped is None or own.passage not in open_passages().get(text.name, ()):
        return False
    if own.valid_from >= text.valid_from:
        return True
    earlier = [v for v in versions(text.name, text.language) if v.valid_from <= own.valid_from]
    return (
        bool(earlier)
        and max(earlier, key=lambda v: v.valid_from).passages.get(own.passage) == shipped
    )


def check(draft: LocalTextDraft, own: Sequence[LocalText], today: date) -> tuple[Problem, ...]:
    """What is wrong with own words, and how hard they are to read (LIX 40, 25 words)."""
    try:
        text = load_text(draft.document, draft.language.value, max(draft.valid_from, today))
    except NotFound:
        return (Problem("document", "text"),)
    if draft.passage not in text.passages:
        return (Problem("passage", "passage_unknown"),)
    if draft.passage not in open_passages().get(draft.document, ()):
        return (Problem("passage", "passage_locked"),)
    return (*_words(draft, text), *_reading(draft), *_day(draft, own, today))


def _words(draft: LocalTextDraft, text: Text) -> Iterator[Problem]:
    if not draft.text.strip():
        yield Problem("text", "passage_empty")
        return
    if _BRACE.search(_PLACEHOLDER.sub("", draft.text)):
        yield Problem("text", "passage_brace")
    there = frozenset(_PLACEHOLDER.findall(draft.text))
    asked = text.placeholders(draft.passage)
    if asked - there:
        yield Problem("text", "passage_lacks", facts={"names": _named(asked - there)})
    if there - asked:
        yield Problem("text", "passage_asks_more", facts={"names": _named(there - asked)})
    try:
        demand_glyphs([draft.text])
    except OfficeError:
        yield Problem("text", "passage_unprintable")


def _named(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def _reading(draft: LocalTextDraft) -> Iterator[Problem]:
    longest, hard = longest_sentence(draft.text), lix(draft.text)
    if longest > MOST_WORDS:
        yield Problem("text", "sentence_long", facts={"words": longest, "most": MOST_WORDS})
    if hard > MOST_LIX:
        told: dict[str, object] = {"lix": hard, "most": MOST_LIX}
        yield Problem("text", "text_hard", blocks=False, facts=told)


def _day(draft: LocalTextDraft, own: Sequence[LocalText], today: date) -> Iterator[Problem]:
    if not draft.source.strip():
        yield Problem("source", "override_source_missing")
    if draft.valid_from < today:
        yield Problem("valid_from", "words_begin_before_today", remedy=today)
    same = [each for each in own if each.passage == draft.passage]
    if any(each.valid_from == draft.valid_from for each in same):
        yield Problem("valid_from", "override_same_day", facts={"day": draft.valid_from})
