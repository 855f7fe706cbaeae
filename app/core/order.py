"""One order for screen, print and sheets, and the shadow that searching looks in.

a to z, æ ø å; «aa» as «å», ä as æ, ö as ø, ü as y; other marks are ignored; ŋ stands directly
after n and ŧ after t; capital and small alike; numbers by value.
"""

import re
import unicodedata
from collections.abc import Mapping

# The key is plain ASCII, so that SQLite's BINARY order and Python's are the same order:
# blank < digits < a..z < { (æ) < | (ø) < } (å) < ~ (what follows its letter)
_LETTERS = {
    "æ": "{",
    "ä": "{",
    "ø": "|",
    "ö": "|",
    "œ": "|",
    "ő": "|",
    "å": "}",
    "ü": "y",
    "ű": "y",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ŋ": "n~",
    "ŧ": "t~",
    "ʒ": "z",
    "ǥ": "g",
}
_FOLDED = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "å": "a",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ŋ": "n",
    "ŧ": "t",
    "ʒ": "z",
    "ǥ": "g",
}
_SILENT = frozenset("'’‘ʼ´`")
_MOST_DIGITS = 0x60 - 0x30


def sort_key(text: str) -> str:
    """A key whose byte order is the Norwegian order; equal for «Ås» and «AAS»."""
    small = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    return re.sub(r"[0-9]+", _by_value, _words(small, _LETTERS))


def search_words(text: str) -> str:
    """What a search looks in and is asked with: «Ødegård» is «odegard», «Aase» is «ase»."""
    small = unicodedata.normalize("NFC", text).casefold()
    return re.sub(r"a{2,}", "a", _words(small, _FOLDED))


def _words(text: str, table: Mapping[str, str]) -> str:
    spelled = "".join(_spelled(char, table) for char in text)
    return " ".join(spelled.split())


def _spelled(char: str, table: Mapping[str, str]) -> str:
    if char in table:
        return table[char]
    category = unicodedata.category(char)
    if category in ("Mn", "Cf") or char in _SILENT:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if not category.startswith(("L", "M")):
        return " "
    parts = unicodedata.normalize("NFKD", char)
    return char if parts == char else "".join(_spelled(part, table) for part in parts.casefold())


def _by_value(digits: re.Match[str]) -> str:
    """A number behind its own length, so that byte order is the order of values."""
    bare = digits[0].lstrip("0")
    return chr(0x30 + min(len(bare), _MOST_DIGITS)) + bare
