"""The right rail of I dag: the week, what is put off, and what has been done today."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.alerts.model import Alert, Snoozed
from app.core.days import clock_time, day_and_month
from app.core.errors import OfficeError
from app.core.events import PastEvent
from app.core.ids import ApplicationId, DocumentId, LeaseId, PersonId, Ref, VedtakId
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, clear
from ui.kit.chips import Tone
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import capital, done, near_day
from ui.today.week import WeekStrip
from ui.today.words import title_of, week_of

MOST_DONE = 6
MOST_COMING = 3
MOST_READ = 60
# what is saved while one types is no act of its own
_QUIET = (".draft_saved", "address.shown", "unit.undone", "register.", "alert.")


class Rail(ScrollBody):
    """`wake_wanted(Alert)` asks for one that is put off; `opened(Ref)` for what was done."""

    wake_wanted = Signal(object)
    opened = Signal(object)

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._office = office
        self.setAutoFillBackground(True)  # where it is narrow it lies over the rows
        self.setAccessibleName(self.tr("Uka, utsatt og gjort i dag"))
        self.week = Card(self.tr("Uke"), fact=self.tr("frister"))
        self.strip = WeekStrip()
        self.week.add(self.strip)
        self.coming = Card(self.tr("Denne uka"))
        self.snoozed = Card(self.tr("Utsatt"))
        self.finished = Card(self.tr("Gjort i dag"), flush=True)
        self.done = RowList(self.tr("Gjort i dag"), Shape.TIMELINE, whole=True)
        self.done.setMinimumWidth(fonts.px(150))
        self.finished.add(self.done)
        self.done.activated_key.connect(self._open)
        self.add(self.week, self.coming, self.snoozed, self.finished)

    def show_day(self, alerts: Sequence[Alert], away: Sequence[Snoozed], today: date) -> None:
        """Tell the week, what is put off, and what was done."""
        days = week_of(today)
        due = Counter(
            alert.due for alert in (*alerts, *(one.alert for one in away)) if alert.due in days
        )
        counts = {day: due[day] for day in days}
        self.week.title.setText(self.tr("Uke {}").format(days[0].isocalendar().week))
        self.strip.set_days(days, counts, today)
        soon = self.tr("Neste uke") if days[0] > today else self.tr("Denne uka")
        self.coming.title.setText(soon)
        self.strip.setAccessibleName(self.tr("Frister: {}").format(soon.lower()))
        self._tell_coming(alerts, days, today)
        self._tell_snoozed(away, today)
        self._tell_done(today)

    def _tell_coming(self, alerts: Sequence[Alert], days: Sequence[date], today: date) -> None:
        """What comes later in the week, the first first; today's stand in the rows beside."""
        clear(self.coming.body)
        found = [alert for alert in alerts if alert.due in days and alert.due != today]
        found.sort(key=lambda alert: alert.due or today)
        self.coming.setVisible(bool(found))
        for alert in found[:MOST_COMING]:
            when = near_day(alert.due or today, today)
            self.coming.add(
                Label(title_of(alert, today), Type.LABEL, wrap=True),
                Label(when, Type.HELP, Token.TEXT2, wrap=True),
            )
        if len(found) > MOST_COMING:
            more = self.tr("{} til i kalenderen").format(len(found) - MOST_COMING)
            self.coming.add(Label(more, Type.HELP, Token.TEXT2, wrap=True))

    def _tell_snoozed(self, away: Sequence[Snoozed], today: date) -> None:
        clear(self.snoozed.body)
        self.snoozed.setVisible(bool(away))
        self.snoozed.set_count(len(away))
        for one in away:
            title = title_of(one.alert, today)
            back = self.tr("Til {}: {}").format(day_and_month(one.until), one.reason)
            wake = Button(
                self.tr("Hent fram"),
                partial(self.wake_wanted.emit, one.alert),
                kind=ButtonKind.QUIET,
                icon=Icon.CLOCK,
                size=ButtonSize.SMALL,
            )
            wake.setAccessibleName(self.tr("Hent fram: {}").format(title))
            self.snoozed.add(
                Label(title, Type.LABEL, wrap=True),
                Label(back, Type.HELP, Token.TEXT2, wrap=True),
                wake,
            )

    def _tell_done(self, today: date) -> None:
        events = [
            event
            for event in self._office.history.latest(MOST_READ)
            if event.at.astimezone().date() == today
            and event.reversed_by is None
            and not any(quiet in event.verb for quiet in _QUIET)
        ]
        self.finished.setVisible(bool(events))
        self.finished.set_count(len(events))
        self.done.set_rows([self._done_row(event) for event in events[:MOST_DONE]])

    def _done_row(self, event: PastEvent) -> Row:
        """Whose or which, then what was done: it may take two lines, and a title has one."""
        at, what = clock_time(event.at.astimezone().time()), done(event.verb)
        about = self._about(event.subject)
        return Row(
            event.subject or Ref("event", event.id),
            about or capital(at),
            f"{what}, {at}" if about else what,
            icon=Icon.OK,
            icon_tone=Tone.GREEN,
        )

    def _about(self, subject: Ref | None) -> str:
        """«Kari Bakkli»: whose, or which number; nothing for what has neither."""
        office = self._office
        names: dict[str, Callable[[int], str]] = {
            "person": lambda one: office.people.get(PersonId(one)).name,
            "application": lambda one: office.applications.get(ApplicationId(one)).number,
            "vedtak": lambda one: office.decisions.get(VedtakId(one)).number,
            "document": lambda one: office.letters.get(DocumentId(one)).number,
            "lease": lambda one: office.leases.get(LeaseId(one)).number,
            "offer": lambda one: office.offers.get(one).number,
        }
        find = names.get(subject.kind) if subject else None
        if find is None or subject is None:
            return ""
        try:
            return find(subject.id)
        except OfficeError:  # it is gone since
            return ""

    def _open(self, key: object) -> None:
        if isinstance(key, Ref):
            self.opened.emit(key)
