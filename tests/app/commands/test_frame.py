"""How every command answers and fails."""

from datetime import date

import pytest

from app.commands.frame import Answer, answer, one_line
from app.core.errors import Invalid, NotFound, OfficeError, Problem
from app.core.ids import LeaseId
from app.dwellings.model import DwellingStatus


def test_a_problem_is_one_line_with_what_is_wrong_beside_each_field() -> None:
    error = Invalid([Problem("name", "name_missing"), Problem("street", "street_missing")])
    line = one_line(error)
    assert line.endswith("Navnet mangler. Skriv minst ett navn. Gatenavnet mangler.")
    assert "\n" not in line


def test_the_same_fault_twice_is_told_once() -> None:
    error = Invalid([Problem("one", "name_missing"), Problem("other", "name_missing")])
    assert one_line(error).count("Navnet mangler.") == 1


def test_days_and_lists_stand_the_norwegian_way() -> None:
    assert "a, b" in one_line(OfficeError("rule_has_several", id="HL-63", ids=("a", "b")))
    missing = NotFound("parameter_missing", id=date(2026, 11, 23))
    assert "23.11.2026" in one_line(missing)


def test_a_code_nobody_has_worded_still_says_what_is_safe() -> None:
    assert "(not_worded)" in one_line(OfficeError("not_worded"))


def test_json_has_iso_days_values_of_enums_and_null(capsys: pytest.CaptureFixture[str]) -> None:
    content: Answer = {
        "day": date(2026, 11, 23),
        "state": DwellingStatus.LET,
        "id": LeaseId(3),
        "none": None,
        "several": (True, 1.5, "å"),
    }
    answer(content, (), as_json=True)
    told = capsys.readouterr().out.split()
    assert "".join(told) == (
        '{"day":"2026-11-23","state":"let","id":3,"none":null,"several":[true,1.5,"å"]}'
    )
