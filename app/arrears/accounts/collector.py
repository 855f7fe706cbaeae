"""The most a collector may ask of a consumer (INK-10, inkassoforskriften §§ 2-2 to 2-4). Pure."""

from bisect import bisect_left
from datetime import date

from app.core.errors import NotFound
from app.core.money import Ore
from app.core.parameters import Parameters
from app.core.records import dataclass

BASE_RATE = "ink.base_rate_kr"
LIMITS = "ink.cost_limits_kr"
SIMPLE, HEAVY = "ink.cost_simple_percent", "ink.cost_heavy_percent"
"""Hundredths of the base rate, one more than there are limits."""


@dataclass(frozen=True, slots=True)
class CostCeiling:
    """Whole øre without VAT. A case is heavy when a demand is missed by more than 28 days."""

    simple: Ore
    heavy: Ore


def ceiling(claim: Ore, on: date, parameters: Parameters) -> CostCeiling | None:
    """The ceiling for a claim on a day; None where no base rate is known for the day."""
    try:
        rate = parameters.money(BASE_RATE, on)
        limits = parameters.numbers(LIMITS, on)
        simple, heavy = parameters.numbers(SIMPLE, on), parameters.numbers(HEAVY, on)
    except NotFound:
        return None
    step = bisect_left([100 * kroner for kroner in limits], claim)
    return CostCeiling(Ore(rate * simple[step] // 100), Ore(rate * heavy[step] // 100))
