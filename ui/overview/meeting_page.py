"""«Møte»: the agenda of the joint allocation meeting, typed in while it is held."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.days import day_in_words
from app.core.ids import DocumentId, Ref
from app.letters.model import DocumentKind
from app.office import Office
from app.overview.meetings.model import Meeting, MeetingDraft, MeetingId, MeetingRow, Section
from ui.kit.ask import Act, AskDialog
from ui.kit.beside import FinalDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.page import ScrollBody
from ui.kit.row_groups import RowGroup, RowGroups
from ui.kit.shell import WithPanel
from ui.labels import done, message, problem, title_word
from ui.navigation import Navigator, Page, PageId, Place
from ui.overview.decision_panel import DecisionPanel
from ui.overview.meeting_words import facts_of, past_row, row_of

PANEL = 380
_ICONS = {
    Section.VACANT: Icon.DWELLINGS,
    Section.TO_DECIDE: Icon.APPLICATIONS,
    Section.DEADLINES: Icon.CLOCK,
    Section.WAITING: Icon.WAITING_LIST,
    Section.CARRIED_OVER: Icon.HISTORY,
}


class MeetingPage(Page):
    """One open meeting at a time, and those held before it. Enter goes to the field to type in."""

    page_id = PageId.MEETING
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._open: Meeting | None = None
        self.minutes_button = Button(
            self.tr("Lag referat"),
            self.close_meeting,
            kind=ButtonKind.PRIMARY,
            icon=Icon.CHECK,
            key=Key.FINISH.sequence,
        )
        self.call_button = Button(
            self.tr("Kall inn til møte"),
            self.call,
            kind=ButtonKind.PRIMARY,
            icon=Icon.NEW,
            key="Ctrl+N",
        )
        self.agenda_button = Button(self.tr("Saksliste"), self.show_agenda, icon=Icon.PRINT)
        self.change_button = Button(self.tr("Dag og deltakere"), self.change)
        self.header = PageHeader(
            self.tr("Tildelingsmøte"),
            extra=(self.change_button, self.agenda_button, self.call_button, self.minutes_button),
        )
        self.groups = RowGroups()
        self.panel = DecisionPanel(office, navigator)
        self._body = ScrollBody()
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        self._nothing = EmptyState(
            self.tr("Ingen møter ennå"),
            self.tr(
                "Sakslisten lager seg selv av alt som står åpent: ledige boliger, søknader uten"
                " svar, frister og det forrige møte lot stå. Det dere bestemmer, skriver du rett"
                " inn, og referatet er ferdig når møtet er over."
            ),
            primary=Button(self.tr("Kall inn til møte"), self.call, kind=ButtonKind.PRIMARY),
        )
        self._body.add(self.groups, self._nothing)
        self._both = WithPanel(self._body, self.panel, PANEL)
        frame.add(self._both, stretch=True)
        self.groups.current_key.connect(self._stand)
        self.groups.activated_key.connect(self._act)
        self.panel.decided.connect(lambda: self.navigator.tell(done("meeting.decided")))

    # what is shown

    def reload(self) -> None:
        rows = self.office.meetings.rows()
        waiting = next((row for row in rows if row.closed_on is None), None)
        self._open = None if waiting is None else self.office.meetings.get(waiting.id)
        for button in (self.minutes_button, self.agenda_button, self.change_button):
            button.setVisible(self._open is not None)
        self.call_button.setVisible(self._open is None and bool(rows))
        beside = not self._both.floats  # else it opens over the list, when it is asked for
        self.panel.setVisible(beside and self._open is not None and bool(self._open.items))
        self._nothing.setVisible(not rows)
        self.groups.setVisible(bool(rows))
        if self._open is not None:
            self._show_agenda(self._open, rows)
            return
        self.header.set_title(self.tr("Tildelingsmøte"))
        self.header.set_subtitle(self.tr("Ingen møter er kalt inn") if rows else "")
        self.groups.set_groups(self._past(rows))

    def _past(self, rows: Sequence[MeetingRow]) -> list[RowGroup]:
        """The meetings that were held, each with its minutes."""
        past = [past_row(row) for row in rows if row.closed_on is not None]
        return [RowGroup(self.tr("Tidligere møter"), past, Icon.HISTORY)] if past else []

    def _show_agenda(self, meeting: Meeting, rows: Sequence[MeetingRow]) -> None:
        today = self.office.clock.today()
        self.header.set_title(self.tr("Tildelingsmøte {}").format(day_in_words(meeting.held_on)))
        self.header.set_subtitle(facts_of(meeting))
        groups = []
        for section in Section:
            items = [item for item in meeting.items if item.section is section]
            cases = [row_of(item, self.office.meetings.why(item), today) for item in items]
            if cases:
                groups.append(RowGroup(title_word(section), cases, _ICONS[section]))
        self.groups.set_groups(groups + self._past(rows))
        current = self.panel.about
        kept = next((item for item in meeting.items if item.about == current), None)
        shown = kept or next(iter(meeting.items), None)
        if shown is not None:
            self.panel.show_item(meeting.id, shown)

    def show_place(self, place: Place) -> None:
        held = place.ref is not None and (self._open is None or self._open.id != place.ref.id)
        if place.ref is not None and held:
            self.groups.select(place.ref.id)
        elif place.task == "new" and self._open is None:
            self.call()
        elif self.groups.groups and not self.groups.select(self.panel.about):
            self.groups.groups[0].list.select_end(last=False)
            self.groups.groups[0].list.setFocus()

    def about_to_leave(self) -> None:
        self.panel.save()

    # going through it

    def _stand(self, key: object) -> None:
        if self._open is None:
            return
        item = next((each for each in self._open.items if each.about == key), None)
        if item is not None and item.about != self.panel.about:
            self.panel.save()
            self.panel.show_item(self._open.id, item)

    def _act(self, key: object) -> None:
        if isinstance(key, int) or self._open is None:
            self._show_minutes(key)
            return
        self._stand(key)
        if self._both.floats:
            self._both.open_panel()
        self.panel.form.field("decision").control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_minutes(self, key: object) -> None:
        if not isinstance(key, int):
            return
        for row in self.office.letters.of(Ref("meeting", key)):
            if row.kind is DocumentKind.MEETING_MINUTES:
                self.navigator.open(PageId.LETTERS, Ref("document", row.id))
                return

    # the meeting itself

    def call(self) -> AskDialog:
        """Ask for day and place."""

        def act(values: Mapping[str, object]) -> None:
            self.office.meetings.call(_draft(values))
            self.navigator.tell(done("meeting.called"))

        dialog = self._ask(
            self.tr("Kall inn til møte"),
            self.tr("Sakslisten er med én gang, og følger med på alt som kommer til."),
            self.tr("Kall inn"),
            act,
            MeetingDraft(self.office.clock.today()),
        )
        dialog.accepted.connect(lambda: self.show_place(Place(self.page_id)))
        return dialog

    def change(self) -> AskDialog | None:
        """Day, place and who is there."""
        meeting = self._open
        if meeting is None:
            return None

        def act(values: Mapping[str, object]) -> None:
            self.office.meetings.correct(meeting.id, _draft(values))

        known = MeetingDraft(meeting.held_on, meeting.place, meeting.present, meeting.note)
        dialog = self._ask(
            self.tr("Dag og deltakere"),
            self.tr("Dette står øverst i sakslisten og i referatet."),
            self.tr("Lagre"),
            act,
            known,
        )
        dialog.add_button(self.tr("Avlys møtet"), lambda: self._call_off(meeting.id))
        return dialog

    def _call_off(self, meeting: MeetingId) -> bool:
        called_off = self.navigator.attempt(lambda: self.office.meetings.call_off(meeting))
        if called_off:
            self.navigator.tell(done("meeting.called_off"))
        return called_off

    def _ask(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Act,
        known: MeetingDraft,
    ) -> AskDialog:
        dialog = AskDialog(
            title, explanation, verb, act, words=problem, message=message, parent=self
        )
        today = self.office.clock.today
        dialog.form.line(
            DateField("held_on", self.tr("Dag"), today=today),
            TextField("place", self.tr("Sted"), optional=True),
        )
        present = self.tr("Til stede")
        dialog.form.line(MultilineField("present", present, optional=True, lines=2))
        dialog.form.line(MultilineField("note", self.tr("Annet"), optional=True, lines=2))
        dialog.form.set_values(
            {
                "held_on": known.held_on,
                "place": known.place or None,
                "present": known.present or None,
                "note": known.note or None,
            }
        )
        dialog.open()
        return dialog

    # papers

    def show_agenda(self) -> DocumentDialog | None:
        """The agenda as a print, with names or with numbers alone."""
        if self._open is None:
            return None
        meetings, meeting = self.office.meetings, self._open.id
        papers = (
            (self.tr("Med navn"), meetings.agenda(meeting)),
            (self.tr("Uten navn"), meetings.agenda(meeting, with_names=False)),
        )
        preview = self.office.letters.preview
        dialog = DocumentDialog(
            self.tr("Saksliste"),
            self.tr("Velg «Uten navn» når noen i møtet ikke skal vite hvem sakene gjelder."),
            [(name, preview(paper)) for name, paper in papers],
            self,
        )
        dialog.finished.connect(lambda _result: dialog.release())
        dialog.open()
        return dialog

    def close_meeting(self) -> FinalDialog | None:
        """Show the minutes, and make them when the officer says so; final."""
        self.panel.save()
        if self._open is None:
            return None
        meeting = self._open.id
        found = self.office.meetings.check(meeting)
        if any(each.blocks for each in found):
            dialog = self.change()
            if dialog is not None:
                dialog.form.show_problems([each for each in found if each.blocks])
            return None
        told = " ".join(problem(each) for each in found)
        words = self.tr("Referatet kan ikke endres etterpå.")
        data = self.office.letters.preview(self.office.meetings.minutes(meeting))
        final = FinalDialog(
            self.tr("Lag referat"), f"{words} {told}".strip(), data, self.tr("Lag referat"), self
        )
        final.accepted.connect(lambda: self._close(meeting))
        final.open()
        return final

    def _close(self, meeting: MeetingId) -> None:
        made: list[DocumentId] = []
        if self.navigator.attempt(lambda: made.append(self.office.meetings.close(meeting))):
            self.navigator.tell(done("meeting.closed"), undo=False)
            self.navigator.open(PageId.LETTERS, Ref("document", made[0]))


def _draft(values: Mapping[str, object]) -> MeetingDraft:
    held_on = values["held_on"]
    return MeetingDraft(
        held_on if isinstance(held_on, date) else date.max,
        str(values["place"] or ""),
        str(values["present"] or ""),
        str(values["note"] or ""),
    )
