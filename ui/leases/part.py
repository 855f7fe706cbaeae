"""One part of a lease's page."""

from PySide6.QtWidgets import QWidget

from app.core.ids import Ref
from app.leases.model import Lease
from app.office import Office
from ui.kit.page import ScrollBody
from ui.navigation import Navigator, PageId


class Part(ScrollBody):
    """Cards about one subject of a lease; made anew whenever the register has changed."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.office, self.navigator, self.lease = office, navigator, lease

    def begin(self) -> None:
        """Put the keyboard where this part begins."""

    def go(self, task: str) -> None:
        """Open another part of this lease, or a letter being made, by its task."""
        self.navigator.open(PageId.LEASE, Ref("lease", self.lease.id), task)
