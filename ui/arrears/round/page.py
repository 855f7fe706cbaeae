"""«Månedens runde»: ring those nobody has spoken with, and meet about the rest."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.arrears.rounds.model import ArrearsMeetingId
from app.core.ids import DocumentId, Ref
from app.core.text import plural
from app.office import Office
from ui.arrears.round.calls import CallsView
from ui.arrears.round.dialogs import MeetingDialogs
from ui.arrears.round.meeting import MeetingView
from ui.arrears.round.words import facts_of
from ui.arrears.tracks.reminders import RemindersView
from ui.kit.ask import AskDialog
from ui.kit.beside import FinalDialog
from ui.kit.buttons import Button, ButtonKind, Segments
from ui.kit.document_dialog import DocumentDialog
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.labels import done, problem
from ui.navigation import Navigator, Page, PageId, Place

CALLS, REMINDERS, MEETING = "calls", "reminders", "meeting"


class ArrearsRoundPage(Page):
    """The call list, friendly reminders, and the meeting. Enter goes to the fields."""

    page_id = PageId.ARREARS_ROUND
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.dialogs = MeetingDialogs(office, navigator, self)
        self.calls = CallsView(office, navigator)
        self.meeting = MeetingView(office, navigator)
        self.reminders = RemindersView(office, navigator)
        self.print_button = Button(self.tr("Skriv ut"), self.print_sheet, icon=Icon.PRINT)
        self.add_button = Button(self.tr("Legg til …"), self.add_case, icon=Icon.NEW)
        self.change_button = Button(self.tr("Dag og deltakere"), self.change)
        self.call_button = Button(
            self.tr("Kall inn til møte"),
            self.call_meeting,
            kind=ButtonKind.PRIMARY,
            icon=Icon.NEW,
            key="Ctrl+N",
        )
        self.minutes_button = Button(
            self.tr("Lag referat"),
            self.close_meeting,
            kind=ButtonKind.PRIMARY,
            icon=Icon.CHECK,
            key=Key.FINISH.sequence,
        )
        self.header = PageHeader(
            self.tr("Månedens runde"),
            extra=(
                self.change_button,
                self.add_button,
                self.print_button,
                self.call_button,
                self.minutes_button,
            ),
        )
        self.halves = self._halves()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.calls)
        self._stack.addWidget(self.reminders)
        self._stack.addWidget(self.meeting)
        frame = self.begin(self.header)
        frame.add(self.halves)
        frame.add(self._stack, stretch=True)
        self.halves.chosen.connect(lambda half: self.turn(str(half)))
        self.meeting.call_wanted.connect(self.call_meeting)

    def _halves(self) -> Segments:
        halves = [
            (CALLS, self.tr("Ringeliste")),
            (REMINDERS, self.tr("Påminnelser")),
            (MEETING, self.tr("Møte")),
        ]
        return Segments(self.tr("Del av runden"), halves, CALLS)

    # what is shown

    def reload(self) -> None:
        self.calls.reload()
        self.meeting.reload()
        self.reminders.reload()
        self._tell()

    def turn(self, half: str) -> None:
        """The other half."""
        self.halves.set_value(half)
        views = {MEETING: self.meeting, REMINDERS: self.reminders}
        self._stack.setCurrentWidget(views.get(half, self.calls))
        self._tell()

    def _tell(self) -> None:
        meeting = self.meeting.meeting
        shown = self.halves.value == MEETING
        for button in (self.change_button, self.add_button, self.minutes_button):
            button.setVisible(shown and meeting is not None)
        self.call_button.setVisible(shown and meeting is None)
        letters = self.halves.value == REMINDERS
        self.print_button.setVisible(not letters and (not shown or meeting is not None))
        if letters:
            self.header.set_subtitle(self.tr("Et vennlig brev uten gebyr, når noen ikke svarer"))
            return
        if shown and meeting is not None:
            self.header.set_subtitle(facts_of(meeting))
            return
        if shown:
            self.header.set_subtitle(self.tr("Ingen møter er kalt inn"))
            return
        count = plural(len(self.calls.calls), self.tr("leieforhold"), self.tr("leieforhold"))
        self.header.set_subtitle(
            self.tr("{} som skylder, har ingen snakket med siden leien ble sen").format(count)
        )

    def show_place(self, place: Place) -> None:
        if place.task == MEETING or (place.ref and place.ref.kind == "arrears_meeting"):
            self.turn(MEETING)
        elif place.task == REMINDERS:
            self.turn(REMINDERS)
        elif place.task == CALLS or place.ref is not None:
            self.turn(CALLS)
        if place.ref is not None and place.ref.kind == "lease":
            self.calls.list.select(place.ref.id)
        if self.halves.value == REMINDERS:
            self.reminders.begin()
        else:
            (self.meeting if self.halves.value == MEETING else self.calls).begin()

    def about_to_leave(self) -> None:
        self.meeting.panel.save()

    # the meeting

    def call_meeting(self) -> AskDialog:
        """Ask for the day."""
        dialog = self.dialogs.call()
        dialog.accepted.connect(lambda: self.turn(MEETING))
        return dialog

    def change(self) -> AskDialog | None:
        """Day, place and who is there."""
        meeting = self.meeting.meeting
        return None if meeting is None else self.dialogs.change(meeting)

    def add_case(self) -> AskDialog | None:
        """One tenancy more on the sheet."""
        meeting = self.meeting.meeting
        return None if meeting is None else self.dialogs.add(meeting)

    def print_sheet(self) -> DocumentDialog | None:
        """The call list, or the sheet of the meeting: ours, and the landlord's with less."""
        meeting = self.meeting.meeting
        if self.halves.value == CALLS:
            return self.calls.print_list()
        if meeting is None:
            return None
        self.meeting.panel.save()
        sheet, preview = self.office.arrears_meetings.sheet, self.office.letters.preview
        papers = (
            (self.tr("Kontoret og Nav"), sheet(meeting.id)),
            (self.tr("Utleier"), sheet(meeting.id, for_landlord=True)),
        )
        dialog = DocumentDialog(
            self.tr("Møte om ubetalt husleie"),
            self.tr("Velg «Utleier» for arket uten barn og hjelp. Makuler arkene etter møtet."),
            [(name, preview(paper)) for name, paper in papers],
            self,
        )
        dialog.finished.connect(lambda _result: dialog.release())
        dialog.open()
        return dialog

    def close_meeting(self) -> FinalDialog | None:
        """Show the minutes, and make them when the officer says so; final."""
        self.meeting.panel.save()
        meeting = self.meeting.meeting
        if meeting is None:
            return None
        found = self.office.arrears_meetings.check(meeting.id)
        if any(each.blocks for each in found):
            dialog = self.dialogs.change(meeting)
            dialog.form.show_problems([each for each in found if each.blocks])
            return None
        told = " ".join(problem(each) for each in found)
        words = f"{self.tr('Referatet kan ikke endres etterpå.')} {told}".strip()
        data = self.office.letters.preview(self.office.arrears_meetings.minutes(meeting.id))
        title = self.tr("Lag referat")
        final = FinalDialog(title, words, data, title, self)
        final.accepted.connect(lambda: self._close(meeting.id))
        final.open()
        return final

    def _close(self, meeting: ArrearsMeetingId) -> None:
        made: list[DocumentId] = []
        if self.navigator.attempt(lambda: made.append(self.office.arrears_meetings.close(meeting))):
            self.navigator.tell(done("arrears_meeting.closed"), undo=False)
            self.navigator.open(PageId.LETTERS, Ref("document", made[0]))
