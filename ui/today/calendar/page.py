"""«Kalender»: what is due in a week or a month, with the law's own day where it was moved."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.alerts.agenda.model import AgendaLine, AgendaSpan, Step, by_day, steps_by_day
from app.alerts.model import Alert
from app.core.days import day_in_words
from app.core.text import Language, plural
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, IconButton
from ui.kit.choice_fields import CheckField
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.page import ScrollBody
from ui.kit.row_groups import RowGroup, RowGroups
from ui.kit.save import ask_where, write
from ui.labels import capital, message, problem
from ui.navigation import Navigator, PageId, Place
from ui.today.beside import DayPage
from ui.today.calendar.month import MonthGrid
from ui.today.calendar.paper import ask_paper, show_paper
from ui.today.calendar.words import line_of, span_choice, span_words, step_line, step_row
from ui.today.ways import way_of
from ui.today.words import row_of

ICS = "Kalenderfil (*.ics)"


class CalendarPage(DayPage):
    """Alt and arrows turn the leaf; Enter on a row does what its button says."""

    page_id = PageId.CALENDAR
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.span = AgendaSpan.WEEK
        self.day = office.clock.today()
        self._alerts: dict[object, Alert] = {}
        self._days: Mapping[date, tuple[Alert, ...]] = {}
        self._steps: Mapping[date, tuple[Step, ...]] = {}
        self.choice = span_choice(self.span)
        self.choice.chosen.connect(self._choose)
        self.header = self._made_header()
        self.month = MonthGrid()
        self.month.stood.connect(self._stand_on)
        self.month.opened.connect(self._into_rows)
        self.groups = RowGroups()
        self.groups.activated_key.connect(self._act)
        self._nothing = EmptyState(
            self.tr("Ingen frister her"),
            self.tr("Det som haster nå, og det som er over tiden, står under «I dag»."),
            secondary=Button(self.tr("Gå til i dag"), partial(navigator.open, PageId.TODAY)),
        )
        body = ScrollBody()
        body.add(self.month, self.groups, self._nothing)
        self.begin(self.header).add(body, stretch=True)

    def _made_header(self) -> PageHeader:
        back, ahead = self.tr("Forrige"), self.tr("Neste")
        kind = ButtonKind.SECONDARY
        return PageHeader(
            self.tr("Kalender"),
            primary=Button(
                self.tr("Skriv ut …"),
                self.ask_paper,
                kind=ButtonKind.PRIMARY,
                icon=Icon.PRINT,
                key="Ctrl+P",
            ),
            extra=(
                IconButton(Icon.CARET_LEFT, back, partial(self.turn, -1), kind=kind, key="Alt+Up"),
                IconButton(
                    Icon.CARET_RIGHT, ahead, partial(self.turn, 1), kind=kind, key="Alt+Down"
                ),
                self.choice,
                IconButton(
                    Icon.EXPORT,
                    self.tr("Til kalenderfil …"),
                    self.ask_file,
                    kind=kind,
                    key="Ctrl+E",
                ),
            ),
        )

    # what is shown

    def reload(self) -> None:
        today = self.office.clock.today()
        first, last = self.span.days(self.day)
        self._days = by_day(self._all(), first, last)
        self._steps = steps_by_day(self.office.alerts.coming(last), first, last)
        self._tell(sum(map(len, self._days.values())), sum(map(len, self._steps.values())))
        monthly = self.span is AgendaSpan.MONTH
        self.month.setVisible(monthly)
        counts = {day: len(found) for day, found in self._days.items()}
        ahead = {day: len(found) for day, found in self._steps.items()}
        self.month.set_month(self.day, counts, today, ahead)
        shown = [day for day in sorted({*counts, *ahead}) if not monthly or day == self.day]
        self._alerts = {}
        self.groups.set_groups([self._group(day, today) for day in shown])
        self.groups.setVisible(bool(shown))
        self._nothing.setVisible(not shown)

    def _all(self) -> tuple[Alert, ...]:
        """What waits and what is put off: its day comes all the same."""
        away = tuple(each.alert for each in self.office.alerts.snoozed())
        return (*self.office.alerts.today(), *away)

    def _tell(self, due: int, ahead: int) -> None:
        facts = [
            capital(span_words(self.span, self.day)),
            plural(due, self.tr("frist"), self.tr("frister")),
        ]
        if ahead:
            facts.append(self.tr("{} kommer").format(ahead))
        self.header.set_subtitle(" · ".join(facts))

    def _group(self, day: date, today: date) -> RowGroup:
        """What stands already and has its last day then, and after it what will come."""
        rows = []
        for alert in self._days.get(day, ()):
            self._alerts[alert.key] = alert
            rows.append(row_of(alert, today))
        for step in self._steps.get(day, ()):
            key = ("coming", step.day, *step.alert.key)
            self._alerts[key] = step.alert
            rows.append(step_row(key, step, today))
        title = self.tr("I dag") if day == today else capital(day_in_words(day))
        return RowGroup(title, rows, Icon.CALENDAR)

    def show_place(self, place: Place) -> None:
        if place.task in {AgendaSpan.WEEK.value, AgendaSpan.MONTH.value}:
            self.span = AgendaSpan(place.task)
            self.day = self.office.clock.today()
            self.choice.set_value(self.span)
            self.reload()
        if self.span is AgendaSpan.MONTH:
            self.month.setFocus()
        else:
            self._into_rows(self.day)

    # turning the leaf

    def _choose(self, span: object) -> None:
        if span is AgendaSpan.DAY:
            self.choice.set_value(self.span)
            self.navigator.open(PageId.TODAY)
        elif isinstance(span, AgendaSpan):
            self.span = span
            self.reload()

    def turn(self, by: int) -> None:
        """The week or month before or after."""
        self.day = self.span.moved(self.day, by)
        self.reload()

    def _stand_on(self, day: object) -> None:
        if isinstance(day, date):
            self.day = day
            self.reload()

    def _into_rows(self, _day: object) -> None:
        if self.groups.groups:
            rows = self.groups.groups[0].list
            rows.select_end(last=False)
            rows.setFocus()

    def _act(self, key: object) -> None:
        alert = self._alerts.get(key)
        if alert is not None:
            way = way_of(alert)
            self.navigator.open(way.page, way.ref, way.task)

    # paper and file

    def paper_lines(self, span: AgendaSpan, named: bool) -> tuple[AgendaLine, ...]:
        """The same for a paper, in the language of the office."""
        return self.lines(span, named, self.office.settings.profile.language)

    def lines(
        self, span: AgendaSpan, named: bool, language: Language = Language.NB
    ) -> tuple[AgendaLine, ...]:
        """All that is due in the days of a span, and what comes."""
        today = self.office.clock.today()
        first, last = span.days(self.day)
        due = by_day(self._all(), first, last)
        ahead = steps_by_day(self.office.alerts.coming(last), first, last)
        return tuple(
            line
            for day in sorted({*due, *ahead})
            for line in (
                *(
                    line_of(each, today, named=named, language=language)
                    for each in due.get(day, ())
                ),
                *(step_line(each, named=named, language=language) for each in ahead.get(day, ())),
            )
        )

    def ask_paper(self) -> AskDialog:
        """How many days, and whether the paper may name people."""
        spans = (self.span, *(each for each in AgendaSpan if each is not self.span))
        return ask_paper(self.office, self, self.day, spans, self.paper_lines)

    def show_paper(self, *, named: bool) -> DocumentDialog:
        """The days shown, to read and print."""
        return show_paper(self.office, self, self.day, self.span, self.paper_lines, named=named)

    def ask_file(self) -> AskDialog:
        """Whether the file may name people."""

        def act(values: Mapping[str, object]) -> None:
            self.save_file(named=values.get("named") is True)

        dialog = AskDialog(
            self.tr("Lag kalenderfil"),
            self.tr(
                "Filen kan leses av Outlook og andre kalendere. Uten navn står det bare hva som"
                " har frist. Hentes den inn på nytt, blir det ingen doble."
            ),
            self.tr("Velg sted"),
            act,
            words=problem,
            message=message,
            parent=self.window(),
        )
        dialog.form.line(CheckField("named", self.tr("Ta med navn og adresser")))
        dialog.open()
        return dialog

    def save_file(self, *, named: bool) -> None:
        """The days shown, for a calendar outside."""
        path = ask_where(self, self.tr("Lag kalenderfil"), "husrom.ics", ICS)
        if path is None:
            return
        content = self.office.agenda.calendar_file(self.lines(self.span, named))
        if self.navigator.attempt(lambda: write(path, content)):
            self.navigator.tell(self.tr("Kalenderfilen er lagret"), undo=False)
