"""How a rise and a factor are written. Pure."""

from decimal import ROUND_HALF_UP, Decimal

from app.core.money import Ore
from app.core.text import decimal_text
from app.leases.rents.model import MILLION


def rise_percent(old: Ore, new: Ore) -> Decimal:
    """How much more in per cent, one decimal."""
    if old <= 0:
        return Decimal(0)
    exact = Decimal(new - old) * 100 / Decimal(old)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


def factor_text(millionths: int) -> str:
    """«1,402»."""
    return decimal_text(Decimal(millionths) / MILLION)
