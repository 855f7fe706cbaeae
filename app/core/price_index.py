"""Months, values and factors of the price index as they are read and written. Pure."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.core.errors import OfficeError
from app.core.money import Ore
from app.core.text import decimal_text

MILLION = 1_000_000
_MONTH = re.compile(r"(?P<year>(?:19|20)[0-9]{2})\s*[-M./]?\s*(?P<month>[0-9]{1,2})", re.IGNORECASE)
_TURNED = re.compile(r"(?P<month>[0-9]{1,2})\s*[-M./]\s*(?P<year>(?:19|20)[0-9]{2})", re.IGNORECASE)
_FACTOR = re.compile(r"(?P<whole>[0-9]{1,4})[.,]?(?P<rest>[0-9]{0,6})")


def month_text(month: date) -> str:
    """«2025M06», as it is published."""
    return f"{month.year}M{month.month:02}"


def index_text(tenths: int) -> str:
    """«140,2»."""
    return f"{tenths // 10},{tenths % 10}"


def read_month(text: str) -> date:
    """«2025M06», «2025-6», «06.2025»; OfficeError month_unreadable."""
    found = _MONTH.fullmatch(text.strip()) or _TURNED.fullmatch(text.strip())
    if found is None or not 1 <= int(found["month"]) <= 12:
        raise OfficeError("month_unreadable")
    return date(int(found["year"]), int(found["month"]), 1)


def read_factor(text: str) -> int:
    """«1,402» as millionths; OfficeError factor_unreadable."""
    found = _FACTOR.fullmatch(text.strip())
    if found is None:
        raise OfficeError("factor_unreadable")
    millionths = int(found["whole"]) * MILLION + int(found["rest"].ljust(6, "0"))
    if millionths == 0:
        raise OfficeError("factor_unreadable")
    return millionths


def rise_percent(old: Ore, new: Ore) -> Decimal:
    """How much more in per cent, one decimal."""
    if old <= 0:
        return Decimal(0)
    exact = Decimal(new - old) * 100 / Decimal(old)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


def factor_text(millionths: int) -> str:
    """«1,402»."""
    return decimal_text(Decimal(millionths) / MILLION)
