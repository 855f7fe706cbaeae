"""Months, values and factors of the index are written as they are published."""

from datetime import date
from decimal import Decimal

from app.core.money import kroner
from app.core.price_index import (
    factor_text,
    index_text,
    month_text,
    read_factor,
    read_month,
    rise_percent,
)


def test_a_month_a_value_and_a_factor_are_written_and_read() -> None:
    assert month_text(date(2025, 6, 1)) == "2025M06"
    assert read_month("2025M06") == date(2025, 6, 1)
    assert index_text(1402) == "140,2"
    assert factor_text(read_factor("1,402")) == "1,402"


def test_a_rise_is_told_in_tenths_of_a_per_cent() -> None:
    assert rise_percent(kroner(8200), kroner(8457)) == Decimal("3.1")
    assert rise_percent(kroner(0), kroner(8457)) == 0
