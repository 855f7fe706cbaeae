"""Letter texts with dates: what a letter says on the day it is issued.

The files stand in `resources/texts/{nb,nn}/<document>.toml` (format in README.md there). A
placeholder is `{name}` and nothing more: no attribute, index or format is read in a text.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from app.core.errors import NotFound, OfficeError
from app.core.paths import RESOURCES
from app.core.records import dataclass
from app.documents.model import Language

FOLDER = RESOURCES / "texts"

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Text:
    """The passages of one document in one language, in force from `valid_from`."""

    name: str
    language: Language
    valid_from: date
    source: str
    passages: Mapping[str, str]

    def passage(self, key: str, **facts: str) -> str:
        """The passage with its facts put in; a fact's own braces are left as they are.

        Raises NotFound `text_passage` for an unknown key, OfficeError `text_fact` for a
        placeholder without a fact.
        """
        template = self.passages.get(key)
        if template is None:
            raise NotFound("text_passage", text=self.name, language=self.language, key=key)
        missing = sorted(set(_PLACEHOLDER.findall(template)) - facts.keys())
        if missing:
            raise OfficeError("text_fact", text=self.name, key=key, facts=tuple(missing))
        return _PLACEHOLDER.sub(lambda found: facts[found.group(1)], template)

    def placeholders(self, key: str) -> frozenset[str]:
        """The facts that a passage asks for."""
        return frozenset(_PLACEHOLDER.findall(self.passages.get(key, "")))


def load_text(name: str, language: Language, on: date, folder: Path = FOLDER) -> Text:
    """The version in force on a day: the one with the latest `valid_from` not after it.

    Raises NotFound `text` when there is no such document or none in force yet, and
    OfficeError `text_form` when the file is not as it should be.
    """
    in_force = [text for text in versions(name, language, folder) if text.valid_from <= on]
    if not in_force:
        raise NotFound("text", text=name, language=language, on=on)
    return max(in_force, key=lambda text: text.valid_from)


@cache
def versions(name: str, language: Language, folder: Path = FOLDER) -> tuple[Text, ...]:
    """Every version of a document's text, in the order of the file."""
    path = folder / language / f"{name}.toml"
    if not path.is_file():
        raise NotFound("text", text=name, language=language)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OfficeError("text_form", text=name, language=language, why="toml") from error
    rows = content.get("version")
    if not isinstance(rows, list) or not rows:
        raise OfficeError("text_form", text=name, language=language, why="version")
    return tuple(_version(name, language, row) for row in rows)


def _version(name: str, language: Language, row: Mapping[str, object]) -> Text:
    valid_from, source, passages = (row.get(k) for k in ("valid_from", "source", "passages"))
    if not isinstance(valid_from, date) or not isinstance(source, str) or not source:
        raise OfficeError("text_form", text=name, language=language, why="valid_from, source")
    if not isinstance(passages, dict) or not passages:
        raise OfficeError("text_form", text=name, language=language, why="passages")
    for key, text in passages.items():
        if not isinstance(text, str) or _BRACE.search(_PLACEHOLDER.sub("", text)):
            raise OfficeError("text_form", text=name, language=language, why=key)
    return Text(name, language, valid_from, source, {k: v.strip() for k, v in passages.items()})
