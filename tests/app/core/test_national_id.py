"""People's numbers hold, are told apart and never shown by accident. All are synthetic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import OfficeError
from app.core.national_id import (
    K1_FROM_2032,
    K1_UNTIL_2031,
    DufNumber,
    IdKind,
    may_be_national_id,
    parse_duf,
    parse_national_id,
)

K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def numbered(first_nine: str, remainder: int = 0) -> str | None:
    """The full number for nine digits, None where it was never issued (ID-05)."""
    k1 = (remainder - sum(int(d) * w for d, w in zip(first_nine, K1, strict=True))) % 11
    ten = f"{first_nine}{k1}"
    if k1 == 10:
        return None
    k2 = -sum(int(d) * w for d, w in zip(ten, K2, strict=True)) % 11
    return None if k2 == 10 else f"{ten}{k2}"


def fault(text: str, remainders: frozenset[int] = K1_UNTIL_2031) -> str:
    with pytest.raises(OfficeError) as caught:
        parse_national_id(text, remainders)
    return caught.value.code


@pytest.mark.parametrize(
    ("number", "kind", "synthetic", "born"),
    [
        ("15888512389", IdKind.FNR, True, "1985-08-15"),
        ("55888512372", IdKind.D_NUMBER, True, "1985-08-15"),
        ("41819030101", IdKind.D_NUMBER, True, "1990-01-01"),
        ("10915596784", IdKind.FNR, True, "1955-11-10"),
        ("13527248013", IdKind.H_NUMBER, False, None),
        ("01819030037", IdKind.FNR, True, "1990-01-01"),
        ("29820050124", IdKind.FNR, True, "2000-02-29"),
        ("01809030047", IdKind.FNR, True, None),  # month 80: holds, tells no date
        ("29800050144", IdKind.FNR, True, None),
    ],
)
def test_numbers_under_the_old_rule(
    number: str, kind: IdKind, synthetic: bool, born: str | None
) -> None:
    found = parse_national_id(number)
    assert (found.digits, found.kind, found.synthetic) == (number, kind, synthetic)
    assert found.birth_date == (date.fromisoformat(born) if born else None)
    assert parse_national_id(number, K1_FROM_2032).kind is kind


@pytest.mark.parametrize("number", ["15888512397", "15888512303", "01819030053", "01809030063"])
def test_numbers_that_hold_only_from_2032(number: str) -> None:
    with pytest.raises(OfficeError) as caught:
        parse_national_id(number)
    assert caught.value.code == "id_check_digit"
    assert caught.value.facts == {"from_2032": True}
    later = parse_national_id(number, K1_FROM_2032)
    assert later.birth_date is None


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("15888512388", "id_check_digit"),
        ("1588851238", "id_length"),
        ("158885123890", "id_length"),
        ("31829945633", "id_date"),
        ("1588851238x", "id_digits"),
        ("", "id_digits"),
        ("١٥٨٨٨٥١٢٣٨٩", "id_digits"),
    ],
)
def test_what_is_wrong_is_named(number: str, code: str) -> None:
    assert fault(number) == code


@pytest.mark.parametrize("written", ["158885 12389", "158885-12389", " 15 88 85 12389 "])
def test_blanks_and_a_hyphen_are_let_through(written: str) -> None:
    assert parse_national_id(written).digits == "15888512389"


def test_the_number_is_masked_and_never_in_a_repr() -> None:
    found = parse_national_id("15888512389")
    assert found.mask() == "158885 •••••"
    assert found.full() == "158885 12389"
    for shown in (repr(found), str(found)):
        assert "158885" not in shown
        assert "12389" not in shown
        assert "1985" not in shown


def test_a_fault_tells_nothing_of_the_number() -> None:
    with pytest.raises(OfficeError) as caught:
        parse_national_id("15888512388")
    assert "158885" not in f"{caught.value!r} {caught.value.facts}"


@pytest.mark.parametrize(
    ("first_nine", "kind", "synthetic"),
    [
        ("152885124", IdKind.NAV_ID, False),
        ("156885123", IdKind.NAV_ID, True),
        ("154885124", IdKind.H_NUMBER, False),
        ("812345678", IdKind.FH_NUMBER, False),
    ],
)
def test_series_are_told_apart(first_nine: str, kind: IdKind, synthetic: bool) -> None:
    number = numbered(first_nine)
    assert number is not None
    found = parse_national_id(number)
    assert (found.kind, found.synthetic, found.birth_date) == (kind, synthetic, None)


def test_a_helping_number_does_not_make_an_account_suspect() -> None:
    assert may_be_national_id("15888512389")
    assert may_be_national_id("15888512397")
    assert not may_be_national_id("86011117947")


def test_a_leap_day_needs_a_leap_year() -> None:
    assert fault(numbered("298200123") or "") == "id_date"  # 1900
    assert fault(numbered("298201501") or numbered("298201502") or "") == "id_date"  # 2001


@given(
    st.dates(date(1940, 1, 1), date(2031, 12, 31)), st.integers(0, 999), st.sampled_from((0, 40))
)
def test_any_day_and_series_number_is_read_back(born: date, serial: int, added: int) -> None:
    first = f"{born.day + added:02}{born.month + 80:02}{born.year % 100:02}{serial:03}"
    number = numbered(first)
    if number is None:
        return
    if (born.month, born.day) == (2, 29) and born.year == 2000 and serial < 500:
        return
    found = parse_national_id(number)
    assert found.synthetic
    assert found.digits == number
    if found.birth_date is not None:
        assert (found.birth_date.month, found.birth_date.day) == (born.month, born.day)
        assert found.birth_date.year % 100 == born.year % 100


@given(st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(at: int, by: int) -> None:
    number = "15888512389"
    wrong = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    assert fault(wrong) in {"id_check_digit", "id_date"}


def test_a_duf_number_is_checked_and_masked() -> None:
    # 2·4 + 0·6 + 2·3 + 6·2 + 1·4 + 2·6 + 3·3 + 4·2 + 5·7 + 6·5 = 124, and 124 mod 11 = 3
    found = parse_duf("2026 1234 5603")
    assert found == DufNumber("202612345603")
    assert found.mask() == "2026 ••••••••"
    assert "1234" not in repr(found)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("202612345604", "id_check_digit"),
        ("20261234560", "id_length"),
        ("2026x2345603", "id_digits"),
    ],
)
def test_a_wrong_duf_number_is_named(text: str, code: str) -> None:
    with pytest.raises(OfficeError) as caught:
        parse_duf(text)
    assert caught.value.code == code
