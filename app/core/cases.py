"""The kinds of case that a request may open; each is decided by itself."""

from enum import StrEnum


class CaseKind(StrEnum):
    """What the municipality is asked for, and by that which act decides (BS-08, SOT-04, SOT-08)."""

    ALLOCATION = "allocation"
    HOUSING_HELP = "housing_help"
    TEMPORARY_STAY = "temporary_stay"
    DEBT_ADVICE = "debt_advice"

    @property
    def applied_for(self) -> bool:
        """Whether an application opens it; economic advice is asked for in its own way."""
        return self is not CaseKind.DEBT_ADVICE


APPLIED_FOR = tuple(case for case in CaseKind if case.applied_for)
"""What an application may open."""
