"""Noto Sans as ReportLab reads it: widths, which characters it has, and subsets for a file.

ReportLab carries no types, so it stands behind this module, `archival` and `tagging` alone;
what leaves them is typed. The four files are static TrueType with OFL 1.1 (`resources/licences`).
"""

import unicodedata
from collections.abc import Iterable
from enum import Enum
from functools import cache, lru_cache

from reportlab.pdfbase.ttfonts import TTFont

from app.core.errors import OfficeError
from app.core.paths import RESOURCES


class Weight(Enum):
    """The four weights on paper; the value is the end of the file name."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Face:
    """One font file, read once in the life of the program."""

    __slots__ = ("_widths", "characters", "font", "weight")

    def __init__(self, weight: Weight) -> None:
        name = f"NotoSans-{weight.value}"
        path = RESOURCES / "fonts" / f"{name}.ttf"
        self.weight = weight
        self.font = TTFont(name, str(path), asciiReadable=False, shapable=False)
        self._widths: dict[int, float] = self.font.face.charWidths
        self.characters = frozenset(self.font.face.charToGlyph)

    def advance(self, text: str) -> float:
        """Width of the text at one point, in points."""
        widths = self._widths
        return sum(widths[32 if code == 0xA0 else code] for code in map(ord, text)) / 1000

    def pieces(self, text: str, document: object) -> list[tuple[str, str]]:
        """The text as (font resource, hex codes), one for each subset it touches."""
        return [
            (self.font.getSubsetInternalName(subset, document), codes.hex())
            for subset, codes in self.font.splitString(text, document)
        ]


@cache
def face(weight: Weight) -> Face:
    """The font of a weight."""
    return Face(weight)


@lru_cache(maxsize=20_000)
def advance(text: str, weight: Weight) -> float:
    """Width of a word at one point: the same words come back on every letter."""
    return face(weight).advance(text)


_BLANKS = str.maketrans({"\u202f": "\xa0", "\u2009": "\xa0", "\u2007": "\xa0", "\xad": None})


def clean(text: str) -> str:
    """Composed form, every blank that may not break as U+00A0, soft hyphens dropped."""
    return unicodedata.normalize("NFC", text).translate(_BLANKS)


def demand_glyphs(texts: Iterable[str]) -> None:
    """Raises OfficeError `glyph_missing` with the code points that cannot be printed.

    The text itself is not told, since it may be somebody's name.
    """
    characters: set[str] = set().union(*map(clean, texts))
    used = set(map(ord, characters)) - {0x0A, 0x0D, 0x09}
    printable = {code for code in used if chr(code).isprintable() or code == 0xA0}
    missing = sorted((used - printable) | (printable - face(Weight.REGULAR).characters))
    if missing:
        raise OfficeError("glyph_missing", points=tuple(f"U+{code:04X}" for code in missing))
