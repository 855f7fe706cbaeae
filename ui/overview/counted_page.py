"""A page under «Oversikt» whose numbers are counted beside the screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.documents.model import Document
from app.office import Office
from ui.kit.document_dialog import DocumentDialog
from ui.kit.header import PageHeader
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.overview.counting import Counting, Wish
from ui.overview.ways import OverviewSubpage


class CountedPage(OverviewSubpage):
    """What is counted stops when the page is left, and begins anew when it is seen again."""

    counting: Counting
    body: ScrollBody
    then: Callable[[], object] | None = None
    """What waits for the numbers."""

    def go_on(self) -> None:
        """The numbers stand, or it is told why there are none."""
        then, self.then = self.then, None
        if then is not None:
            then()

    def begin_counted(self, header: PageHeader, *above: QWidget) -> Frame:
        """The frame, with `above` over the numbers; they stand in `body`, first seen when known."""
        frame = self.begin(header)
        for each in above:
            frame.add(each)
        self.body = ScrollBody()
        numbers = self.body.inner
        self.counting = Counting(self.office, self.navigator, self.page_id.value, (numbers,))
        frame.add(self.counting)
        frame.add(self.body, stretch=True)
        numbers.hide()
        return frame

    def about_to_leave(self) -> None:
        if self.counting.leave():
            self._stale = True

    def show_paper_of(
        self, title: str, words: str, make: Callable[[Office], Document]
    ) -> DocumentDialog | None:
        """Make a paper beside the screen and show it; None while it is being made."""
        shown: list[DocumentDialog] = []

        def show(made: bytes) -> None:
            dialog = DocumentDialog(title, words, [(title, made)], self)
            dialog.open()
            shown.append(dialog)

        wish = Wish(
            ("paper", title),
            self.tr("Lager arket"),
            lambda own, _told: own.letters.preview(make(own)),
            beside=True,
        )
        self.counting.read(wish, show, self.navigator.failed.emit)
        return shown[0] if shown else None
