"""One part of the page about the unpaid rent of a tenancy."""

from typing import ClassVar

from app.arrears.model import Tenancy
from app.core.ids import Ref
from ui.navigation import PageId
from ui.parted_page import PagePart


class ArrearsPart(PagePart[Tenancy]):
    """Cards about one side of it."""

    page_id: ClassVar[PageId] = PageId.TENANCY_ARREARS

    @property
    def tenancy(self) -> Tenancy:
        """Whose rent it is."""
        return self.subject

    def ref(self) -> Ref:
        return Ref("lease", self.tenancy.lease)
