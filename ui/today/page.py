"""«I dag»: groups by what to do, the worst first, each row with its day and its one button."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.alerts.agenda.model import AgendaLine, AgendaSpan
from app.alerts.model import Alert
from app.core.days import day_in_words
from app.core.ids import Ref
from app.office import Office
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.empty import EmptyState
from ui.kit.fields import DateField, TextField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon, qicon
from ui.kit.keys import Key, bind
from ui.kit.page import ScrollBody
from ui.kit.row_groups import RowGroup, RowGroups
from ui.kit.shell import Room, WithPanel
from ui.labels import done, message, problem, title_word
from ui.navigation import PAGE_OF, Navigator, PageId, Place
from ui.today.beside import DayPage
from ui.today.calendar.paper import ask_paper
from ui.today.calendar.words import line_of, span_choice
from ui.today.rail import Rail
from ui.today.ways import way_of
from ui.today.words import GROUP_ICONS, grounds_of, grouped, row_of, summary, title_of

RAIL = 244
MOST_SHOWN = 5


def waiting_today(office: Office) -> int:
    """How many gjøremål stand there, for the sidebar."""
    return len(office.alerts.today())


class TodayPage(DayPage):
    """What needs a person. Enter does what the row's button says; Ctrl U puts it off."""

    page_id = PageId.TODAY
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._alerts: dict[object, Alert] = {}
        self._current: object = None
        self._whole: set[str] = set()
        self.aside = IconButton(
            Icon.CALENDAR,
            self.tr("Uka, utsatt og gjort i dag"),
            self._open_rail,
            kind=ButtonKind.SECONDARY,
            key=Key.SIDE_PANEL.sequence,
        )
        self.print = IconButton(
            Icon.PRINT,
            self.tr("Skriv ut dagen …"),
            self.ask_paper,
            kind=ButtonKind.SECONDARY,
            key="Ctrl+P",
        )
        self.told = IconButton(
            Icon.EVICTIONS,
            self.tr("Ny melding om utkastelse"),
            lambda: navigator.open(PageId.EVICTIONS, task="new"),
            kind=ButtonKind.SECONDARY,
        )
        self.span = span_choice(AgendaSpan.DAY)
        self.span.chosen.connect(self._other_span)
        self.header = PageHeader(
            self.tr("I dag"),
            primary=Button(
                self.tr("Ny søknad"),
                lambda: navigator.open(PageId.APPLICATION, task="new"),
                kind=ButtonKind.PRIMARY,
                icon=Icon.NEW,
                key="Ctrl+N",
            ),
            extra=(self.span, self.print, self.told, self.aside),
        )
        self.groups = RowGroups()
        self.rail = Rail(office)
        self._body = ScrollBody()
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        self._nothing, self._new = self._calm(), self._just_made()
        self._body.add(self.groups, self._nothing, self._new)
        self.both = WithPanel(self._body, self.rail, RAIL)
        frame.add(self.both, stretch=True)
        self.groups.activated_key.connect(self._act)
        self.groups.current_key.connect(self._stand)
        self.groups.menu_wanted.connect(self._menu)
        self.rail.wake_wanted.connect(self._wake)
        self.rail.opened.connect(self._open_done)
        bind(Key.SNOOZE, self, self._snooze_current)

    def _calm(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingenting haster i dag"),
            self.tr(
                "Husrom følger med på svarfrister, leietider og brev, og sier fra her. Neste steg"
                " er å se om en ledig bolig passer for noen som venter."
            ),
            secondary=Button(
                self.tr("Se ventelisten"), lambda: self.navigator.open(PageId.WAITING_LIST)
            ),
            quiet=Button(
                self.tr("Se ledige boliger"),
                lambda: self.navigator.open(PageId.DWELLINGS, task="ready"),
                kind=ButtonKind.QUIET,
            ),
        )

    def _just_made(self) -> EmptyState:
        return EmptyState(
            self.tr("Registeret er nytt"),
            self.tr(
                "Hent inn boligene først. Da kan søknader registreres og boliger tildeles. Når noe"
                " må gjøres, sier Husrom fra her."
            ),
            secondary=Button(
                self.tr("Hent inn boliger"),
                lambda: self.navigator.open(PageId.SHEET_IMPORT, task="dwellings"),
                icon=Icon.IMPORT,
            ),
            quiet=Button(
                self.tr("Registrer en bolig"),
                lambda: self.navigator.open(PageId.DWELLING, task="new"),
                kind=ButtonKind.QUIET,
            ),
        )

    # what is shown

    def reload(self) -> None:
        today = self.office.clock.today()
        alerts = self.office.alerts.today()
        self._alerts = {alert.key: alert for alert in alerts}
        facts = (
            day_in_words(today),
            self.tr("uke {}").format(today.isocalendar().week),
            summary(alerts),
        )
        self.header.set_subtitle(" · ".join(facts))
        self.groups.set_groups(
            [self._group(title, found, today) for title, found in grouped(alerts).items()]
        )
        self.groups.setVisible(bool(alerts))
        new = len(alerts) < 2 and not self.office.dwellings.rows()
        self._nothing.setVisible(not alerts and not new)
        self._new.setVisible(new)
        self.rail.show_day(alerts, self.office.alerts.snoozed(), today)

    def _group(self, title: str, alerts: list[Alert], today: date) -> RowGroup:
        whole = title in self._whole or len(alerts) <= MOST_SHOWN + 1
        shown = alerts if whole else alerts[:MOST_SHOWN]
        note = self.tr("Det som haster først") if len(alerts) > 1 else ""
        rows = [row_of(alert, today) for alert in shown]
        group = RowGroup(title, rows, GROUP_ICONS[alerts[0].id], note)
        group.set_count(len(alerts))
        if not whole:
            more = Button(
                self.tr("Vis {} til").format(len(alerts) - len(shown)),
                partial(self._show_whole, title, alerts[MOST_SHOWN].key),
                kind=ButtonKind.QUIET,
                icon=Icon.CARET_DOWN,
                size=ButtonSize.SMALL,
            )
            more.setAccessibleDescription(title)
            group.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return group

    def _show_whole(self, title: str, stand_on: object) -> None:
        """All rows of a group; the keyboard goes to the first that was hidden."""
        self._whole.add(title)
        self.reload()
        self.groups.select(stand_on)

    def count(self) -> int | None:
        return waiting_today(self.office)

    def show_place(self, place: Place) -> None:
        groups = self.groups.groups
        if groups and not self.groups.select(self._current):
            groups[0].list.select_end(last=False)
            groups[0].list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        wide = Room.of(fonts.room(self.window().width())) is Room.WIDE
        self.aside.setVisible(not wide)

    def _open_rail(self) -> None:
        if self.both.floats and self.rail.isVisible():
            self.both.close_panel()
        else:
            self.both.open_panel()

    def _other_span(self, span: object) -> None:
        """The week and the month stand on a page of their own; this one stays the day."""
        self.span.set_value(AgendaSpan.DAY)
        if isinstance(span, AgendaSpan) and span is not AgendaSpan.DAY:
            self.navigator.open(PageId.CALENDAR, task=span.value)

    # paper

    def ask_paper(self) -> AskDialog:
        """What stands here, to take along; without names unless asked."""
        today = self.office.clock.today()
        return ask_paper(self.office, self, today, (AgendaSpan.DAY,), self.lines)

    def lines(self, span: AgendaSpan, named: bool) -> tuple[AgendaLine, ...]:
        """All that needs a person, the worst first; the day is the one it is due."""
        del span  # this page is the day
        today = self.office.clock.today()
        return tuple(line_of(each, today, named=named) for each in self.office.alerts.today())

    # going to the case

    def _stand(self, key: object) -> None:
        if key is not None:
            self._current = key

    def _act(self, key: object) -> None:
        alert = self._alerts.get(key)
        if alert is not None:
            way = way_of(alert)
            self.navigator.open(way.page, way.ref, way.task)

    def _open_done(self, ref: Ref) -> None:
        if ref.kind in PAGE_OF:
            self.navigator.open_ref(ref)

    # putting off

    def _menu(self, key: object, at: QPoint) -> None:
        menu = self.menu_of(key)
        if menu is not None:
            menu.popup(at)

    def menu_of(self, key: object) -> QMenu | None:
        """What can be done with a row: its button's act, or putting it off."""
        alert = self._alerts.get(key)
        if alert is None:
            return None
        menu = QMenu(self)
        menu.setAccessibleName(title_of(alert, self.office.clock.today()))
        act = menu.addAction(qicon(Icon.OPEN), title_word(alert.act))
        act.triggered.connect(lambda: self._act(key))
        later = menu.addAction(qicon(Icon.CLOCK), self.tr("Utsett …"))
        later.setShortcut(Key.SNOOZE.qt())
        later.triggered.connect(lambda: self.snooze(alert))
        menu.addSeparator()
        for words in grounds_of(alert, self.office.clock.today()):
            menu.addAction(words).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _snooze_current(self) -> None:
        alert = self._alerts.get(self._current)
        if alert is not None:
            self.snooze(alert)

    def snooze(self, alert: Alert) -> AskDialog:
        """Show it again on a day, for a reason."""

        def act(values: Mapping[str, object]) -> None:
            until = values["until"]
            day = until if isinstance(until, date) else today
            self.office.alerts.snooze(alert, day, str(values["reason"] or ""))
            self.navigator.tell(done("alert.snoozed"))

        today = self.office.clock.today()
        dialog = AskDialog(
            self.tr("Utsett"),
            self.tr("{}. Det legges under «Utsatt», og kommer tilbake av seg selv.").format(
                title_of(alert, today)
            ),
            self.tr("Utsett"),
            act,
            words=problem,
            message=message,
            parent=self,
        )
        field = DateField("until", self.tr("Vis igjen"), today=self.office.clock.today)
        field.set_value(today + timedelta(days=1))
        dialog.form.line(field)
        dialog.form.line(TextField("reason", self.tr("Grunn")))
        place = list(self._alerts).index(alert.key)
        dialog.finished.connect(lambda _result: self._stand_at(place))
        dialog.open()
        return dialog

    def _stand_at(self, place: int) -> None:
        """The keyboard goes to the row that is now where one stood."""
        keys = list(self._alerts)
        if keys and not self.groups.select(keys[min(place, len(keys) - 1)]):
            self.groups.select(keys[0])

    def _wake(self, alert: Alert) -> None:
        if self.navigator.attempt(lambda: self.office.alerts.wake(alert)):
            self.navigator.tell(done("alert.woken"))
