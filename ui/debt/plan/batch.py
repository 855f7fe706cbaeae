"""A letter to each of many, made in a job that stops at a whole one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, OfficeError
from app.core.text import plural
from app.debt.model import DebtCase
from app.debt.plans.contact.model import LettersMade
from app.office import Office
from ui.debt.plan.columns import tr
from ui.kit.beside import PaperDialog
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.progress import JobProgress
from ui.labels import message, named, problem
from ui.letter_desk import LetterDesk
from ui.letter_job import GoOn, LetterJob
from ui.navigation import Navigator


class BatchDesk(LetterDesk):
    """Shows the first letter; all are made when it is finished."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        case: DebtCase,
        title: str,
        verb: str,
        parent: QWidget | None = None,
    ) -> None:
        self.case = case
        self.progress = JobProgress(navigator.jobs)
        super().__init__(office, navigator, title, verb, tr("Lag brevene"), parent)
        self.header.set_subtitle(named(case.name))
        self._job = LetterJob(office, navigator, self._refused, self)

    def above(self) -> tuple[QWidget, ...]:
        return (self.progress,)

    # what a subclass says

    def count(self) -> int:
        """How many letters it will be."""
        raise NotImplementedError

    def maker(self) -> Callable[[Office, GoOn], LettersMade]:
        """What makes them in an office of its own; what must be there before is made at once."""
        raise NotImplementedError

    @property
    def question(self) -> tuple[str, str]:
        words = plural(self.count(), tr("brev"), tr("brev"))
        return (
            tr("Skal brevene lages slik?"),
            tr(
                "Det blir {}, ett til hver kreditor. Her ser du det første. De kan ikke endres"
                " etterpå, og ligger under «Skal sendes»."
            ).format(words),
        )

    # what all of them do

    def issue(self) -> None:
        """All of them, one by one; what could not be made is told."""
        count = self.count()

        def run() -> None:
            self._job.run(count, tr("Lager brev til kreditorene"), self.maker(), self._made)

        self.navigator.attempt(run)

    def _refused(self, error: Invalid) -> None:
        self.off(problem(error.problems[0]))

    def _made(self, result: LettersMade) -> None:
        for content in result.on_paper:
            PaperDialog(self.title, content, self.window()).open()
        words = plural(len(result.made), tr("brev er laget"), tr("brev er laget"))
        if result.not_made or result.left:
            self._tell_left(result, words)
            return
        self.navigator.tell(tr("{}. De ligger under «Brev»").format(words), undo=False)
        self.leave()

    def _tell_left(self, result: LettersMade, words: str) -> None:
        """Some were not made: say why, and let the rest be made from the part."""
        why = [message(OfficeError(each.code)) for each in result.not_made[:1]]
        missing = len(result.not_made) + result.left
        then = tr("{} ble ikke laget. Du kan lage resten fra «Kreditorer og plan».").format(missing)
        told = Callout(ChipKind.SOON, words, " ".join((then, *why)))
        self.frame.add(told)
        self.off(then)
