"""The officer's words for codes and states, read from `resources/i18n`.

The program decides in codes; window and command word them here, from the same reviewed text.
"""

import tomllib
from enum import Enum
from functools import cache
from string import Formatter

from app.core.errors import OfficeError, Problem
from app.core.paths import RESOURCES

LANGUAGE = "nb"


@cache
def _read(name: str) -> dict[str, dict[str, str]]:
    path = RESOURCES / "i18n" / LANGUAGE / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


def word(state: Enum) -> str:
    """The word for a member of an enum: «klar for innflytting»."""
    return _read("states")[type(state).__name__][str(state.value)]


def has_word(state: Enum) -> bool:
    """Whether there is one; for the test that walks them all."""
    return str(state.value) in _read("states").get(type(state).__name__, {})


def explanation(state: Enum) -> str:
    """What lies behind the word, in a plain sentence or two; empty where none is written."""
    return _read("explanations").get(type(state).__name__, {}).get(str(state.value), "")


def event(verb: str) -> str:
    """What was done, for the history: «Bolig registrert»."""
    return _read("events")["events"].get(verb, verb)


def column(table: str, name: str) -> str:
    """The officer's word for a column in the history; empty for what only the program needs."""
    columns = _read("columns")
    return columns.get(table, {}).get(name, columns["common"].get(name, ""))


def table(name: str) -> str:
    """What a table about a person is called where the person reads all that is held (PV-04)."""
    return _read("tables")["tables"].get(name, "")


def message(error: OfficeError) -> str:
    """What happened, what is safe, what to do."""
    return sentence(error.code, error.facts)


def problem(problem: Problem) -> str:
    """What is wrong beside a field."""
    return sentence(problem.code, problem.facts)


def sentence(code: str, facts: dict[str, object]) -> str:
    """The text of a code with its facts filled in; a fact that is missing shows as «–»."""
    text = codes().get(code) or codes()["unknown_code"]
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    return text.format(**{name: facts.get(name, "–") for name in names | {"code"}} | {"code": code})


@cache
def codes() -> dict[str, str]:
    """Every code that has words."""
    return {code: text for part in _read("messages").values() for code, text in part.items()}
