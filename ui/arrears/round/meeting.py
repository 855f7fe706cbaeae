"""The meeting about unpaid rent: the sheet on the screen, typed in while it is held."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.arrears.rounds.model import ArrearsMeeting, Decided, MeetingCase
from app.core.errors import Invalid
from app.core.ids import LeaseId, Ref
from app.letters.model import DocumentKind
from app.office import Office
from ui.arrears.round.words import agreed_words, case_row, children_words, past_row, sum_words
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, button_line
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.empty import EmptyState
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.form import Form
from ui.kit.icons import Icon
from ui.kit.page import ScrollBody
from ui.kit.row_groups import RowGroup, RowGroups
from ui.kit.shell import WithPanel
from ui.labels import capital, day, done, named, problem, title_word, word
from ui.navigation import Navigator, PageId

PANEL = 400


class CasePanel(QWidget):
    """What is known of the tenancy stood on, and what, who and by when."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__()
        self._office, self._navigator = office, navigator
        self.meeting: ArrearsMeeting | None = None
        self.case: MeetingCase | None = None
        self.card = Card(self.tr("Leieforholdet"), icon=Icon.PERSON)
        self._facts = QVBoxLayout()
        self.card.add(self._facts)
        self.open_button = Button(self.tr("Til restansen"), self.open_tenancy, icon=Icon.OPEN)
        self.remove_button = Button(self.tr("Ta av arket"), self.remove)
        self.card.add(button_line(self.open_button, self.remove_button))
        self.form = Form(self.tr("Bestemt i møtet"), problem)
        today = office.clock.today
        self.form.line(MultilineField("decision", self.tr("Hva ble bestemt"), lines=3))
        self.form.line(TextField("responsible", self.tr("Hvem gjør det")))
        self.form.line(
            DateField("due_on", self.tr("Innen"), today=today),
            DateField("done_on", self.tr("Gjort"), today=today, optional=True),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        column.addWidget(self.card)
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.left.connect(lambda _name: self.save(told=False))

    def show_case(self, meeting: ArrearsMeeting, case: MeetingCase) -> None:
        """Another tenancy, or the same read anew; what is being typed is left alone."""
        same = self.case is not None and self.case.lease == case.lease
        self.meeting, self.case = meeting, case
        self.card.title.setText(named(case.name))
        self.card.setAccessibleName(named(case.name))
        clear(self._facts)
        self._facts.addWidget(Facts(self._facts_of(case)))
        if same and self.form.isAncestorOf(self.focusWidget() or self):
            return
        decided = case.decided
        self.form.set_values(
            {
                "decision": decided.decision or None,
                "responsible": decided.responsible or None,
                "due_on": decided.due_on,
                "done_on": decided.done_on,
            }
        )
        self.form.show_problems(())

    def _facts_of(self, case: MeetingCase) -> list[Fact]:
        row, known = case.row, case.help
        step = row.last if row else None
        level = self.tr("Nivå {}").format(known.level) if known.level else ""
        facts = [
            Fact(self.tr("Bolig"), case.address or case.number),
            Fact(self.tr("Skylder"), sum_words(row) if row else self.tr("Alt er betalt")),
            Fact(self.tr("Barn"), children_words(row.children) if row else ""),
            Fact(self.tr("Hjelp i dag"), ", ".join(filter(None, (level, *known.units)))),
            Fact(self.tr("Sist gjort"), f"{title_word(step.kind)} {day(step.day)}" if step else ""),
            Fact(self.tr("Fra sist"), agreed_words(case.agreed)),
            Fact(self.tr("Forslag"), capital(word(row.next.kind)) if row else ""),
        ]
        return [fact for fact in facts if fact.value]

    def save(self, *, told: bool = True) -> None:
        """Keep what is typed once it says what, and by when; problems stand beside the fields."""
        meeting, case = self.meeting, self.case
        if meeting is None or case is None or self.form.problem_count:
            return
        decided = self._decided()
        if decided == case.decided:
            return
        half = not (decided.decision and decided.due_on)
        if half and not told and self.form.isAncestorOf(self.window().focusWidget() or self):
            return  # still being typed
        try:
            self._office.arrears_meetings.decide(meeting.id, case.lease, decided)
        except Invalid as error:
            self.form.show_problems(error.problems)
        else:
            self.form.show_problems(())
            self._navigator.tell(done("arrears_meeting.decided"))

    def _decided(self) -> Decided:
        values = self.form.values()
        due, done_on = values["due_on"], values["done_on"]
        return Decided(
            str(values["decision"] or "").strip(),
            str(values["responsible"] or "").strip(),
            due if isinstance(due, date) else None,
            done_on if isinstance(done_on, date) else None,
        )

    def remove(self) -> None:
        """Not spoken of this time."""
        meeting, case = self.meeting, self.case
        if meeting is None or case is None:
            return
        lease: LeaseId = case.lease
        if self._navigator.attempt(lambda: self._office.arrears_meetings.remove(meeting.id, lease)):
            self._navigator.tell(done("arrears_meeting.removed"))

    def open_tenancy(self) -> None:
        """What is owed, and both tracks; what is typed is kept first."""
        self.save()
        if self.case is not None:
            self._navigator.open(PageId.TENANCY_ARREARS, Ref("lease", self.case.lease))


class MeetingView(QWidget):
    """The sheet with the panel beside it, and the meetings held before."""

    call_wanted = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self.meeting: ArrearsMeeting | None = None
        self.groups = RowGroups()
        self.panel = CasePanel(office, navigator)
        self._nothing = EmptyState(
            self.tr("Ingen møter ennå"),
            self.tr(
                "Kall inn boligkontoret, Nav og utleier. Arket har siste steg, avtale, barn og"
                " hjelp for hvert leieforhold. Det dere bestemmer, skriver du inn mens møtet går."
            ),
            primary=Button(
                self.tr("Kall inn til møte"), self.call_wanted.emit, kind=ButtonKind.PRIMARY
            ),
        )
        body = ScrollBody()
        body.add(self.groups, self._nothing)
        panel = ScrollBody()
        panel.add(self.panel)
        self.both = WithPanel(body, panel, PANEL)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.both)
        self.groups.current_key.connect(self._stand)
        self.groups.activated_key.connect(self._act)

    def reload(self) -> None:
        """The open meeting as it is now, and those before it."""
        meetings = self._office.arrears_meetings
        self.meeting = meetings.open()
        today = self._office.clock.today()
        past = [past_row(row) for row in meetings.rows() if row.closed_on is not None]
        groups = []
        if self.meeting is not None and self.meeting.cases:
            rows = [case_row(case, today) for case in self.meeting.cases]
            groups.append(RowGroup(self.tr("På arket"), rows, Icon.ARREARS))
        if past:
            groups.append(RowGroup(self.tr("Tidligere møter"), past, Icon.HISTORY))
        self.groups.set_groups(groups)
        self.groups.setVisible(bool(groups))
        self._nothing.setVisible(self.meeting is None and not past)
        cases = self.meeting.cases if self.meeting else ()
        self.both.set_empty(empty=not cases)
        here = self.panel.case.lease if self.panel.case else None
        shown = next((each for each in cases if each.lease == here), next(iter(cases), None))
        if self.meeting is not None and shown is not None:
            self.panel.show_case(self.meeting, shown)

    def begin(self) -> None:
        """The keyboard starts in the list."""
        if self.groups.groups:
            self.groups.groups[0].list.setFocus()

    def _stand(self, key: object) -> None:
        cases = self.meeting.cases if self.meeting else ()
        case = next((each for each in cases if each.lease == key), None)
        if self.meeting is not None and case is not None and case is not self.panel.case:
            self.panel.save()
            self.panel.show_case(self.meeting, case)

    def _act(self, key: object) -> None:
        if isinstance(key, str) and key.startswith("meeting/"):
            self._show_minutes(int(key.partition("/")[2]))
            return
        self._stand(key)
        if self.both.floats:
            self.both.open_panel()
        self.panel.form.field("decision").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_minutes(self, meeting: int) -> None:
        for row in self._office.letters.of(Ref("arrears_meeting", meeting)):
            if row.kind is DocumentKind.ARREARS_MEETING_MINUTES:
                self._navigator.open(PageId.LETTERS, Ref("document", row.id))
                return
