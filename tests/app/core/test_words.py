"""Every code and every state has words, and every message says what to do."""

import ast
import importlib
import pkgutil
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

import app
from app.core import words
from app.core.paths import RESOURCES

RAISERS = {"OfficeError", "Invalid", "NotFound", "Conflict", "WrongKey", "FileProblem", "Problem"}
# enums that are worked with, never shown
# (the kinds of number have their words among the command's own texts)
UNSHOWN = {"NumberKind", "Kind", "Starts", "Unit", "Party", "Ending", "Rounding", "CellKind"}


def codes_raised() -> Iterator[tuple[str, str]]:
    """Every literal code in an error or problem that `app` makes, with its file."""
    for path in Path(app.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in RAISERS:
                continue
            place = 1 if node.func.id == "Problem" else 0
            arguments = node.args[place : place + 1]
            keywords = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            for argument in (*arguments, *keywords):
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value, path.name


def models() -> Iterator[type[Enum]]:
    """Every enum that a slice's model or the core defines."""
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if not module.name.endswith(".model") and not module.name.startswith("app.core."):
            continue
        if module.name == "app.documents.model":
            continue
        loaded = importlib.import_module(module.name)
        for value in vars(loaded).values():
            own = isinstance(value, type) and value.__module__ == module.name
            if own and issubclass(value, Enum) and value.__name__ not in UNSHOWN:
                yield value


def test_every_code_has_words() -> None:
    missing = sorted({code for code, _ in codes_raised() if code not in words.codes()})
    assert missing == []


def test_every_state_has_a_word() -> None:
    missing = [
        f"{enum.__name__}.{member.value}"
        for enum in models()
        for member in enum
        if not words.has_word(member)
    ]
    assert missing == []


def test_every_event_has_words() -> None:
    verbs = set()
    for path in Path(app.__path__[0]).rglob("*.py"):
        verbs |= set(re.findall(r'\.unit\(\s*"([a-z_.]+)"', path.read_text("utf-8")))
    assert sorted(verb for verb in verbs if words.event(verb) == verb) == []


@pytest.mark.parametrize("code", sorted(words.codes()))
def test_a_message_is_whole_sentences_in_norwegian_without_blame(code: str) -> None:
    text = words.codes()[code]
    assert text[0].isupper()
    assert text.endswith((".", ")."))
    assert "!" not in text
    assert "dessverre" not in text.casefold()
    assert not re.search(r"\b(error|file|failed|invalid)\b", re.sub(r"{\w+}", "", text))


def test_a_fact_that_is_missing_does_not_hide_the_message() -> None:
    assert "–" in words.sentence("recovery_length", {})


def test_no_code_stands_twice_among_the_messages() -> None:
    """A second text would never be read, or be read in place of the first."""
    path = RESOURCES / "i18n" / words.LANGUAGE / "messages.toml"
    parts = tomllib.loads(path.read_text("utf-8"))
    found = Counter(code for part in parts.values() for code in part)
    assert [code for code, count in found.items() if count > 1] == []
