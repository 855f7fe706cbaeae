"""The cells of a biller's list: whose, how much, for which month, what and by whom."""

import re
from collections.abc import Mapping

from app.arrears.lists.model import ListGround
from app.arrears.model import PaidBy, RentChargeKind
from app.core.days import MONTHS
from app.core.ids import LeaseId
from app.core.money import Ore, format_kroner
from app.core.numbers import NumberKind, identify
from app.core.order import search_words
from app.transfer import values
from app.transfer.model import FindingKind
from app.transfer.sheet import Cell, CellKind
from app.transfer.values import Parser, Read, fixed, refused

CREDIT_NOTE = "kreditnota"
_SURE_DIGITS = 15
_LOST_DIGITS = re.compile(r"\d[.,]\d+e\+?\d+", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(20\d\d)[-./ ]?(\d{1,2})(?:-01)?(?:[T ]00:00(?::00)?)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-./ ](20\d\d)")
_SPELT = re.compile(r"([a-zæøå]{3,9})\.? (20\d\d)")
_PERIOD = re.compile(r"\d{1,2}\.(\d{1,2})\.(20\d\d) ?[-–] ?\d{1,2}\.(\d{1,2})\.(20\d\d)")
_WHAT: Mapping[str, RentChargeKind] = {
    "husleie": RentChargeKind.RENT,
    "leie": RentChargeKind.RENT,
    "annet": RentChargeKind.OTHER_MONTHLY,
    "tillegg": RentChargeKind.OTHER_MONTHLY,
    "strøm": RentChargeKind.OTHER_MONTHLY,
    "oppvarming": RentChargeKind.OTHER_MONTHLY,
    "felleskostnader": RentChargeKind.OTHER_MONTHLY,
    "purregebyr": RentChargeKind.REMINDER_FEE,
    "gebyr for betalingsoppfordring": RentChargeKind.DEMAND_FEE,
    "forsinkelsesrente": RentChargeKind.LATE_INTEREST,
    "rente": RentChargeKind.LATE_INTEREST,
    "renter": RentChargeKind.LATE_INTEREST,
    "omkostninger": RentChargeKind.COSTS,
    "kostnader": RentChargeKind.COSTS,
}
_ASKED_WHAT = (
    "husleie",
    "annet",
    "purregebyr",
    "gebyr for betalingsoppfordring",
    "forsinkelsesrente",
    "omkostninger",
)
_PAID_BY: Mapping[str, PaidBy] = {
    "leietaker": PaidBy.TENANT,
    "leieboer": PaidBy.TENANT,
    "nav": PaidBy.NAV,
    "garanti": PaidBy.GUARANTEE,
    "garantist": PaidBy.GUARANTEE,
    "depositum": PaidBy.DEPOSIT,
    "andre": PaidBy.OTHER,
    "annet": PaidBy.OTHER,
}
_FOLDED_WHAT = {search_words(word): kind for word, kind in _WHAT.items()}
_FOLDED_PAID_BY = {search_words(word): who for word, who in _PAID_BY.items()}


def kid(ground: ListGround) -> Parser[LeaseId]:
    """Whose KID it is (ID-12); as an answer, the number of a lease will do."""
    bare_zeros: dict[str, set[str]] = {}
    for each in ground.by_kid:
        bare_zeros.setdefault(each.lstrip("0"), set()).add(each)

    def read(cell: Cell) -> Read[LeaseId]:
        bare = "".join(cell.text.split()).removesuffix(".0")
        if bare in ground.by_kid:
            return Read(ground.by_kid[bare])
        if cell.text.strip() in ground.by_number:
            return Read(ground.by_number[cell.text.strip()])
        if _LOST_DIGITS.fullmatch(bare) or (
            cell.kind is CellKind.NUMBER and len(bare) > _SURE_DIGITS
        ):
            return refused("kid_lost_digits")
        without_zeros = bare_zeros.get(bare.lstrip("0"), set())
        if len(without_zeros) == 1:
            (whole,) = without_zeros
            return fixed(ground.by_kid[whole], "leading_zero", whole)
        ways = [identify(bare, kind)[0] for kind in (NumberKind.KID10, NumberKind.KID11)]
        return refused("kid_of_nobody" if any(way.ok for way in ways) else ways[0].code)

    return read


def lease_number(ground: ListGround) -> Parser[LeaseId]:
    """Whose lease has the number."""

    def read(cell: Cell) -> Read[LeaseId]:
        found = ground.by_number.get(cell.text.strip())
        return refused("lease_number_of_nobody") if found is None else Read(found)

    return read


def claim(cell: Cell) -> Read[Ore]:
    """What is claimed. Below nothing is asked: taken off as a credit note, or a wrong sign."""
    words = cell.text.strip()
    if words.casefold().startswith(CREDIT_NOTE):
        off = values.money(Cell(CellKind.TEXT, words[len(CREDIT_NOTE) :].strip()))
        return Read(Ore(-off.value)) if off.value else off
    read = _signed(cell)
    if read.value is not None and read.value < 0:
        plain = format_kroner(Ore(-read.value), False)
        return refused("credit_note", f"{CREDIT_NOTE} {plain}", plain)
    return read


def payment(cell: Cell) -> Read[Ore]:
    """What is paid; below nothing is money given back, which is put right by hand."""
    read = _signed(cell)
    return refused("payment_negative") if read.value is not None and read.value < 0 else read


def balance(cell: Cell) -> Read[Ore]:
    """What is owed; below nothing when too much is paid."""
    return _signed(cell)


def _signed(cell: Cell) -> Read[Ore]:
    """A sum that may be below nothing, the sign before or behind it."""
    words = cell.text.strip().replace("−", "-")
    if words.removeprefix("kr").strip().startswith("-") or words.endswith("-"):
        bare = words.removeprefix("kr").strip().strip("-").strip()
        read = values.money(Cell(cell.kind, bare))
        after = f"-{read.after}" if read.after else ""
        readings = tuple(f"-{each}" for each in read.readings)
        below = None if read.value is None else Ore(-read.value)
        return Read(below, read.kind, read.code, after, readings)
    return values.money(cell)


def month(cell: Cell) -> Read[str]:
    """«2026-03» of a month written one of the usual ways; any other is told and left out."""
    words = " ".join(cell.text.casefold().split())
    found = _month(words)
    if found is None:
        return Read(None, FindingKind.TO_CHECK, "row_month_unreadable")
    return Read(found)


def _month(words: str) -> str | None:
    if each := _YEAR_FIRST.fullmatch(words):
        return _in_year(each[1], int(each[2]))
    if each := _MONTH_FIRST.fullmatch(words):
        return _in_year(each[2], int(each[1]))
    if each := _PERIOD.fullmatch(words):
        one = (int(each[1]), each[2]) == (int(each[3]), each[4])
        return _in_year(each[2], int(each[1])) if one else None
    if each := _SPELT.fullmatch(words):
        meant = [at for at, name in enumerate(MONTHS, 1) if name.startswith(each[1])]
        return _in_year(each[2], meant[0]) if len(meant) == 1 else None
    return None


def _in_year(year: str, number: int) -> str | None:
    return f"{year}-{number:02}" if 1 <= number <= 12 else None


def what(cell: Cell) -> Read[RentChargeKind]:
    """What is claimed; a word nobody knows is asked, for fees are paid after rent."""
    found = _FOLDED_WHAT.get(search_words(cell.text))
    return refused("what_unknown", *_ASKED_WHAT) if found is None else Read(found)


def paid_by(tenant_name: str) -> Parser[PaidBy]:
    """Who paid: the word for it, or the tenant's own name; another is kept as other, and told."""

    def read(cell: Cell) -> Read[PaidBy]:
        found = _FOLDED_PAID_BY.get(search_words(cell.text))
        if found is not None:
            return Read(found)
        if tenant_name and same_name(cell.text, tenant_name):
            return Read(PaidBy.TENANT)
        return Read(PaidBy.OTHER, FindingKind.TO_CHECK, "paid_by_unknown")

    return read


def name_of(tenant_name: str) -> Parser[str]:
    """The name on the line, which must be able to be the tenant's when that is known."""

    def read(cell: Cell) -> Read[str]:
        found = values.name(cell)
        if not tenant_name or same_name(found.value or "", tenant_name):
            return found
        differs, known = FindingKind.ERROR, tenant_name
        return Read(None, differs, "kid_name_differs", known, (known,))

    return read


def same_name(written: str, known: str) -> bool:
    """Whether two names can be one person's: order, middle names and initials may differ."""
    one, other = sorted((_names(written), _names(known)), key=len)
    if len(one) < 2:
        return one == other
    left = list(other)
    for name in sorted(one, key=len, reverse=True):
        hit = next((each for each in left if _same(name, each)), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


def _names(text: str) -> list[str]:
    return search_words(text.replace(",", " ").replace(".", " ")).split()


def _same(one: str, other: str) -> bool:
    short = min(len(one), len(other)) == 1
    return one[0] == other[0] if short else one == other
