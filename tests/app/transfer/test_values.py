"""One cell to one value: right, put right and shown, or asked; never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.days import short_day
from app.core.money import Ore
from app.core.numbers import NumberKind
from app.transfer import values
from app.transfer.model import FindingKind
from app.transfer.sheet import Cell, CellKind
from tests.app.transfer.sheets import PERSON, PERSON_WITH_ZERO, cell

_NUMBER = CellKind.NUMBER
_KINDS = st.sampled_from((CellKind.TEXT, CellKind.NUMBER, CellKind.BOOL))


@pytest.mark.parametrize(
    ("text", "ore", "code"),
    [
        ("7850", 785_000, ""),
        ("7 850,00", 785_000, "money_form"),
        ("7\u00a0850", 785_000, "money_form"),
        ("kr 100,-", 10_000, "money_form"),
        ("7850.50", 785_050, "money_form"),
        ("1.234,50", 123_450, "money_form"),
        ("8.250", None, "money_ambiguous"),
        ("10.000", None, "money_ambiguous"),
        ("1e5", None, "money_unreadable"),
        ("NaN", None, "money_unreadable"),
        ("٣", None, "money_unreadable"),
        ("-500", None, "money_negative"),
    ],
)
def test_sums_as_people_write_them(text: str, ore: int | None, code: str) -> None:
    read = values.money(cell(text))

    assert (read.value, read.code) == (ore, code)


def test_a_sum_with_two_readings_offers_both_and_each_can_be_given_back() -> None:
    readings = values.money(cell("8.250")).readings

    assert [values.money(cell(reading)).value for reading in readings] == [825_000, 825]


@pytest.mark.parametrize(
    ("text", "ore"),
    [("7850", 785_000), ("7850.5", 785_050), ("8.25", 825), ("8.2505", None), ("1e+300", None)],
)
def test_a_number_cell_is_exact(text: str, ore: int | None) -> None:
    assert values.money(cell(text, _NUMBER)).value == (None if ore is None else Ore(ore))


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("01.03.2026", date(2026, 3, 1), ""),
        ("1.3.2026", date(2026, 3, 1), ""),
        ("2026-03-01", date(2026, 3, 1), "date_iso"),
        ("46082", date(2026, 3, 1), "date_number"),
        ("31/01/2026", date(2026, 1, 31), "date_form"),
        ("02/02/2026", date(2026, 2, 2), "date_form"),
        ("31.02.2026", None, "no_such_date"),
        ("2026-02-31", None, "no_such_date"),
        ("01/02/2026", None, "date_two_ways"),
        ("01.03.26", None, "date_short_year"),
        ("01.03.0026", None, "date_far"),
        ("i mars", None, "not_a_date"),
        ("12", None, "not_a_date"),
    ],
)
def test_days(text: str, day: date | None, code: str) -> None:
    read = values.day(cell(text))

    assert (read.value, read.code) == (day, code)


def test_a_day_of_two_readings_offers_both_the_norwegian_first() -> None:
    assert values.day(cell("01/02/2026")).readings == ("01.02.2026", "02.01.2026")
    assert values.day(cell("01.03.26")).readings == ("01.03.2026", "01.03.1926")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_in_reach_is_read_back(day: date) -> None:
    assert values.day(cell(short_day(day))).value == day
    assert values.day(cell(day.isoformat(), CellKind.DATE)).value == day
    assert values.day(cell(day.isoformat())).value == day


def test_numbers_that_lost_their_zero() -> None:
    short = PERSON_WITH_ZERO[1:]
    read = values.national_id()(cell(short, _NUMBER))

    assert read.value is not None
    assert read.value.digits == PERSON_WITH_ZERO
    assert (read.kind, read.code) == (FindingKind.FIXED, "leading_zero")
    assert values.four_digits(NumberKind.POSTCODE)(cell("182")).value == "0182"
    assert values.four_digits(NumberKind.MUNICIPALITY)(cell("301", _NUMBER)).value == "0301"
    assert values.four_digits(NumberKind.POSTCODE)(cell("18")).code == "postcode_form"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{PERSON[:6]} {PERSON[6:]}", ""),
        (f"{PERSON}.0", ""),
        ("15888512388", "id_check_digit"),
        ("1588851238", "id_length"),
        ("1,58885E+10", "id_lost_digits"),
        ("31829945633", "id_date"),
        ("ukjent", "id_digits"),
    ],
)
def test_national_ids(text: str, code: str) -> None:
    assert values.national_id()(cell(text)).code == code


def test_no_number_stands_in_the_repr_of_what_was_read() -> None:
    assert PERSON not in repr(values.national_id()(cell(PERSON)))
    assert PERSON_WITH_ZERO not in repr(values.national_id()(cell(PERSON_WITH_ZERO[1:])))


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("9", ("9", ""), ""),
        ("9B", ("9", "B"), "house_letter_split"),
        ("9 b", ("9", "B"), "house_letter_split"),
        ("9-11", None, "house_number"),
        ("Hovlia", None, "house_number"),
    ],
)
def test_house_numbers(text: str, value: tuple[str, str] | None, code: str) -> None:
    read = values.house(cell(text))

    assert (read.value, read.code) == (value, code)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("118/507", "118/507"),
        ("118-507", "118/507"),
        ("118.507", "118/507"),
        ("Gnr. 118 bnr. 507", "118/507"),
        ("118 / 507", "118/507"),
        ("118", None),
        ("0/5", None),
    ],
)
def test_farm_and_title(text: str, value: str | None) -> None:
    assert values.farm_and_title(cell(text)).value == value


def test_a_sheet_that_made_something_else_of_it_is_asked() -> None:
    as_day = values.farm_and_title(cell("2026-05-12", CellKind.DATE))
    as_number = values.farm_and_title(cell("118.5", _NUMBER))

    assert (as_day.code, as_day.readings) == ("became_date", ("12/5", "5/12"))
    assert as_number.readings == ("118/5", "118/50", "118/500", "118/5000")
    assert values.house(cell("2026-05-12", CellKind.DATE)).code == "house_number"


def test_unit_numbers() -> None:
    assert values.unit_number(cell("H0101")).kind is None
    assert values.unit_number(cell("h0203")).after == "H0203"
    assert values.unit_number(cell("H 0203")).code == "blanks"
    assert values.unit_number(cell("X0101")).code == "unit_number_form"


@pytest.mark.parametrize(("text", "value"), [("1", True), ("Ja", True), ("nei", False)])
def test_yes_and_no(text: str, value: bool) -> None:
    assert values.flag(cell(text)).value is value
    assert values.flag(cell("kanskje")).code == "not_yes_no"


def test_other_numbers() -> None:
    assert values.organisation(cell("974 760 673")).value == "974760673"
    assert values.organisation(cell("974760674")).code == "organisation_check_digit"
    assert values.telephone(cell("+47 91 22 33 44")).value == "91223344"
    odd = values.telephone(cell("spør søster"))
    assert (odd.value, odd.kind) == ("spør søster", FindingKind.TO_CHECK)
    assert values.whole(0, 50)(cell("51")).code == "not_a_count"
    assert values.house_letter(cell("b")).value == "B"
    assert values.house_letter(cell("bb")).code == "house_letter"


def test_the_guard_of_our_own_export_comes_off() -> None:
    assert values.text(cell("'=1+1")).value == "=1+1"
    assert values.text(cell("' ＝1")).value == "＝1"
    assert values.text(cell("'s Gravenhage")).value == "'s Gravenhage"


@pytest.mark.parametrize("name", ["<b>Ola", "=1+1", "Ola; DROP", "O'Brien", "Čuvttiš"])
def test_names_are_kept_exactly_as_written(name: str) -> None:
    assert values.name(cell(name)).value == name


def test_codes_are_known_by_letter_or_by_word_and_kept_when_unknown() -> None:
    read = values.coded({"UTLEID": 1}, {"utleid": 1})

    assert read(cell("UTLEID")).kind is None
    assert read(cell("Utleid ")).after == "UTLEID"
    assert (read(cell("SOLGT")).value, read(cell("SOLGT")).code) == (None, "foreign_code")


@given(st.text(max_size=20), _KINDS)
def test_no_text_makes_any_parser_fall(text: str, kind: CellKind) -> None:
    parsers = (
        values.text,
        values.name,
        values.house,
        values.house_letter,
        values.farm_and_title,
        values.unit_number,
        values.money,
        values.day,
        values.flag,
        values.organisation,
        values.telephone,
        values.national_id(),
        values.four_digits(NumberKind.POSTCODE),
        values.whole(0, 9),
        values.coded({"A": 1}, {"a": 1}),
    )
    for parser in parsers:
        read = parser(Cell(kind, text))
        assert read.value is not None or read.kind is not None
