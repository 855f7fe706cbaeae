"""The smallest number that leaves the office, as the municipality has set it."""

from datetime import date

from app.core.parameters import Parameters

LEAST = "local.small_number_least"


def least_shown(parameters: Parameters, day: date) -> int:
    """Numbers of one and more below it are held back (B16)."""
    return parameters.whole(LEAST, day)
