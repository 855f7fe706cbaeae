"""The pages that belong to the day, as they stand under «I dag» in the sidebar."""

from ui.kit.sidebar import NavFilter
from ui.navigation import Page, PageId

WAYS: tuple[tuple[PageId, str], ...] = (
    (PageId.CALENDAR, "Kalender"),
    (PageId.HANDOVER, "Overlevering"),
)


class DayPage(Page):
    """«I dag» or a page beside it: each leads to the others."""

    def saved_filters(self) -> tuple[NavFilter, ...]:
        return tuple(NavFilter(page.value, words) for page, words in WAYS)

    def filter_in_force(self) -> str:
        return "" if self.page_id is PageId.TODAY else self.page_id.value
