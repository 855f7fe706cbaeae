"""One part of the page about a case of someone who may lose their home."""

from typing import ClassVar

from app.core.ids import Ref
from app.evictions.model import EvictionCase
from ui.navigation import PageId
from ui.parted_page import PagePart


class EvictionPart(PagePart[EvictionCase]):
    """Cards about one side of it."""

    page_id: ClassVar[PageId] = PageId.EVICTION

    @property
    def case(self) -> EvictionCase:
        """The case, as it stands today."""
        return self.subject

    def ref(self) -> Ref:
        return Ref("eviction_case", self.case.id)
