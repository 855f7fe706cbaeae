"""What the table of months shows: how many waited, how long, and what happened."""

from collections.abc import Callable

from app.core.text import grouped, plural
from app.debt.waiting.model import WaitGroup, WaitingCount
from ui.kit.columns import Align, Column
from ui.labels import day, title_word


def days_text(days: int | None) -> str:
    """«34 dager», or a dash where nobody waited."""
    return "–" if days is None else plural(days, "dag", "dager")


def _number(
    key: str,
    title: str,
    count: Callable[[WaitingCount], int],
    width: int = 96,
    *,
    hidden: bool = False,
    spare: int = 0,
) -> Column[WaitingCount]:
    return Column(
        key,
        title,
        lambda each: grouped(count(each)),
        value=count,
        sort=count,
        align=Align.RIGHT,
        hidden=hidden,
        width=width,
        spare=spare,
    )


def _days(
    key: str, title: str, count: Callable[[WaitingCount], int | None], *, hidden: bool = False
) -> Column[WaitingCount]:
    return Column(
        key,
        title,
        lambda each: days_text(count(each)),
        value=count,
        sort=lambda each: -1 if (found := count(each)) is None else found,
        align=Align.RIGHT,
        hidden=hidden,
        width=104,
    )


def _group(group: WaitGroup) -> Column[WaitingCount]:
    words = title_word(group)
    return _number(
        f"group_{group}",
        words,
        lambda each: each.group(group),
        110 if group is WaitGroup.LONGER else 102,
    )


MONTHS: tuple[Column[WaitingCount], ...] = (
    Column(
        "on",
        "Dag",
        lambda each: day(each.on),
        value=lambda each: each.on,
        sort=lambda each: each.on.toordinal(),
        strong=True,
        stretch=True,
        width=116,
    ),
    _number("waiting", "I kø", lambda each: each.waiting, 64),
    _number("missing", "Uten vedtak", lambda each: each.without_vedtak, 108),
    *(_group(each) for each in WaitGroup),
    _days("median", "Median", lambda each: each.median),
    _number("asked", "Nye", lambda each: each.asked, 64, spare=2),
    _number("began", "Begynt", lambda each: len(each.began), 84, spare=1),
    _days("longest", "Lengst", lambda each: each.longest, hidden=True),
    _days("began_median", "Ventet før start", lambda each: each.began_median, hidden=True),
    _number("working", "I arbeid", lambda each: each.working, hidden=True),
)
