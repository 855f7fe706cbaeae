"""A capacity in words: hours of a week, and hours of a case as a range."""

from app.core.errors import OfficeError
from app.core.text import plural
from app.debt.queue.capacity.model import Absence, Capacity
from ui.labels import day

HOUR = 60


def hours_text(minutes: int) -> str:
    """«18,75» hours, without a nought nobody needs."""
    whole, part = divmod(minutes * 100 // HOUR, 100)
    return f"{whole},{part:02}".rstrip("0").rstrip(",")


def read_hours(text: str) -> int:
    """Minutes of «37,5» or «37.5»; OfficeError for what is no number of hours."""
    bare = "".join(text.split()).replace(".", ",")
    whole, _, part = bare.partition(",")
    if not whole.isdecimal() or (part and not part.isdecimal()) or len(part) > 2:
        raise OfficeError("number_unreadable")
    return int(whole) * HOUR + int(part.ljust(2, "0") or 0) * HOUR // 100


def write_hours(minutes: object) -> str:
    """As it is typed."""
    return hours_text(minutes) if isinstance(minutes, int) else ""


def share_text(row: Capacity) -> str:
    """«50 prosent stilling»."""
    return f"{row.share_percent} prosent stilling"


def week_text(row: Capacity) -> str:
    """«18,75 timer i uken»."""
    return f"{hours_text(row.minutes)} timer i uken"


def case_text(row: Capacity) -> str:
    """«15–30 timer per sak, vanligvis 20»; one number where they are the same."""
    if row.least_hours == row.most_hours:
        return f"{plural(row.usual_hours, 'time', 'timer')} per sak"
    return f"{row.least_hours}–{row.most_hours} timer per sak, vanligvis {row.usual_hours}"


def days_text(away: Absence) -> str:
    """«01.07.2027–31.07.2027», or one day."""
    if away.first_day == away.last_day:
        return day(away.first_day)
    return f"{day(away.first_day)}–{day(away.last_day)}"
