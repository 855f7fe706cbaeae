"""The shares that are shown beside the form, as SSB defines them (P 5d). Pure.

Dwellings are those disposed of on the last day; a household in temporary housing counts once.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from app.core.errors import NotFound
from app.core.parameters import Parameters
from app.overview.figures.model import Figure
from app.overview.kostra.model import KostraQuery, KostraShare, ShareFault, ShareKind

INHABITANTS = "local.inhabitants"
OLD_DAYS = 366
"""How old the number of inhabitants may be on the day that is counted."""
Q = KostraQuery
_PARTS = {
    ShareKind.OWNED: (Q.OWNED, Q.DWELLINGS),
    ShareKind.ACCESSIBLE: (Q.ACCESSIBLE, Q.DWELLINGS),
    ShareKind.STAYS_SHORT: (Q.STAY_SHORT, Q.STAY_HOUSEHOLDS),
    ShareKind.STAYS_CHILDREN_LONG: (Q.STAY_CHILDREN_LONG, Q.STAY_CHILDREN),
}


def shares(
    figures: Mapping[KostraQuery, Figure], parameters: Parameters, last: date
) -> tuple[KostraShare, ...]:
    """Dwellings by a thousand inhabitants first, then each share of a whole."""
    return (_by_thousand(figures[Q.DWELLINGS], parameters, last), *_of_wholes(figures))


def _by_thousand(homes: Figure, parameters: Parameters, last: date) -> KostraShare:
    people, since = _inhabitants(parameters, last)
    if not people:
        return KostraShare(ShareKind.PER_THOUSAND, None, homes.count, 0, ShareFault.NOT_ENTERED)
    old = since is not None and (last - since).days > OLD_DAYS
    tenths = _rounded(10_000 * homes.count, people)
    fault = ShareFault.OLD if old else None
    return KostraShare(ShareKind.PER_THOUSAND, tenths, homes.count, people, fault, since)


def _inhabitants(parameters: Parameters, last: date) -> tuple[int, date | None]:
    """The number that holds on a day and the day it is of; none where none is entered."""
    try:
        return parameters.whole(INHABITANTS, last), parameters.version(INHABITANTS, last).valid_from
    except NotFound:
        return 0, None


def _of_wholes(figures: Mapping[KostraQuery, Figure]) -> Iterator[KostraShare]:
    for kind, (part, whole) in _PARTS.items():
        count, all_of = figures[part].count, figures[whole].count
        if not all_of:
            yield KostraShare(kind, None, count, 0, ShareFault.NOTHING)
        else:
            yield KostraShare(kind, _rounded(1000 * count, all_of), count, all_of)


def _rounded(part: int, whole: int) -> int:
    """Half up."""
    return (2 * part + whole) // (2 * whole)
