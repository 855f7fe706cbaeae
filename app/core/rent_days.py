"""A monthly sum for some of its days. Pure."""

from calendar import monthrange
from datetime import date, timedelta

from app.core.money import Ore


def for_days(monthly: Ore, first: date, last: date) -> Ore:
    """What a monthly sum is from one day to another, both counted; nothing when there is none.

    Each month gives its share by its own number of days, in whole øre, half up: a whole month is
    exactly the monthly sum, however long it is.
    """
    total, day = 0, first
    while day <= last:
        length = monthrange(day.year, day.month)[1]
        until = min(last, day.replace(day=length))
        days = (until - day).days + 1
        total += (2 * monthly * days + length) // (2 * length)
        day = until + timedelta(days=1)
    return Ore(total)
