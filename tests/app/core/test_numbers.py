"""Each number says its kind, whether it holds, and what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import OfficeError
from app.core.numbers import Checked, NumberKind, format_number, identify, make_kid

K = NumberKind


def one(value: str, kind: NumberKind) -> Checked:
    (answer,) = identify(value, kind)
    return answer


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("974760673", K.ORGANISATION),
        ("974 761 076", K.ORGANISATION),
        ("942114184", K.ORGANISATION),
        ("12345678903", K.ACCOUNT),
        ("8601.11.17947", K.ACCOUNT),
        ("7694 05 12057", K.ACCOUNT),
        ("12344", K.KID10),
        ("100001928231", K.KID10),
        ("3401000126059", K.KID10),
        ("12343", K.KID11),
        ("123456785", K.KID11),
        ("H0101", K.UNIT_NUMBER),
        ("h0203", K.UNIT_NUMBER),
        ("U0101", K.UNIT_NUMBER),
        ("L0301", K.UNIT_NUMBER),
        ("3401-61/12/0/3", K.CADASTRAL_ID),
        ("0301", K.MUNICIPALITY),
        ("3401", K.MUNICIPALITY),
        ("2211", K.POSTCODE),
        ("0182", K.POSTCODE),
        ("55 55 33 39", K.TELEPHONE),
        ("+47 55553339", K.TELEPHONE),
        ("004755553339", K.TELEPHONE),
    ],
)
def test_numbers_that_hold(value: str, kind: NumberKind) -> None:
    answer = one(value, kind)
    assert (answer.kind, answer.ok, answer.code, answer.warning) == (kind, True, "", "")


@pytest.mark.parametrize(
    ("value", "kind", "code"),
    [
        ("974761077", K.ORGANISATION, "organisation_check_digit"),
        ("97476067", K.ORGANISATION, "organisation_length"),
        ("97476067A", K.ORGANISATION, "organisation_digits"),
        ("12345678900", K.ACCOUNT, "account_check_digit"),
        ("1234567890", K.ACCOUNT, "account_length"),
        ("12345", K.KID10, "kid_check_digit"),
        ("1", K.KID10, "kid_length"),
        ("1" * 26, K.KID10, "kid_length"),
        ("12a44", K.KID10, "kid_digits"),
        ("1234-", K.KID10, "kid_digits"),
        ("X0101", K.UNIT_NUMBER, "unit_number_form"),
        ("H101", K.UNIT_NUMBER, "unit_number_form"),
        ("H0001", K.UNIT_NUMBER, "unit_number_form"),
        ("H0100", K.UNIT_NUMBER, "unit_number_form"),
        ("61/12", K.CADASTRAL_ID, "cadastral_id_form"),
        ("301", K.MUNICIPALITY, "municipality_form"),
        ("22111", K.POSTCODE, "postcode_form"),
        ("0000", K.POSTCODE, "postcode_form"),
        ("5555333", K.TELEPHONE, "telephone_form"),
        ("15888512388", K.NATIONAL_ID, "id_check_digit"),
        ("202612345604", K.DUF, "id_check_digit"),
    ],
)
def test_numbers_that_do_not_hold_say_why(value: str, kind: NumberKind, code: str) -> None:
    answer = one(value, kind)
    assert (answer.kind, answer.ok, answer.code) == (kind, False, code)


def test_an_organisation_outside_the_series_in_use_is_only_told() -> None:
    # 1·3 + 2·2 + 3·7 + 4·6 + 5·5 + 6·4 + 7·3 + 8·2 = 138, 138 mod 11 = 6, 11 - 6 = 5
    answer = one("123456785", K.ORGANISATION)
    assert (answer.ok, answer.warning) == (True, "organisation_unusual_start")


@pytest.mark.parametrize("kind", [K.ACCOUNT, K.KID10, K.KID11])
@pytest.mark.parametrize("number", ["15888512389", "41819030101"])
def test_an_account_or_kid_that_may_be_somebody_is_told(number: str, kind: NumberKind) -> None:
    answer = one(number, kind)
    assert (answer.ok, answer.warning) == (True, "may_be_national_id")


def test_every_kind_that_holds_is_named_but_kid_only_when_asked() -> None:
    assert [answer.kind for answer in identify("15888512389")] == [K.NATIONAL_ID, K.ACCOUNT]
    assert [answer.kind for answer in identify("3401")] == [K.MUNICIPALITY, K.POSTCODE]
    assert [answer.kind for answer in identify("H0101")] == [K.UNIT_NUMBER]
    assert identify("12344") == ()
    assert identify("974761077") == ()


def test_a_persons_number_is_answered_masked() -> None:
    answer = one("15888512389", K.NATIONAL_ID)
    assert answer.value == "158885 •••••"
    assert "12389" not in repr(identify("15888512389"))
    assert one("15888512388", K.NATIONAL_ID).value == ""


def test_a_number_of_2032_is_told() -> None:
    assert one("15888512397", K.NATIONAL_ID).warning == "id_from_2032"


def test_a_foreign_telephone_holds_and_is_told() -> None:
    answer = one("+46 70 123 45 67", K.TELEPHONE)
    assert (answer.ok, answer.value, answer.warning) == (True, "+46701234567", "telephone_foreign")


@given(st.text("0123456789", min_size=1, max_size=24), st.sampled_from((K.KID10, K.KID11)))
def test_a_made_kid_holds(payload: str, kind: NumberKind) -> None:
    assert one(make_kid(payload, kind), kind).ok


def test_a_kid_may_end_in_a_dash() -> None:
    # 6·2 = 12, and 11 - 12 mod 11 = 10
    assert make_kid("6", K.KID11) == "6-"


@pytest.mark.parametrize(("payload", "code"), [("1" * 25, "kid_length"), ("12x", "kid_digits")])
def test_no_kid_of_what_is_no_number(payload: str, code: str) -> None:
    with pytest.raises(OfficeError) as caught:
        make_kid(payload)
    assert caught.value.code == code


@given(st.text("0123456789", min_size=1, max_size=20), st.integers(1, 9), st.data())
def test_one_wrong_digit_of_a_kid_is_noticed(payload: str, by: int, data: st.DataObject) -> None:
    kid = make_kid(payload)
    at = data.draw(st.integers(0, len(kid) - 1))
    wrong = kid[:at] + str((int(kid[at]) + by) % 10) + kid[at + 1 :]
    assert not one(wrong, K.KID10).ok


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("974760673", K.ORGANISATION, "974 760 673"),
        ("12345678903", K.ACCOUNT, "1234 56 78903"),
        ("55553339", K.TELEPHONE, "55 55 33 39"),
        ("H0101", K.UNIT_NUMBER, "H0101"),
        ("123", K.ORGANISATION, "123"),
    ],
)
def test_numbers_are_shown_in_groups(value: str, kind: NumberKind, shown: str) -> None:
    assert format_number(one(value, kind)) == shown.replace(" ", "\N{NO-BREAK SPACE}")


@given(st.text(max_size=30))
def test_anything_may_be_asked(value: str) -> None:
    for kind in NumberKind:
        (answer,) = identify(value, kind)
        assert answer.ok or answer.code
