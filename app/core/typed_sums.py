"""A sum as it is typed: kroner, or refused with words."""

import re

from app.core.errors import OfficeError
from app.core.money import Ore, parse_kroner

_OTHER = re.compile(
    r"[€$£¥]|\b(?:eur|euro|usd|dollar|gbp|pund|sek|dkk|pln|zloty|chf|isk|thb|try)\b", re.IGNORECASE
)


def parse_sum(text: str) -> Ore:
    """As parse_kroner; OfficeError `sum_other_currency` for euro, dollar and the like."""
    if _OTHER.search(text):
        raise OfficeError("sum_other_currency")
    return parse_kroner(text)
