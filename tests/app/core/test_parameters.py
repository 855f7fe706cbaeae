"""Dated values: which version holds, what the municipality lays over, what is out of date."""

from datetime import date
from decimal import Decimal

import pytest

from app.core.dated import DatedValue, Kind, Parameter, Value
from app.core.deadlines import Ending, Party
from app.core.errors import OfficeError
from app.core.money import kroner
from app.core.parameters import Parameters
from app.core.periods import Period, Unit

D = date.fromisoformat


def parameter(key: str, kind: Kind, *versions: DatedValue, unit: Unit | None = None) -> Parameter:
    return Parameter(
        id=key,
        kind=kind,
        unit=unit,
        rule_ids=("HL-66",),
        basis="husleieloven § 9-8",
        protects=Party.CITIZEN,
        versions=versions,
        updates=((1, 1), (7, 1)) if kind is Kind.PERCENT else (),
    )


RATE = parameter(
    "interest",
    Kind.PERCENT,
    DatedValue(Decimal("11.5"), D("2026-01-01"), D("2026-06-30"), "first"),
    DatedValue(Decimal("12.25"), D("2026-07-01"), None, "second"),
)
RULES = Parameters(
    [
        RATE,
        parameter("protest", Kind.DEADLINE, DatedValue(1, D("2000-01-01")), unit=Unit.MONTHS),
        parameter("rate_kr", Kind.MONEY, DatedValue(kroner(750), D("2026-01-01"))),
        parameter(
            "act",
            Kind.TEXT,
            DatedValue("FVL1967", D("1970-01-01")),
            DatedValue("FVL2025", None),
        ),
        parameter("allowed", Kind.FLAG, DatedValue(True, D("2000-01-01"))),
        parameter("last_day", Kind.DAY, DatedValue(D("2027-07-01"), D("2023-07-01"))),
        parameter("days", Kind.NUMBERS, DatedValue((21, 28), D("2000-01-01"))),
        parameter("ladder", Kind.LADDER, DatedValue((Period(-1, Unit.MONTHS),), D("2000-01-01"))),
    ]
)


@pytest.mark.parametrize(
    ("on", "value"),
    [
        ("2026-01-01", "11.5"),
        ("2026-06-30", "11.5"),
        ("2026-07-01", "12.25"),
        ("2030-01-01", "12.25"),
    ],
)
def test_a_value_changes_on_its_first_day(on: str, value: str) -> None:
    assert RULES.decimal("interest", D(on)) == Decimal(value)


def test_before_the_first_version_there_is_none() -> None:
    with pytest.raises(OfficeError) as caught:
        RULES.value("interest", D("2025-12-31"))
    assert caught.value.code == "parameter_missing"
    assert caught.value.facts == {"id": "interest", "on": D("2025-12-31")}


def test_what_has_no_day_is_never_in_force() -> None:
    assert RULES.text("act", D("2099-01-01")) == "FVL1967"


def test_each_kind_is_read_in_its_type() -> None:
    on = D("2026-11-21")
    assert RULES.period("protest", on) == Period(1, Unit.MONTHS)
    assert RULES.whole("protest", on) == 1
    assert RULES.money("rate_kr", on) == 75000
    assert RULES.flag("allowed", on) is True
    assert RULES.day("last_day", on) == D("2027-07-01")
    assert RULES.numbers("days", on) == (21, 28)
    assert RULES.ladder("ladder", on) == (Period(-1, Unit.MONTHS),)
    assert RULES["protest"].ending is Ending.MOVED
    assert RULES["rate_kr"].ending is None


def test_reading_a_kind_as_another_is_our_own_fault() -> None:
    on = D("2026-11-21")
    for read in (RULES.money, RULES.flag, RULES.day, RULES.text, RULES.period, RULES.ladder):
        with pytest.raises(TypeError):
            read("interest", on)
    with pytest.raises(TypeError):
        RULES.whole("act", on)
    with pytest.raises(TypeError):
        RULES.decimal("act", on)


def test_an_unknown_id_is_told() -> None:
    with pytest.raises(OfficeError) as caught:
        RULES.value("nothing", D("2026-01-01"))
    assert caught.value.code == "parameter_unknown"


def test_the_municipalitys_own_version_is_laid_over() -> None:
    own = DatedValue(Decimal("12.5"), D("2026-10-01"), None, "Finansdepartementet")
    over = RULES.with_overrides({"interest": [own]})
    assert RULES.decimal("interest", D("2026-10-01")) == Decimal("12.25")
    assert over.decimal("interest", D("2026-09-30")) == Decimal("12.25")
    assert over.decimal("interest", D("2026-10-01")) == Decimal("12.5")
    assert over.version("interest", D("2026-10-01")).local
    assert over.version("interest", D("2026-10-01")).source == "Finansdepartementet"
    assert len(over) == len(RULES)


def test_the_same_day_the_municipalitys_own_goes_before() -> None:
    own = DatedValue(Decimal("12.75"), D("2026-07-01"))
    over = RULES.with_overrides({"interest": [own]})
    assert over.decimal("interest", D("2026-07-01")) == Decimal("12.75")


def test_a_later_national_rate_replaces_an_earlier_local_one() -> None:
    own = DatedValue(Decimal("11.75"), D("2026-03-01"))
    over = RULES.with_overrides({"interest": [own]})
    assert over.decimal("interest", D("2026-06-30")) == Decimal("11.75")
    assert over.decimal("interest", D("2026-07-01")) == Decimal("12.25")


def test_an_ended_local_version_gives_way() -> None:
    own = DatedValue(2, D("2026-01-01"), D("2026-12-31"))
    over = RULES.with_overrides({"protest": [own]})
    assert over.whole("protest", D("2026-12-31")) == 2
    assert over.whole("protest", D("2027-01-01")) == 1


def test_a_whole_number_is_a_per_cent_too() -> None:
    over = RULES.with_overrides({"interest": [DatedValue(13, D("2027-01-01"))]})
    assert over.decimal("interest", D("2027-01-01")) == Decimal(13)


@pytest.mark.parametrize(("key", "value"), [("protest", "one"), ("allowed", 1), ("days", 14)])
def test_a_value_of_another_type_is_refused(key: str, value: Value) -> None:
    with pytest.raises(OfficeError) as caught:
        RULES.with_overrides({key: [DatedValue(value, D("2026-01-01"))]})
    assert (caught.value.code, caught.value.facts) == ("parameter_kind", {"id": key})


def test_an_override_of_nothing_is_refused() -> None:
    with pytest.raises(OfficeError) as caught:
        RULES.with_overrides({"nothing": [DatedValue(1, D("2026-01-01"))]})
    assert caught.value.code == "parameter_unknown"


@pytest.mark.parametrize(
    ("today", "ids"),
    [
        ("2026-07-01", ()),
        ("2026-12-31", ()),
        ("2027-01-01", ("interest",)),
        ("2028-03-01", ("interest",)),
        ("2025-03-01", ("interest",)),
    ],
)
def test_a_rate_that_should_have_changed_is_out_of_date(today: str, ids: tuple[str, ...]) -> None:
    assert RULES.outdated(D(today)) == ids
