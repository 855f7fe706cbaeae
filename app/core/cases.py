"""The kinds of case that a request may open; each is decided by itself."""

from enum import StrEnum


class CaseKind(StrEnum):
    """What the municipality is asked for, and by that which act decides (BS-08, SOT-04)."""

    ALLOCATION = "allocation"
    HOUSING_HELP = "housing_help"
    TEMPORARY_STAY = "temporary_stay"
