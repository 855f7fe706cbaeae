"""Other numbers (ID-10 to ID-19): what kind a number is, whether it holds, and why not."""

import re
from collections.abc import Callable
from dataclasses import field
from enum import StrEnum

from stdnum.exceptions import ValidationError
from stdnum.no import orgnr

from app.core.cadastre import parse_cadastral_id, parse_unit_number
from app.core.check_digits import account_digit, kid10_digit, kid11_digit
from app.core.errors import OfficeError
from app.core.national_id import K1_FROM_2032, may_be_national_id, parse_duf, parse_national_id
from app.core.records import dataclass


class NumberKind(StrEnum):
    """The numbers an office meets."""

    NATIONAL_ID = "national_id"
    DUF = "duf"
    ORGANISATION = "organisation"
    ACCOUNT = "account"
    KID10 = "kid10"
    KID11 = "kid11"
    UNIT_NUMBER = "unit_number"  # bruksenhetsnummer
    CADASTRAL_ID = "cadastral_id"  # matrikkelnummer
    MUNICIPALITY = "municipality"
    POSTCODE = "postcode"
    TELEPHONE = "telephone"


@dataclass(frozen=True, slots=True)
class Checked:
    """One reading of a number. `value` is normalised (masked for a person's number).

    When `ok` is False, `code` says what is wrong; `warning` is a code too, on one that holds.
    """

    kind: NumberKind
    value: str = field(repr=False)
    ok: bool
    code: str = ""
    warning: str = ""


_KID_LENGTHS = range(2, 26)


def identify(value: str, kind: NumberKind | None = None) -> tuple[Checked, ...]:
    """Every kind that holds, or with `kind` the one answer about that kind, holding or not.

    A KID holds for every tenth number by chance, so it is answered only when asked for.
    """
    if kind is not None:
        return (_CHECKS[kind](value),)
    unasked = (NumberKind.KID10, NumberKind.KID11)
    answers = (check(value) for each, check in _CHECKS.items() if each not in unasked)
    return tuple(answer for answer in answers if answer.ok)


def make_kid(payload: str, kind: NumberKind = NumberKind.KID10) -> str:
    """The payment reference for digits that say whose claim it is (ID-12, ID-13).

    Raises OfficeError `kid_digits` or `kid_length` (2 to 25 with the check digit).
    """
    if not (payload.isascii() and payload.isdigit()):
        raise OfficeError("kid_digits")
    if len(payload) + 1 not in _KID_LENGTHS:
        raise OfficeError("kid_length", length=len(payload) + 1)
    return payload + _KID_DIGIT[kind](payload)


def format_number(answer: Checked) -> str:
    """As written on the screen: «974 760 673», «1234 56 78903», «55 55 33 39»."""
    sizes = _GROUPS.get((answer.kind, len(answer.value)))
    if not answer.ok or sizes is None:
        return answer.value
    parts, at = [], 0
    for size in sizes:
        parts.append(answer.value[at : at + size])
        at += size
    return "\N{NO-BREAK SPACE}".join(parts)


_GROUPS = {
    (NumberKind.ORGANISATION, 9): (3, 3, 3),
    (NumberKind.ACCOUNT, 11): (4, 2, 5),
    (NumberKind.TELEPHONE, 8): (2, 2, 2, 2),
}


def _bare(text: str) -> str:
    return "".join(text.split())


def _bad(kind: NumberKind, value: str, code: str) -> Checked:
    return Checked(kind, value, ok=False, code=code)


def _digits_fault(digits: str, length: int, prefix: str) -> str:
    if not (digits.isascii() and digits.isdigit()):
        return f"{prefix}_digits"
    return "" if len(digits) == length else f"{prefix}_length"


def _national_id(value: str) -> Checked:
    try:
        found = parse_national_id(value, K1_FROM_2032)
    except OfficeError as error:
        return _bad(NumberKind.NATIONAL_ID, "", error.code)
    warning = "" if _holds_before_2032(value) else "id_from_2032"
    return Checked(NumberKind.NATIONAL_ID, found.mask(), ok=True, warning=warning)


def _holds_before_2032(value: str) -> bool:
    try:
        parse_national_id(value)
    except OfficeError:
        return False
    return True


def _duf(value: str) -> Checked:
    try:
        found = parse_duf(value)
    except OfficeError as error:
        return _bad(NumberKind.DUF, "", error.code)
    return Checked(NumberKind.DUF, found.mask(), ok=True)


def _organisation(value: str) -> Checked:
    kind, digits = NumberKind.ORGANISATION, _bare(value)
    if fault := _digits_fault(digits, 9, "organisation"):
        return _bad(kind, digits, fault)
    try:
        orgnr.validate(digits)
    except ValidationError:
        return _bad(kind, digits, "organisation_check_digit")
    warning = "" if digits[0] in "89" else "organisation_unusual_start"
    return Checked(kind, digits, ok=True, warning=warning)


def _account(value: str) -> Checked:
    kind, digits = NumberKind.ACCOUNT, _bare(value).replace(".", "")
    if fault := _digits_fault(digits, 11, "account"):
        return _bad(kind, digits, fault)
    if account_digit(digits[:-1]) != digits[-1]:
        return _bad(kind, digits, "account_check_digit")
    return Checked(kind, digits, ok=True, warning=_person_warning(digits))


def _kid(value: str, kind: NumberKind) -> Checked:
    kid = _bare(value)
    payload, last = kid[:-1], kid[-1:]
    dash = kind is NumberKind.KID11 and last == "-"
    if not (kid.isascii() and payload.isdigit() and (last.isdigit() or dash)):
        return _bad(kind, kid, "kid_length" if len(kid) < 2 else "kid_digits")
    if len(kid) not in _KID_LENGTHS:
        return _bad(kind, kid, "kid_length")
    if _KID_DIGIT[kind](payload) != last:
        return _bad(kind, kid, "kid_check_digit")
    return Checked(kind, kid, ok=True, warning=_person_warning(kid))


def _person_warning(digits: str) -> str:
    return "may_be_national_id" if may_be_national_id(digits) else ""


_KID_DIGIT: dict[NumberKind, Callable[[str], str]] = {
    NumberKind.KID10: kid10_digit,
    NumberKind.KID11: kid11_digit,
}


def _unit_number(value: str) -> Checked:
    try:
        return Checked(NumberKind.UNIT_NUMBER, parse_unit_number(value), ok=True)
    except OfficeError as error:
        return _bad(NumberKind.UNIT_NUMBER, _bare(value), error.code)


def _cadastral_id(value: str) -> Checked:
    try:
        return Checked(NumberKind.CADASTRAL_ID, str(parse_cadastral_id(value)), ok=True)
    except OfficeError as error:
        return _bad(NumberKind.CADASTRAL_ID, value.strip(), error.code)


def _four_digits(value: str, kind: NumberKind) -> Checked:
    """Leading zeros are kept: 0301 is Oslo, 0182 a postcode in it (ID-17, ID-18)."""
    digits = _bare(value)
    if _digits_fault(digits, 4, kind) or digits == "0000":
        return _bad(kind, digits, f"{kind}_form")
    return Checked(kind, digits, ok=True)


def _telephone(value: str) -> Checked:
    kind, digits = NumberKind.TELEPHONE, re.sub(r"^(\+|00)47(?=[0-9]{8}$)", "", _bare(value))
    if re.fullmatch(r"[2-9][0-9]{7}", digits):
        return Checked(kind, digits, ok=True)
    if re.fullmatch(r"(\+|00)(?!47)[1-9][0-9]{6,14}", digits):
        return Checked(kind, digits, ok=True, warning="telephone_foreign")
    return _bad(kind, digits, "telephone_form")


_CHECKS: dict[NumberKind, Callable[[str], Checked]] = {
    NumberKind.NATIONAL_ID: _national_id,
    NumberKind.DUF: _duf,
    NumberKind.ORGANISATION: _organisation,
    NumberKind.ACCOUNT: _account,
    NumberKind.KID10: lambda value: _kid(value, NumberKind.KID10),
    NumberKind.KID11: lambda value: _kid(value, NumberKind.KID11),
    NumberKind.UNIT_NUMBER: _unit_number,
    NumberKind.CADASTRAL_ID: _cadastral_id,
    NumberKind.MUNICIPALITY: lambda value: _four_digits(value, NumberKind.MUNICIPALITY),
    NumberKind.POSTCODE: lambda value: _four_digits(value, NumberKind.POSTCODE),
    NumberKind.TELEPHONE: _telephone,
}
