"""«Oversikt»: the eight indicators of the strategic forum, for a quarter, half a year or a year."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.office import Office
from ui.kit.header import PageHeader
from ui.kit.page import ScrollBody
from ui.navigation import Navigator, PageId
from ui.overview.ways import OverviewSubpage


class OverviewPage(OverviewSubpage):
    """The cards first; nothing here names anyone."""

    page_id = PageId.OVERVIEW
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.header = PageHeader(self.tr("Oversikt"), self.tr("Nøkkeltall for boligarbeidet"))
        frame = self.begin(self.header)
        self.body = ScrollBody()
        frame.add(self.body, stretch=True)
