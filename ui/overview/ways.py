"""The pages under «Oversikt», as they stand in the sidebar."""

from ui.kit.sidebar import NavFilter
from ui.navigation import Page, PageId

WAYS: tuple[tuple[PageId, str], ...] = (
    (PageId.OVERVIEW, "Nøkkeltall"),
    (PageId.STOCK, "Boliger og behov"),
    (PageId.WAITING_TIMES, "Ventetid"),
    (PageId.EFFECT, "Nivåbevegelser"),
    (PageId.RETURNS, "Rapporter"),
    (PageId.CENSUS, "Bostedsløse, uke 48"),
)
"""In the order they are shown."""


class OverviewSubpage(Page):
    """A page under «Oversikt»: the others stand beside it in the sidebar."""

    def saved_filters(self) -> tuple[NavFilter, ...]:
        return tuple(NavFilter(page.value, words) for page, words in WAYS)

    def filter_in_force(self) -> str:
        return self.page_id.value
