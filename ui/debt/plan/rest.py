"""The rest of a batch of letters that was stopped, made from where it ended."""

from PySide6.QtWidgets import QWidget

from app.core.text import plural
from app.debt.plans.contact.model import LettersMade
from app.office import Office
from ui.debt.plan.columns import tr
from ui.kit.beside import PaperDialog
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.icons import Icon
from ui.letter_job import LetterJob
from ui.navigation import Navigator


class RestOfLetters(Callout):
    """Says how many got no letter of an offer, with the button that makes them."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        proposal: int,
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        self._navigator, self._proposal, self._count = navigator, proposal, count
        self.button = Button(
            tr("Lag resten av brevene"), self._run, icon=Icon.LETTER, size=ButtonSize.SMALL
        )
        words = plural(count, tr("kreditor har"), tr("kreditorer har"))
        super().__init__(
            ChipKind.SOON,
            tr("{} ikke fått brev om forslaget.").format(words),
            tr("Alle skal spørres på samme tid."),
            self.button,
            parent,
        )
        self._job = LetterJob(office, navigator, navigator.failed.emit, self)

    def _run(self) -> None:
        proposal = self._proposal

        def run() -> None:
            self._job.run(
                self._count,
                tr("Lager brev til kreditorene"),
                lambda office, go_on: office.payment_proposals.write(proposal, go_on),
                self._made,
            )

        self._navigator.attempt(run)

    def _made(self, result: LettersMade) -> None:
        for content in result.on_paper:
            PaperDialog(tr("Forslag til kreditorene"), content, self.window()).open()
        words = plural(len(result.made), tr("brev er laget"), tr("brev er laget"))
        self._navigator.tell(tr("{}. De ligger under «Brev»").format(words), undo=False)
