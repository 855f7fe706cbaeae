"""National ids (ID-01 to ID-05) and the DUF number (ID-06), checked and masked.

A number is shown masked and never appears in a repr. Sex is never derived: it cannot be read
from numbers issued from 2032, and nothing here needs it (ID-03).
"""

from collections.abc import Collection
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Final

from app.core.errors import OfficeError
from app.core.records import dataclass

# Remainders of the first check digit; the day each rule applies from is `fnr.k1_remainders`
K1_UNTIL_2031: Final = frozenset({0})
K1_FROM_2032: Final = frozenset({0, 1, 2, 3})

_K1_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_K2_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DUF_WEIGHTS = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
_DOTS = "•••••"


class IdKind(StrEnum):
    """Which series the number belongs to."""

    FNR = "fnr"  # fødselsnummer
    D_NUMBER = "d_number"
    H_NUMBER = "h_number"  # hjelpenummer of a hospital, or a test series of Nav
    NAV_ID = "nav_id"  # Nav's own series
    FH_NUMBER = "fh_number"  # felles hjelpenummer, carries no date


@dataclass(frozen=True, slots=True)
class NationalId:
    """A number that holds. `birth_date` is a suggestion (ID-02), None where none can be made."""

    digits: str = field(repr=False)
    kind: IdKind
    synthetic: bool
    birth_date: date | None = field(repr=False)

    def mask(self) -> str:
        """«150885 •••••», as the screen and letters show it."""
        return f"{self.digits[:6]} {_DOTS}"

    def full(self) -> str:
        """All digits as «6 + 5», only where someone asked for them."""
        return f"{self.digits[:6]} {self.digits[6:]}"


@dataclass(frozen=True, slots=True)
class DufNumber:
    """UDI's number for one who has no national id yet; twelve digits."""

    digits: str = field(repr=False)

    def mask(self) -> str:
        """The year of registration and dots: «2026 ••••••••»."""
        return f"{self.digits[:4]} ••••••••"


def parse_national_id(text: str, k1_remainders: Collection[int] = K1_UNTIL_2031) -> NationalId:
    """Reads a fødselsnummer, D-number or one of the helping series; blanks are let through.

    `k1_remainders` are those in force on the day (`fnr.k1_remainders`): numbers issued from 2032
    are only taken when they can exist. Raises OfficeError: `id_digits`, `id_length` (fact length),
    `id_date`, `id_check_digit` (fact from_2032: it holds under the rule from 2032).
    """
    digits = _digits(text, 11)
    kind, synthetic, day, month = _series(digits)
    from_2032 = set(k1_remainders) != K1_UNTIL_2031
    # a synthetic number of month 80 tells no date; three vectors of section 4.1 are such
    dated = kind is not IdKind.FH_NUMBER and not (synthetic and month == 0)
    born = _birth_date(digits, day, month) if dated else None
    if dated and not _date_exists(born, day, month, int(digits[4:6]), lenient=from_2032):
        raise OfficeError("id_date")
    # the rule of 2032 is Folkeregisteret's; a helping number without date keeps the old one
    _check(digits, K1_UNTIL_2031 if kind is IdKind.FH_NUMBER else k1_remainders)
    told = kind in (IdKind.FNR, IdKind.D_NUMBER) and not from_2032
    return NationalId(digits, kind, synthetic, born if told else None)


def may_be_national_id(digits: str) -> bool:
    """Whether eleven digits could be somebody's own number under either check-digit rule.

    Helping numbers without a date are left out: they tie no account to a person.
    """
    try:
        return parse_national_id(digits, K1_FROM_2032).kind is not IdKind.FH_NUMBER
    except OfficeError:
        return False


def parse_duf(text: str) -> DufNumber:
    """Reads a DUF number (ID-06). Raises OfficeError `id_digits`, `id_length`, `id_check_digit`."""
    digits = _digits(text, 12)
    if _weighted(digits, _DUF_WEIGHTS) != int(digits[10:]):
        raise OfficeError("id_check_digit", from_2032=False)
    return DufNumber(digits)


def _digits(text: str, length: int) -> str:
    bare = "".join(text.split()).replace("-", "")
    if not (bare.isascii() and bare.isdigit()):
        raise OfficeError("id_digits")
    if len(bare) != length:
        raise OfficeError("id_length", length=len(bare))
    return bare


def _series(digits: str) -> tuple[IdKind, bool, int, int]:
    """Kind, synthetic, and the day and month that stand behind the added numbers."""
    day, month = int(digits[:2]), int(digits[2:4])
    if day >= 80:
        return IdKind.FH_NUMBER, False, 0, 0
    d_number = day > 40
    if d_number:
        day -= 40
    kind, synthetic, added = _month_series(month)
    if d_number and kind is IdKind.NAV_ID:
        raise OfficeError("id_date")
    return (IdKind.D_NUMBER if d_number else kind), synthetic, day, month - added


def _month_series(month: int) -> tuple[IdKind, bool, int]:
    if 21 <= month <= 32:
        return IdKind.NAV_ID, False, 20
    if 41 <= month <= 52:
        return IdKind.H_NUMBER, False, 40
    if 61 <= month <= 72:
        return IdKind.NAV_ID, True, 60
    if 80 <= month <= 92:
        return IdKind.FNR, True, 80
    return IdKind.FNR, False, 0


def _century(year: int, individual: int) -> int | None:
    """ID-02: what the individual number tells of numbers issued until 2031."""
    if individual < 500:
        return 1900
    if individual < 750 and year >= 54:
        return 1800
    if year < 40:
        return 2000
    if individual >= 900:
        return 1900
    return None


def _birth_date(digits: str, day: int, month: int) -> date | None:
    year = int(digits[4:6])
    century = _century(year, int(digits[6:9]))
    if century is None:
        return None
    return _real_date(century + year, month, day)


def _date_exists(born: date | None, day: int, month: int, year: int, *, lenient: bool) -> bool:
    """In its own century; where that is unknown, a leap day is judged by YY mod 4 (ID-01)."""
    if born is not None:
        return True
    known = _real_date(2000 + year, month, day) is not None
    leap_day_of_1900 = (day, month, year) == (29, 2, 0)
    return known and (lenient or not leap_day_of_1900)


def _real_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _check(digits: str, k1_remainders: Collection[int]) -> None:
    k1 = _weighted(digits, _K1_WEIGHTS)
    if _weighted(digits, _K2_WEIGHTS) or k1 not in K1_FROM_2032:
        raise OfficeError("id_check_digit", from_2032=False)
    if k1 not in k1_remainders:
        raise OfficeError("id_check_digit", from_2032=True)


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11
