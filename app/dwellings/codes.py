"""Types, holdings and statuses as the register keeps them; a code we do not have is unknown."""

from app.dwellings.model import DwellingStatus, DwellingType, Holding

TYPES = {each.value: each for each in DwellingType}
HOLDINGS = {each.value: each for each in Holding}
_STATUSES = {each.value: each for each in DwellingStatus}


def read_type(text: str) -> DwellingType:
    """The type, or unknown for a code we do not have."""
    return TYPES.get(text, DwellingType.UNKNOWN)


def read_holding(text: str) -> Holding:
    """The holding, or unknown for a code we do not have."""
    return HOLDINGS.get(text, Holding.UNKNOWN)


def read_status(text: str) -> DwellingStatus:
    """The status, or unknown for a code we do not have."""
    return _STATUSES.get(text, DwellingStatus.UNKNOWN)
