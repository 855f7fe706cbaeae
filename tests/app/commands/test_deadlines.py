"""Deadlines by rule and day, with the days the law counts and moves to."""

import pytest

from tests.app.commands.conftest import Run, said


def test_the_answer_has_exactly_its_keys(run: Run) -> None:
    assert said(run("deadline", "hl.protest_months", "2026-01-31", "--json")) == {
        "rule": "hl.protest_months",
        "start": "2026-01-31",
        "nominal": "2026-02-28",
        "moved": "2026-03-02",
        "earliest_action": "2026-03-03",
        "last_safe_day": "2026-02-27",
        "basis": "husleieloven § 9-8",
    }


@pytest.mark.parametrize(
    ("rule", "start", "moved"),
    [
        ("INK-02", "2026-03-20", "2026-04-07"),
        ("tv.notice_weeks", "2026-12-11", "2026-12-28"),
        ("fvl.complaint_weeks", "2026-12-04", "2026-12-28"),
        ("HL-42", "2026-11-30", "2027-03-01"),
        ("hl.notice_months", "2026-11-21", "2027-02-28"),
    ],
)
def test_rules_are_known_by_both_their_names(run: Run, rule: str, start: str, moved: str) -> None:
    answer = said(run("deadline", rule, start, "--json"))
    assert isinstance(answer, dict)
    assert (answer["rule"], answer["moved"]) == (rule, moved)


def test_a_day_may_be_written_the_norwegian_way(run: Run) -> None:
    one = run("deadline", "HL-66", "31.01.2026", "--json")
    assert said(one) == said(run("deadline", "HL-66", "2026-01-31", "--json"))


def test_a_reader_gets_weekdays_and_paragraph(run: Run) -> None:
    text = run("deadline", "HL-66", "2026-01-31").stdout
    assert "HL-66, husleieloven § 9-8" in text
    assert "Flyttet til           mandag 2. mars 2026" in text


def test_every_rule_on_the_list_can_be_counted_by(run: Run) -> None:
    listed = said(run("deadline", "--list", "--json"))
    assert isinstance(listed, list)
    assert len(listed) > 30
    for each in listed:
        if each["rule"] == "hl.holiday_house_min_years":  # in force from 1 July 2026 only
            continue
        assert run("deadline", each["rule"], "2026-03-02", "--json").exit_code == 0, each["rule"]


@pytest.mark.parametrize("rule", ["hl.nothing", "HL-999", "hl.deposit_max_months"])
def test_an_unknown_rule_ends_one_with_one_line(run: Run, rule: str) -> None:
    result = run("deadline", rule, "2026-01-01")
    assert (result.exit_code, result.stdout) == (1, "")
    assert rule in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_rule_not_in_force_that_day_is_told(run: Run) -> None:
    assert run("deadline", "hl.holiday_house_min_years", "2020-01-01").exit_code == 1


def test_a_rule_with_several_deadlines_names_them(run: Run) -> None:
    result = run("deadline", "HL-63", "2026-01-01")
    assert result.exit_code == 1
    assert "hl.notice_months, hl.notice_months_room" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("HL-66",),
        ("HL-66", "31.02.2026"),
        ("HL-66", "9999-12-31"),
        ("HL-66", "--list"),
        ("--unknown",),
    ],
)
def test_wrong_use_ends_two(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("deadline", *arguments).exit_code == 2
