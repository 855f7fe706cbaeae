"""A few fields left, the letter they make right, and one final «Lag brevet»."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Invalid, OfficeError
from app.letters.model import OnPaper
from app.office import Office
from ui.kit.beside import Beside, Desk, FinalDialog, PaperDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.form import Form, ProblemChip
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import Page as Frame
from ui.labels import done, message, problem
from ui.navigation import Navigator


class LetterDesk(QWidget):
    """A letter ready made. `left` when it is finished or given up.

    A subclass adds its fields in `add_fields`, and says what the letter would be (`preview`) and
    how it is finished (`finish`).
    """

    left = Signal()

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        title: str,
        verb: str,
        make: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.office, self.navigator = office, navigator
        self.title, self._verb = title, verb
        self._make_words = make or self.tr("Lag brevet")
        self.form = self.make_form()
        self.add_fields()
        self.issue_button = Button(
            self._make_words,
            self.ask,
            kind=ButtonKind.PRIMARY,
            icon=Icon.LETTER,
            key=Key.FINISH.sequence,
        )
        self.header = PageHeader(
            title,
            primary=self.issue_button,
            secondary=(Button(self.tr("Legg bort"), self.leave),),
            extra=(ProblemChip(self.form),),
        )
        self.waiting = self.tr("{} vises når feltene er fylt ut.").format(self.paper)
        self.desk = Desk(self.paper, self.waiting)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.frame = Frame(self.header)
        for above in self.above():
            self.frame.add(above)
        words = (self.tr("Skjemaet"), self.paper)
        self.frame.add(Beside(self.form, self.desk, words), stretch=True)
        outer.addWidget(self.frame)
        self.form.left.connect(lambda _name: self.show_letter())

    # what a subclass says

    @property
    def paper(self) -> str:
        """What is made is called."""
        return self.tr("Brevet")

    def make_form(self) -> Form:
        """The form that fields are put in."""
        return Form(self.title, problem)

    def add_fields(self) -> None:
        """Put the fields in `form`."""
        raise NotImplementedError

    def above(self) -> tuple[QWidget, ...]:
        """What stands between the header and the form."""
        return ()

    def preview(self) -> bytes:
        """The letter as it would be now; Invalid with what it lacks."""
        raise NotImplementedError

    def finish(self) -> object:
        """Make it; `OnPaper` when it is kept nowhere and must be printed now."""
        raise NotImplementedError

    @property
    def question(self) -> tuple[str, str]:
        """What is asked before it is made, and what follows from it."""
        return (
            self.tr("Skal brevet lages slik?"),
            self.tr("Brevet lagres og kan ikke endres etterpå. Det legges under «Brev»."),
        )

    # what all of them do

    def show_letter(self) -> bool:
        """The letter as it would be now; False with the problems told when it can not be made."""
        try:
            data = self.preview()
        except Invalid as error:
            own = [each for each in error.problems if each.field in self.form.names]
            self.form.show_problems(own)
            self.off(problem(error.problems[0]))
            return False
        except OfficeError as error:
            self.off(message(error))
            return False
        self.form.show_problems(())
        self.desk.show_data(data)
        self.off("")
        return True

    def wait(self, why: str) -> None:
        """There is nothing to show yet, and why."""
        self.desk.say(self.waiting)
        self.off(why)

    def off(self, why: str) -> None:
        """It can not be made yet, and why; empty when it can."""
        self.desk.lacks(why)
        self.issue_button.set_off(why)

    def ask(self) -> FinalDialog | None:
        """Show the letter once more before it is finished."""
        if self.form.problem_count or not self.show_letter():
            self.form.jump_to_first()
            return None
        title, follows = self.question
        dialog = FinalDialog(title, follows, self.preview(), self._make_words, self.window())
        dialog.accepted.connect(self.issue)
        dialog.open()
        return dialog

    def issue(self) -> None:
        """Finish the letter; for strengt fortrolig it must be printed here and now."""
        made: list[object] = []
        if not self.navigator.attempt(lambda: made.append(self.finish())):
            return
        if isinstance(made[0], OnPaper):
            PaperDialog(self.title, made[0].content, self.window()).open()
        words = done(self._verb)
        self.navigator.tell(self.tr("{}. Det ligger under «Brev»").format(words), undo=False)
        self.leave()

    def leave(self) -> None:
        """Let the letter go."""
        self.desk.clear()
        self.left.emit()
