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
"""The officer's; a paper to a person may be in another."""


@cache
def _read(name: str, language: str = LANGUAGE) -> dict[str, dict[str, str]]:
    path = RESOURCES / "i18n" / language / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


def read_ahead() -> None:
    """Read what the first page is worded from, so that nobody waits for it there."""
    for name in ("alerts", "messages", "states"):
        _read(name, LANGUAGE)


def word(state: Enum, language: str = LANGUAGE) -> str:
    """The word for a member of an enum: «klar for innflytting»."""
    return _read("states", language)[type(state).__name__][str(state.value)]


def has_word(state: Enum, language: str = LANGUAGE) -> bool:
    """Whether there is one; for the test that walks them all."""
    return str(state.value) in _read("states", language).get(type(state).__name__, {})


def explanation(state: Enum, language: str = LANGUAGE) -> str:
    """What lies behind the word, in a plain sentence or two; empty where none is written."""
    return _read("explanations", language).get(type(state).__name__, {}).get(str(state.value), "")


def event(verb: str) -> str:
    """What was done, for the history: «Bolig registrert»."""
    return _read("events")["events"].get(verb, verb)


def column(table: str, name: str, language: str = LANGUAGE) -> str:
    """The officer's word for a column in the history; empty for what only the program needs."""
    columns = _read("columns", language)
    return columns.get(table, {}).get(name, columns["common"].get(name, ""))


def table(name: str, language: str = LANGUAGE) -> str:
    """What a table about a person is called where the person reads all that is held (PV-04)."""
    return _read("tables", language)["tables"].get(name, "")


def message(error: OfficeError) -> str:
    """What happened, what is safe, what to do."""
    return sentence(error.code, error.facts)


def problem(problem: Problem) -> str:
    """What is wrong beside a field."""
    return sentence(problem.code, problem.facts)


def sentence(code: str, facts: dict[str, object], language: str = LANGUAGE) -> str:
    """The text of a code with its facts filled in; a fact that is missing shows as «–»."""
    known = codes(language)
    text = known.get(code) or known["unknown_code"]
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    return text.format(**{name: facts.get(name, "–") for name in names | {"code"}} | {"code": code})


@cache
def codes(language: str = LANGUAGE) -> dict[str, str]:
    """Every code that has words; in nynorsk only what can come on a paper."""
    parts = _read("messages", language).values()
    return {code: text for part in parts for code, text in part.items()}


def of_alerts(part: str, language: str = LANGUAGE) -> dict[str, str]:
    """What gjøremål are called and put together of: «titles», «comes», «said» and the like."""
    return _read("alerts", language).get(part, {})
