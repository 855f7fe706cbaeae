"""One part of the page about a case of economic advice."""

from typing import ClassVar

from app.core.ids import Ref
from app.debt.model import DebtCase
from ui.navigation import PageId
from ui.parted_page import PagePart


class DebtPart(PagePart[DebtCase]):
    """Cards about one side of it."""

    page_id: ClassVar[PageId] = PageId.DEBT_CASE

    @property
    def case(self) -> DebtCase:
        """The case, as it stands today."""
        return self.subject

    def ref(self) -> Ref:
        return Ref("debt_case", self.case.id)
