"""Finding a street in free text, and taking it out (ADR-02, ADR-05). Pure."""

import re
from collections.abc import Iterable

TAKEN_OUT = "(adressen er tatt ut)"
_SHORTEST = 4
_NUMBER = re.compile(r"\s+\d+\s*[a-zæøå]?$", re.IGNORECASE)
_KINDS = r"(?:veien|vegen|vei|veg|gata|gaten|gate|vn\b\.?|gt\b\.?|v\.|g\.)"
_KIND = re.compile(rf"{_KINDS}$", re.IGNORECASE)
_AFTER = r"(?:\s*\d+(?:\s?[a-zæøå]\b)?)?"


def pattern(lines: Iterable[str]) -> re.Pattern[str] | None:
    """The streets of some addresses, also as «Storgt.»; None when there is nothing to look for."""
    streets = {_NUMBER.sub("", " ".join(line.split())) for line in lines}
    ways = sorted(_way(street) for street in streets if len(street) >= _SHORTEST)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)}){_AFTER}", re.IGNORECASE) if ways else None


def _way(street: str) -> str:
    stem = _KIND.sub("", street)
    if stem == street or len(stem.strip()) < _SHORTEST - 1:
        return _spaced(street) + r"\b"
    return _spaced(stem) + _KINDS


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split()) + (
        r"\s*" if words.endswith(" ") else ""
    )
