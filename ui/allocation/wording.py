"""What the waiting list says about itself: counts, the order, who fits."""

from collections.abc import Sequence

from app.allocation.model import GroupOrder
from app.dwellings.model import Dwelling
from ui.allocation.columns import Waiting, group_words
from ui.kit.table import number
from ui.labels import day, title_word


def counts_words(rows: Sequence[Waiting], *, brief: bool = False) -> str:
    """«38 venter: psykisk helse 11 · rus 11 …», in the order of the list; `brief` the sum alone."""
    counts: dict[str, int] = {}
    for each in rows:
        words = group_words(each.row).lower()
        counts[words] = counts.get(words, 0) + 1
    if not counts:
        return "Ingen venter på bolig nå."
    if brief:
        return f"{number(len(rows))} venter"
    parts = " · ".join(f"{words} {number(count)}" for words, count in counts.items())
    return f"{number(len(rows))} venter: {parts}"


def fits_words(rows: Sequence[Waiting], dwelling: Dwelling, *, brief: bool = False) -> str:
    """«Furulia 7, H0301 · 9 av 11 passer · 2 soverom · Klar for innflytting»; `brief` half."""
    fits = sum(bool(each.candidate and each.candidate.fits) for each in rows)
    rooms = dwelling.draft.bedrooms
    facts = (
        dwelling.address,
        f"{number(fits)} av {number(len(rows))} passer",
        "" if rooms is None else f"{rooms} soverom",
        title_word(dwelling.status),
    )
    return " · ".join(fact for fact in (facts[:2] if brief else facts) if fact)


def order_words(order: GroupOrder) -> str:
    """Whose order the list follows, and that waiting alone gives no place."""
    if not order.adopted:
        return "Rekkefølgen på gruppene er vårt forslag. Ventetid alene gir ingen plass."
    return f"Rekkefølgen følger {order.source} fra {day(order.since)}. Ventetid gir ingen plass."
