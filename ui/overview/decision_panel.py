"""What the meeting decides on the case stood on: kept when a field is left."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Invalid
from app.core.ids import Ref
from app.office import Office
from app.overview.meetings.model import Item, MeetingId, Outcome
from ui.kit import fonts
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.fonts import Type
from ui.kit.form import Form
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import problem
from ui.navigation import PAGE_OF, Navigator
from ui.overview.meeting_words import title_of


class DecisionPanel(QWidget):
    """Why the case is here, and the fields to type in while it is spoken of."""

    decided = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._meeting: MeetingId | None = None
        self._item: Item | None = None
        self.why = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self._card = Card(self.tr("Saken"))
        self.form = Form(self.tr("Vedtatt i møtet"), problem)
        self.open_button = Button(self.tr("Åpne saken"), self.open_case, icon=Icon.OPEN)
        self._build()

    def _build(self) -> None:
        self.form.line(MultilineField("decision", self.tr("Hva ble bestemt"), lines=4))
        self.form.line(TextField("responsible", self.tr("Ansvarlig"), optional=True))
        self.form.line(
            DateField("due_on", self.tr("Frist"), today=self._office.clock.today, optional=True),
            DateField("done_on", self.tr("Gjort"), today=self._office.clock.today, optional=True),
        )
        self._card.body.addWidget(self.why)
        self._card.body.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        column.addWidget(self._card)
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.left.connect(lambda _name: self.save())

    @property
    def about(self) -> Ref | None:
        """The case it stands on."""
        return None if self._item is None else self._item.about

    def show_item(self, meeting: MeetingId, item: Item) -> None:
        """Another case, or the same one read anew; what is being typed is left alone."""
        same = self._item is not None and self._item.about == item.about
        self._meeting, self._item = meeting, item
        self._card.title.setText(title_of(item))
        self._card.setAccessibleName(title_of(item))
        self.why.setText("\n".join(self._office.meetings.why(item)))
        self.open_button.setVisible(item.about.kind in PAGE_OF)
        if same and self.form.isAncestorOf(self.focusWidget() or self):
            return
        outcome = item.outcome
        self.form.set_values(
            {
                "decision": outcome.decision or None,
                "responsible": outcome.responsible or None,
                "due_on": outcome.due_on,
                "done_on": outcome.done_on,
            }
        )
        self.form.show_problems(())

    def save(self) -> None:
        """Keep what is typed; what is wrong is told beside its field and not kept."""
        meeting, item = self._meeting, self._item
        if meeting is None or item is None or self.form.problem_count:
            return
        outcome = self._outcome()
        if outcome == item.outcome:
            return
        try:
            self._office.meetings.decide(meeting, item.about, outcome)
        except Invalid as error:
            self.form.show_problems(error.problems)
        else:
            self.form.show_problems(())
            self.decided.emit()

    def _outcome(self) -> Outcome:
        values = self.form.values()
        due, done = values["due_on"], values["done_on"]
        return Outcome(
            str(values["decision"] or "").strip(),
            str(values["responsible"] or "").strip(),
            due if isinstance(due, date) else None,
            done if isinstance(done, date) else None,
        )

    def open_case(self) -> None:
        """Go to the case; what is typed is kept first."""
        self.save()
        if self._item is not None:
            self._navigator.open_ref(self._item.about)
