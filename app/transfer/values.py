"""One cell to one value: what is certain is read or put right, what could be two is asked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Generic, TypeVar

from app.core.cadastre import parse_unit_number
from app.core.days import short_day
from app.core.errors import OfficeError
from app.core.money import Ambiguous, Ore, format_kroner, parse_kroner
from app.core.national_id import K1_UNTIL_2031, NationalId, parse_national_id
from app.core.numbers import NumberKind, identify
from app.core.order import search_words
from app.core.records import dataclass
from app.core.text import tidy_name
from app.transfer.model import FindingKind
from app.transfer.sheet import Cell, CellKind

T = TypeVar("T")

_DAY_ZERO = date(1899, 12, 30)
_DAY_NUMBERS = range(20_000, 73_051)
_YEARS = range(1900, 2100)
_NORWEGIAN_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})(?: 00[:.]00(?:[:.]00)?)?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_FOREIGN_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_POINT_DECIMALS = re.compile(r"(\d+)\.(\d{1,2})")
_POINT_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}")
_PROPERTY = re.compile(
    r"(?:g(?:å?rds)?nr\.?\s*)?(\d{1,5})\s*[/.\-, ]\s*(?:b(?:ruks)?nr\.?\s*)?(\d{1,4})",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"(\d{1,5})(?:\s*([A-Za-zÆØÅæøå]))?")
_YES = frozenset(("1", "ja", "j", "x", "sann", "true", "yes", "y"))
_NO = frozenset(("0", "nei", "n", "usann", "false", "no", "-"))
_FORMULA_GUARD = re.compile(r"'[ \u00a0]*[=+\-@\t\r＝＋－＠]")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What a cell gave: a value, and what has to be told about it (`kind` None: nothing)."""

    value: T | None = field(repr=False)
    kind: FindingKind | None = None
    code: str = ""
    after: str = field(default="", repr=False)
    readings: tuple[str, ...] = field(default=(), repr=False)


Parser = Callable[[Cell], Read[T]]


def refused(code: str, *readings: str) -> Read[T]:
    """No value: the officer answers, from the readings where there are any."""
    return Read(None, FindingKind.ERROR, code, readings=readings)


def fixed(value: T, code: str, after: str) -> Read[T]:
    """Put right without doubt, and shown."""
    return Read(value, FindingKind.FIXED, code, after)


def text(cell: Cell) -> Read[str]:
    """Letter for letter, outer blanks gone; our own guard before a formula sign is taken off."""
    bare = cell.text.strip()
    return Read(bare[1:].strip() if _FORMULA_GUARD.match(bare) else bare)


def name(cell: Cell) -> Read[str]:
    """A name exactly as written, in composed form."""
    return Read(tidy_name(text(cell).value or ""))


def four_digits(kind: NumberKind) -> Parser[str]:
    """Kommunenummer or postnummer: a zero lost in a sheet comes back (ID-17, ID-18)."""

    def read(cell: Cell) -> Read[str]:
        bare = "".join(cell.text.split())
        padded = bare.zfill(4) if len(bare) == 3 and bare.isdecimal() else bare
        (answer,) = identify(padded, kind)
        if not answer.ok:
            return refused(answer.code)
        if padded != bare:
            return fixed(padded, "leading_zero", padded)
        return Read(padded)

    return read


def whole(least: int, most: int) -> Parser[int]:
    """A count from `least` to `most`."""

    def read(cell: Cell) -> Read[int]:
        bare = cell.text.strip()
        if not (bare.isascii() and bare.isdecimal() and least <= int(bare[:9]) <= most):
            return refused("not_a_count")
        return Read(int(bare))

    return read


def house(cell: Cell) -> Read[tuple[str, str]]:
    """House number and letter; «9B» is split, a letter becomes a capital."""
    found = _HOUSE.fullmatch(cell.text.strip())
    if found is None or cell.kind is CellKind.DATE:
        return refused("house_number")
    number, letter = str(int(found[1])), (found[2] or "").upper()
    if letter:
        return fixed((number, letter), "house_letter_split", f"{number} {letter}")
    return Read((number, ""))


def house_letter(cell: Cell) -> Read[str]:
    """One letter, made a capital."""
    bare = cell.text.strip()
    if len(bare) != 1 or not bare.isalpha():
        return refused("house_letter")
    return Read(bare) if bare == bare.upper() else fixed(bare.upper(), "capital", bare.upper())


def farm_and_title(cell: Cell) -> Read[str]:
    """«gnr/bnr» (ID-16). A sheet may have made a date or a decimal number of it: then asked."""
    bare = cell.text.strip()
    if cell.kind is CellKind.DATE:
        _, _, rest = bare.partition("-")
        month, _, day_of = (part.lstrip("0") for part in rest.partition("-"))
        return refused("became_date", f"{day_of}/{month}", f"{month}/{day_of}")
    if cell.kind is CellKind.NUMBER:
        farm, point, title = bare.partition(".")
        forms = [title + "0" * zeros for zeros in range(5 - len(title))] if point else []
        return refused("became_number", *(f"{farm}/{form}" for form in forms))
    found = _PROPERTY.fullmatch(bare)
    if found is None or not int(found[1]):
        return refused("farm_and_title")
    usual = f"{int(found[1])}/{int(found[2])}"
    return Read(usual) if bare == usual else fixed(usual, "farm_and_title_form", usual)


def unit_number(cell: Cell) -> Read[str]:
    """A bruksenhetsnummer (ID-14); small letters and blanks are put right."""
    try:
        usual = parse_unit_number(cell.text)
    except OfficeError as error:
        return refused(error.code)
    if usual == cell.text.strip():
        return Read(usual)
    return fixed(usual, "capital" if usual == cell.text.strip().upper() else "blanks", usual)


def money(cell: Cell) -> Read[Ore]:
    """Kroner, in øre. A number cell is exact; text is read strictly and «8.250» is asked."""
    if cell.kind is CellKind.NUMBER:
        return _exact(cell.text)
    bare = cell.text.strip()
    if found := _POINT_DECIMALS.fullmatch(bare):
        sure = f"{found[1]},{found[2]}"
    else:
        sure = bare.replace(".", "") if _POINT_THOUSANDS.fullmatch(bare) else bare
    try:
        ore = parse_kroner(sure)
    except Ambiguous as both:
        return refused(both.code, *(format_kroner(reading, False) for reading in both.readings))
    except OfficeError as error:
        return refused(error.code)
    if ore < 0:
        return refused("money_negative")
    plain = bare.isascii() and bare.isdecimal()
    return Read(ore) if plain else fixed(ore, "money_form", format_kroner(ore, False))


def _exact(digits: str) -> Read[Ore]:
    try:
        ore = Decimal(digits) * 100
    except InvalidOperation:
        return refused("money_unreadable")
    if not ore.is_finite() or ore != ore.to_integral_value() or ore >= 10**14:
        return refused("money_unreadable")
    return Read(Ore(int(ore))) if ore >= 0 else refused("money_negative")


def day(cell: Cell) -> Read[date]:
    """A day; nothing that could be two days or another century is guessed."""
    bare = cell.text.strip()
    if found := _NORWEGIAN_DAY.fullmatch(bare):
        return _norwegian_day(int(found[1]), int(found[2]), found[3])
    if found := _ISO_DAY.fullmatch(bare):
        form = "" if cell.kind is CellKind.DATE else "date_iso"
        return _within(_real(int(found[1]), int(found[2]), int(found[3])), form)
    if bare.isascii() and bare.isdecimal() and len(bare) == 5 and int(bare) in _DAY_NUMBERS:
        return _within(_DAY_ZERO + timedelta(days=int(bare)), "date_number")
    if found := _FOREIGN_DAY.fullmatch(bare):
        return _either_way(int(found[1]), int(found[2]), int(found[3]))
    return refused("not_a_date")


def _norwegian_day(day_of: int, month: int, year: str) -> Read[date]:
    if len(year) == 4:
        return _within(_real(int(year), month, day_of), "")
    both = (_real(century + int(year), month, day_of) for century in (2000, 1900))
    readings = tuple(short_day(each) for each in both if each is not None)
    return refused("date_short_year", *readings) if readings else refused("no_such_date")


def _either_way(first: int, second: int, year: int) -> Read[date]:
    """«03/04/2026» is the third of April here and the fourth of March elsewhere."""
    found = {_real(year, second, first), _real(year, first, second)} - {None}
    days = sorted(each for each in found if each is not None)
    if len(days) == 2:
        return refused("date_two_ways", short_day(days[1]), short_day(days[0]))
    return _within(days[0] if days else None, "date_form")


def _within(found: date | None, code: str) -> Read[date]:
    if found is None:
        return refused("no_such_date")
    if found.year not in _YEARS:
        return refused("date_far")
    return fixed(found, code, short_day(found)) if code else Read(found)


def _real(year: int, month: int, day_of: int) -> date | None:
    try:
        return date(year, month, day_of)
    except ValueError:
        return None


def flag(cell: Cell) -> Read[bool]:
    """Yes or no: «1», «ja», «x»; «0», «nei»."""
    word = cell.text.strip().casefold()
    if word in _YES or word in _NO:
        return Read(word in _YES)
    return refused("not_yes_no")


def national_id(remainders: frozenset[int] = K1_UNTIL_2031) -> Parser[NationalId]:
    """A number that holds (ID-01 to ID-05); the zero a sheet has lost comes back."""

    def read(cell: Cell) -> Read[NationalId]:
        bare = "".join(cell.text.split()).replace("-", "").removesuffix(".0")
        if re.fullmatch(r"\d[.,]\d+e\+?\d+", bare, re.IGNORECASE):
            return refused("id_lost_digits")
        short = len(bare) == 10 and bare.isdecimal()
        try:
            found = parse_national_id(bare.zfill(11) if short else bare, remainders)
        except OfficeError as error:
            return refused("id_length" if short else error.code)
        return fixed(found, "leading_zero", found.digits) if short else Read(found)

    return read


def organisation(cell: Cell) -> Read[str]:
    """An organisasjonsnummer (ID-10), blanks and hyphens let through."""
    (answer,) = identify(cell.text.replace("-", ""), NumberKind.ORGANISATION)
    if not answer.ok:
        return refused(answer.code)
    kind = FindingKind.TO_CHECK if answer.warning else None
    return Read(answer.value, kind, answer.warning)


def telephone(cell: Cell) -> Read[str]:
    """A telephone number (ID-19); one that is none is kept as written and marked."""
    (answer,) = identify(cell.text.replace("-", ""), NumberKind.TELEPHONE)
    if answer.ok:
        return Read(answer.value)
    return Read(cell.text.strip(), FindingKind.TO_CHECK, answer.code)


def coded(codes: Mapping[str, T], words: Mapping[str, T]) -> Parser[T]:
    """A code letter for letter, or the field's own word for it; any other is kept and marked."""
    spoken = {search_words(word): value for word, value in words.items()}
    shown = {value: code for code, value in codes.items()}

    def read(cell: Cell) -> Read[T]:
        bare = cell.text.strip()
        if bare in codes:
            return Read(codes[bare])
        folded = search_words(bare)
        value = spoken.get(folded, codes.get(bare.upper()))
        if value is None:
            return Read(None, FindingKind.TO_CHECK, "foreign_code", readings=tuple(codes))
        return fixed(value, "code_form", shown.get(value, bare))

    return read
