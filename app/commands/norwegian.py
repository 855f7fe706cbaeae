"""Norwegian in place of click's own English, and the command's own words."""

import tomllib
from functools import cache

from click import core, decorators, exceptions, formatting, parser, termui, types

from app.core.paths import RESOURCES
from app.core.words import LANGUAGE

_MODULES = (core, decorators, exceptions, formatting, parser, termui, types)


@cache
def command_words(part: str) -> dict[str, str]:
    """One part of the command's words: «click», «kinds» or «numbers»."""
    path = RESOURCES / "i18n" / LANGUAGE / "commands.toml"
    words: dict[str, str] = tomllib.loads(path.read_text("utf-8"))[part]
    return words


def speak_norwegian() -> None:
    """Let click word itself from our texts.

    It asks the system's gettext for catalogues that nobody ships; each of its modules keeps that
    function under the customary name, and ours takes its place there.
    """
    for module in _MODULES:
        for name, ours in (("_", _one), ("ngettext", _of_several)):
            if name in vars(module):
                setattr(module, name, ours)


def _one(text: str) -> str:
    return command_words("click").get(text, text)


def _of_several(one: str, many: str, number: int) -> str:
    return _one(one if number == 1 else many)
