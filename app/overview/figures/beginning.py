"""From which day the register can answer."""

from datetime import date

from app.storage.columns import day_or_none
from app.storage.database import Database


def began(db: Database, facts: str) -> date | None:
    """The day the register was made, or the first day it has a fact of where that is earlier.

    `facts` selects the first such day; None where there is none, for then there is no count yet.
    """
    first = db.first(day_or_none, facts)
    made = db.first(day_or_none, "SELECT substr(at, 1, 10) FROM event ORDER BY id LIMIT 1")
    return first if first is None or made is None else min(first, made)
