"""Open needs by category and main category. Pure (F11, A11)."""

from collections.abc import Iterable
from enum import Enum

from app.applications.model import ApplicationRow, MainNeed, NeedCategory
from app.core.ids import PersonId, Ref
from app.overview.figures.model import Figure
from app.overview.needs.model import NeedsFor, NeedsHome, NeedsLine, OpenNeed
from app.overview.return_tables.model import FigureRow, FigureTable, TableHead
from app.overview.return_tables.rules import crossed

_ORDER = list(NeedCategory)


def open_needs(rows: Iterable[ApplicationRow]) -> tuple[OpenNeed, ...]:
    """Each applicant once: a request that became several cases is one household that needs."""
    found: dict[PersonId, OpenNeed] = {}
    for row in sorted(rows, key=lambda each: each.id):
        known = found.get(row.applicant)
        needs = row.needs | (known.needs if known else frozenset())
        found[row.applicant] = OpenNeed(
            known.about if known else row.id,
            needs,
            children=row.children > 0 or bool(known and known.children),
            adapted=row.accessible
            or NeedCategory.NOT_ADAPTED in needs
            or bool(known and known.adapted),
        )
    return tuple(found.values())


def tables(needs: tuple[OpenNeed, ...]) -> tuple[FigureTable, ...]:
    """Every need that is open, and each household once by the most pressing of its needs."""
    rows = tuple(
        FigureRow(
            category,
            tuple(
                Figure(
                    f"needs/{category.code}/{whom.value}",
                    tuple(
                        _ref(each)
                        for each in needs
                        if category in each.needs and _whom(each) is whom
                    ),
                )
                for whom in NeedsFor
            ),
        )
        for category in NeedCategory
    )
    every: tuple[Enum, ...] = (*MainNeed, NeedsLine.NOT_MAPPED)
    return (
        FigureTable(TableHead.NEEDS_OPEN, tuple(NeedsFor), rows, whole=False),
        crossed(TableHead.NEEDS_MAIN, every, tuple(NeedsHome), needs, _main, _ref),
    )


def _main(each: OpenNeed) -> tuple[Enum, Enum]:
    home = NeedsHome.ADAPTED if each.adapted else NeedsHome.ORDINARY
    if not each.needs:
        return NeedsLine.NOT_MAPPED, home
    return min(each.needs, key=_ORDER.index).main, home


def _whom(each: OpenNeed) -> NeedsFor:
    return NeedsFor.WITH_CHILDREN if each.children else NeedsFor.WITHOUT_CHILDREN


def _ref(each: OpenNeed) -> Ref:
    return Ref("application", each.about)
