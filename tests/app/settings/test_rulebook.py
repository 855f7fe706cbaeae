"""The shipped rules: every number of the law, from its day, and deadlines counted by them."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from app.core.dated import Kind, Value
from app.core.deadlines import Party
from app.core.errors import FileProblem, OfficeError
from app.core.money import Rounding, kroner, part_of
from app.core.periods import Period, Unit
from app.settings.rule_files import load_parameters
from app.settings.rulebook import deadline_for, periods

D = date.fromisoformat
RULES = load_parameters()
RULE_ID = re.compile(r"(HL|TV|INK|BS|FV|SOT|BST|ID|REP|GJ|DOC|DL|AL|SD|ARK|ADR|HOL|PV)-[0-9]{2}")


@pytest.mark.parametrize(
    ("key", "since", "value"),
    [
        ("hl.min_term_years", "2000-01-01", 3),
        ("hl.min_term_years_same_house", "2000-01-01", 1),
        ("hl.holiday_house_min_years", "2026-07-01", 1),
        ("hl.deposit_max_months", "2000-01-01", 6),
        ("hl.notice_months", "2000-01-01", 3),
        ("hl.notice_months_room", "2000-01-01", 1),
        ("hl.protest_months", "2000-01-01", 1),
        ("hl.sue_months_after_protest_deadline", "2000-01-01", 3),
        ("hl.move_out_request_months", "2000-01-01", 3),
        ("hl.index_interval_months", "2000-01-01", 12),
        ("hl.index_notice_months", "2000-01-01", 1),
        ("hl.prevailing_rent_after_months", "2000-01-01", 30),
        ("hl.prevailing_rent_notice_months", "2000-01-01", 6),
        ("hl.consent_silence_months", "2000-01-01", 1),
        ("hl.social_notice_weeks", "2007-07-01", 2),
        ("tv.notice_weeks", "1993-01-01", 2),
        ("tv.comment_weeks", "2001-07-01", 2),
        ("tv.authority_name", "1993-01-01", "namsmannen"),
        ("tv.authority_name", "2026-07-01", "namsfogden"),
        ("ink.notice_days", "1989-10-01", 14),
        ("ink.base_rate_kr", "2026-01-01", kroner(750)),
        ("ink.reminder_fraction", "2020-10-01", Decimal("0.05")),
        ("ink.demand_fraction", "2020-10-01", Decimal("0.15")),
        ("interest.late_percent", "2026-07-01", Decimal("12.25")),
        ("fee.court_R_kr", "2024-01-01", kroner(1277)),
        ("fee.court_R_kr", "2026-01-01", kroner(1345)),
        ("fee.eviction_filing_R", "2024-01-01", Decimal("1.25")),
        ("fee.eviction_done_R", "2024-01-01", Decimal("1.35")),
        ("fvl.prelim_months", "1970-01-01", 1),
        ("fvl.complaint_weeks", "1970-01-01", 3),
        ("fvl.ruleset", "1970-01-01", "FVL1967"),
        ("boso.plan_deadline", "2023-07-01", D("2027-07-01")),
        ("fnr.k1_remainders", "1964-01-01", (0,)),
        ("fnr.k1_remainders", "2032-01-01", (0, 1, 2, 3)),
        ("local.prelim_days", "2014-01-01", 14),
        ("al.prelim_days", "2000-01-01", (21, 28)),
        ("liv.single", "2023-07-01", kroner(10412)),
        ("liv.single", "2025-07-01", kroner(11046)),
        ("liv.single", "2026-07-01", kroner(11388)),
        ("liv.couple", "2026-07-01", kroner(9644)),
        ("liv.supporting_partner", "2026-07-01", kroner(19288)),
        ("liv.child_under_6", "2026-07-01", kroner(3645)),
        ("liv.child_6_10", "2026-07-01", kroner(4835)),
        ("liv.child_11_14", "2026-07-01", kroner(6102)),
        ("liv.child_15", "2026-07-01", kroner(7020)),
        ("liv.contact_1_under_6", "2025-07-01", kroner(332)),
        ("liv.contact_2_6_10", "2026-07-01", kroner(1690)),
        ("liv.contact_3_11_14", "2025-07-01", kroner(2672)),
        ("liv.contact_4_15", "2026-07-01", kroner(4038)),
        ("bostotte.cap_1", "2025-06-01", kroner(89029)),
        ("bostotte.cap_5", "2026-06-01", kroner(150385)),
        ("bostotte.heating", "2026-06-01", kroner(7631)),
    ],
)
def test_each_value_holds_from_its_day_and_not_before(key: str, since: str, value: Value) -> None:
    first = D(since)
    assert RULES.value(key, first) == value
    version = RULES.version(key, first)
    assert version.valid_from == first
    earlier = [
        each for each in RULES[key].versions if each.holds(date.fromordinal(first.toordinal() - 1))
    ]
    assert version not in earlier


def test_the_value_before_lasts_until_the_day_before() -> None:
    assert RULES.text("tv.authority_name", D("2026-06-30")) == "namsmannen"
    assert RULES.numbers("fnr.k1_remainders", D("2031-12-31")) == (0,)
    assert RULES.money("liv.single", D("2026-06-30")) == kroner(11046)
    with pytest.raises(OfficeError):
        RULES.value("hl.holiday_house_min_years", D("2028-07-01"))


def test_what_is_not_confirmed_is_left_blank() -> None:
    for key, on in (("fee.court_R_kr", "2025-06-01"), ("interest.late_percent", "2026-06-30")):
        with pytest.raises(OfficeError) as caught:
            RULES.value(key, D(on))
        assert caught.value.code == "parameter_missing"


def test_the_act_of_2025_waits_for_a_day() -> None:
    assert [each.value for each in RULES["fvl.ruleset"].versions] == ["FVL1967", "FVL2025"]
    assert RULES.text("fvl.ruleset", D("2040-01-01")) == "FVL1967"


def test_the_ladder_of_a_lease_end() -> None:
    assert RULES.ladder("hl.ladder", D("2026-11-21")) == (
        *(Period(-months, Unit.MONTHS) for months in (12, 6, 3, 1)),
        *(Period(days, Unit.DAYS) for days in (0, 30, 60, 75)),
    )


@pytest.mark.parametrize("key", list(RULES))
def test_every_parameter_names_its_rule_paragraph_and_day(key: str) -> None:
    each = RULES[key]
    assert re.fullmatch(r"[a-z]+\.[a-zA-Z0-9_]+", key)
    assert each.rule_ids
    assert all(RULE_ID.fullmatch(rule) for rule in each.rule_ids)
    assert each.basis
    assert all(version.source for version in each.versions)
    if each.ending is not None:
        assert each.starts is not None


@pytest.mark.parametrize("key", list(RULES))
def test_versions_follow_each_other(key: str) -> None:
    dated = [each for each in RULES[key].versions if each.valid_from is not None]
    for earlier, later in pairwise(dated):
        assert earlier.valid_from is not None
        assert later.valid_from is not None
        assert earlier.valid_from < later.valid_from
        if earlier.valid_to is not None:
            assert earlier.valid_to < later.valid_from


@pytest.mark.parametrize(
    "key",
    ["hl.ladder", "local.prelim_days", "local.post_days", "al.prelim_days", "ink.fee_rounding"],
)
def test_what_no_law_settles_is_a_setting(key: str) -> None:
    assert RULES[key].setting


def test_what_the_law_settles_is_none() -> None:
    assert not RULES["hl.move_out_request_months"].setting
    assert not RULES["fvl.complaint_weeks"].setting


def test_nothing_shipped_is_out_of_date_when_written() -> None:
    assert RULES.outdated(D("2026-11-21")) == ()
    assert RULES.outdated(D("2027-01-01")) == (
        "fee.court_R_kr",
        "ink.base_rate_kr",
        "interest.late_percent",
    )


def test_every_period_gives_a_deadline() -> None:
    listed = periods(RULES)
    assert {"hl.protest_months", "tv.notice_weeks", "fvl.complaint_weeks"} <= set(listed)
    assert "ink.base_rate_kr" not in listed
    assert list(listed) == sorted(listed)
    for key in listed:
        found = deadline_for(RULES, key, D("2026-11-21"))
        assert found.rule == RULES[key].rule_ids[0]
        assert found.last_safe_day <= found.nominal <= found.moved


@pytest.mark.parametrize(
    ("rule", "start", "nominal", "moved", "warn"),
    [
        # the citizen may act through the moved day
        ("INK-02", "2026-03-20", "2026-04-03", "2026-04-07", "2026-04-07"),
        ("FV-11", "2026-12-04", "2026-12-25", "2026-12-28", "2026-12-28"),
        ("HL-66", "2026-01-31", "2026-02-28", "2026-03-02", "2026-03-02"),
        # the municipality's own right
        ("HL-42", "2026-11-30", "2027-02-28", "2027-03-01", "2027-02-26"),
        # the municipality owes the citizen an answer
        ("FV-02", "2026-04-01", "2026-05-01", "2026-05-04", "2026-04-30"),
        ("HL-37", "2026-01-31", "2026-02-28", "2026-03-02", "2026-02-27"),
        # notice to the end of a month
        ("hl.notice_months", "2026-11-21", "2027-02-28", "2027-02-28", "2027-02-28"),
    ],
)
def test_deadlines_by_rule(rule: str, start: str, nominal: str, moved: str, warn: str) -> None:
    found = deadline_for(RULES, rule, D(start))
    assert (found.nominal, found.moved, found.warn_day) == (D(nominal), D(moved), D(warn))


def test_a_petition_waits_until_the_day_after() -> None:
    found = deadline_for(RULES, "TV-02", D("2026-03-02"))
    assert found.earliest_action == D("2026-03-17")
    assert found.protects is Party.CITIZEN
    assert found.basis == "tvangsfullbyrdelsesloven § 4-18"


def test_a_rule_id_is_taken_in_small_letters() -> None:
    assert deadline_for(RULES, "hl-66", D("2026-01-31")).rule == "HL-66"


@pytest.mark.parametrize(
    ("rule", "start", "code"),
    [
        ("nothing", "2026-01-01", "parameter_unknown"),
        ("HL-63", "2026-01-01", "rule_has_several"),
        ("ink.base_rate_kr", "2026-01-01", "parameter_no_period"),
        ("tv.notice_weeks", "1990-01-01", "parameter_missing"),
    ],
)
def test_a_deadline_that_cannot_be_counted_says_why(rule: str, start: str, code: str) -> None:
    with pytest.raises(OfficeError) as caught:
        deadline_for(RULES, rule, D(start))
    assert caught.value.code == code


def test_the_fees_of_2026_come_out_of_the_shipped_numbers() -> None:
    on = D("2026-11-21")
    rate, court = RULES.money("ink.base_rate_kr", on), RULES.money("fee.court_R_kr", on)
    half_up = Rounding[RULES.text("ink.fee_rounding", on).upper()]
    assert part_of(rate, RULES.decimal("ink.reminder_fraction", on), half_up) == kroner(38)
    assert part_of(rate, RULES.decimal("ink.demand_fraction", on), half_up) == kroner(113)
    filing = part_of(court, RULES.decimal("fee.eviction_filing_R", on), Rounding.DOWN)
    done = part_of(court, RULES.decimal("fee.eviction_done_R", on), Rounding.DOWN)
    assert filing + done == kroner(3496)


def test_the_housing_allowance_example_comes_out() -> None:
    def value(key: str) -> Decimal:
        found = RULES.value(f"bostotte.{key}", D("2026-11-21"))
        assert isinstance(found, int | Decimal)
        return Decimal(found) / (100 if RULES[f"bostotte.{key}"].kind is Kind.MONEY else 1)

    income, costs = Decimal(200_000), Decimal(12 * 9_000) + value("heating")
    above = income - value("own_share_from_1")
    share = value("own_share_min") + above * value("own_share_percent_1") / 100
    paid = (min(costs, value("cap_1")) - share) * value("paid_percent") / 100 / 12
    assert round(share) == 36857
    assert round(paid) == 3401


GOOD = """
["hl.protest_months"]
kind = "deadline"
unit = "months"
rules = ["HL-66"]
basis = "§ 9-8"
protects = "citizen"
starts = "received"
versions = [{ from = 2000-01-01, value = 1, source = "loven" }]
"""


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("kind =", "kind"),
        ('kind = "deadline"', 'kind = "frist"'),
        ('unit = "months"', 'unit = "moons"'),
        ('unit = "months"\n', ""),
        ('basis = "§ 9-8"\n', ""),
        ('protects = "citizen"', 'protects = "all"'),
        ('rules = ["HL-66"]', "rules = []"),
        ('starts = "received"', 'begins = "received"'),
        ("value = 1", 'value = "one"'),
        ("value = 1", "value = true"),
        ("value = 1", "value = 1.5"),
        ("value = 1,", ""),
        ("from = 2000-01-01", 'from = "2000"'),
        ("from = 2000-01-01", "from = 2000-01-01T10:00:00"),
        ("from = 2000-01-01", "from = 2000-01-01, to = 1999-01-01"),
        ("from = 2000-01-01", "from = 2000-01-01, until = 2001-01-01"),
        ("versions = [{", "versions = [1, {"),
        ('["hl.protest_months"]', "stray = 1"),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, was: str, becomes: str) -> None:
    assert was in GOOD
    (tmp_path / "husleie.toml").write_text(GOOD.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(FileProblem) as caught:
        load_parameters(tmp_path)
    assert caught.value.code == "rules_malformed"
    assert caught.value.facts["file"] == "husleie.toml"
    assert caught.value.facts["reason"]


def test_the_same_id_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(FileProblem) as caught:
        load_parameters(tmp_path)
    assert caught.value.facts["id"] == "hl.protest_months"


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "husleie.toml").write_text(GOOD, encoding="utf-8")
    assert periods(load_parameters(tmp_path)) == ("hl.protest_months",)


def test_no_rules_at_all_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        load_parameters(tmp_path)
    assert caught.value.code == "rules_missing"
