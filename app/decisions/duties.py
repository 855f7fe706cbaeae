"""The words by which a condition binds someone to accept services (F7), from resources."""

import re
import tomllib
from functools import cache

from app.core.paths import RESOURCES

FILE = RESOURCES / "words" / "service_duties.toml"


@cache
def service_words() -> tuple[str, ...]:
    """The beginnings of words, in the order of the file."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(str(word) for word in content["service"])


def named_service(duty: str, words: tuple[str, ...]) -> str:
    """The first of `words` that begins a word of the duty, or empty."""
    plain = " ".join(duty.casefold().split())
    return next((word for word in words if re.search(rf"\b{re.escape(word)}", plain)), "")
