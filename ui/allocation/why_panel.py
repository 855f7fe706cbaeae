"""«Hvorfor plass 3?»: the answer first, then the reasons, each with what it rests on."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.allocation.model import PlaceOn, Reason, ReasonCode, WaitingPlace
from app.core.days import day_and_month
from app.core.ids import ApplicationId
from app.core.text import plural
from ui.allocation.columns import Waiting, rank_words
from ui.kit import fonts, paint
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.cards import Card, clear
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.points import Point, PointPart
from ui.kit.words import Label
from ui.labels import capital, paragraph, reason, title_word, word

C = ReasonCode
_KINDS = {
    C.GROUP_ADOPTED: ChipKind.OK,
    C.GROUP_PROPOSED: ChipKind.UNKNOWN,
    C.GROUP_UNLISTED: ChipKind.UNKNOWN,
    C.GROUP_MISSING: ChipKind.UNKNOWN,
    C.NEED: ChipKind.OK,
    C.NEED_NOT_MAPPED: ChipKind.UNKNOWN,
    C.NEED_POINTS: ChipKind.INFO,
    C.OFFICE_ALONE: ChipKind.INFO,
    C.TIE_NONE: ChipKind.INFO,
    C.TIE_RECEIVED: ChipKind.INFO,
    C.TIE_LOT: ChipKind.INFO,
    C.PLACED_ABOVE: ChipKind.DISPENSED,
    C.PLACED_LAST: ChipKind.DISPENSED,
    C.NOT_PLACED: ChipKind.NOT_STARTED,
    C.BEDROOMS_NOT_KNOWN: ChipKind.UNKNOWN,
    C.NOT_VACANT_YET: ChipKind.SOON,
    C.ANY_ALLOCATOR: ChipKind.INFO,
    C.BEDROOMS_MORE: ChipKind.INFO,
    C.NORM_LARGER: ChipKind.INFO,
    C.REQUIREMENT_NOT_KNOWN: ChipKind.UNKNOWN,
    C.AREA_NOT_KNOWN: ChipKind.UNKNOWN,
    C.SCHOOL_OTHER: ChipKind.INFO,
    C.SCHOOL_NOT_KNOWN: ChipKind.UNKNOWN,
    C.ENVIRONMENT: ChipKind.INFO,
    C.OFFERED_TO_THIS: ChipKind.INFO,
    C.OLD_DEBT_BEFORE_LEASE: ChipKind.SOON,
    C.OLD_DEBT_PLANNED: ChipKind.INFO,
    C.EARLIER_BREACH: ChipKind.SOON,
}


class Answer(QWidget):
    """The answer in a sentence or two on a soft ground."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        pad = fonts.px(12)
        column.setContentsMargins(pad, fonts.px(10), pad, fonts.px(10))
        column.addWidget(Label(words, Type.LABEL_STRONG, wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        paint.box(painter, self.rect(), Token.ACCENTSOFT, None, 8)
        painter.end()


def reason_point(found: Reason, kind: ChipKind) -> Point:
    """One reason; `kind` where its code says nothing of its own."""
    kind = _KINDS.get(found.code, kind)
    source = capital(paragraph(found.source))
    return Point(kind, title_word(found.code), reason(found), source=source)


def answer_words(waiting: Waiting) -> str:
    """What one is told first: what parts this place from the one above, or whether it fits."""
    candidate = waiting.candidate
    if candidate is not None:
        if candidate.fits:
            return "Boligen passer. Ingenting taler mot."
        return "Boligen passer ikke: " + " ".join(reason(each) for each in candidate.why_not)
    apart = "" if waiting.place.undecided else _apart_words(waiting.place)
    if not waiting.equals:
        return apart
    others = plural(waiting.equals, "annen", "andre")
    words = f"Deler plass {rank_words(waiting.place)} med {others}."
    words += " Rekkefølgen mellom dem betyr ingenting før noen har valgt."
    return f"{words} {apart}".strip()


def _apart_words(place: WaitingPlace) -> str:
    if place.behind is None:
        return "Øverst på listen: " + reason(place.reasons[0])
    return reason(place.behind)


def place_words(line: PlaceOn, today: date) -> tuple[str, str]:
    """«3. november» and «Fra 5 til 3, flyttet av kontoret»; the year when it is another."""
    year = "" if line.day.year == today.year else f" {line.day.year}"
    when = f"{day_and_month(line.day)}{year}".replace(" ", "\u00a0")
    if line.before is None:
        return when, f"{capital(word(line.why))}, plass {line.place}"
    return when, f"Fra {line.before} til {line.place}, {word(line.why)}"


class PastPlaces(QWidget):
    """«Plassen over tid»: a line for each time the place became another."""

    def __init__(self, lines: tuple[PlaceOn, ...], today: date) -> None:
        super().__init__()
        self.setAccessibleName("Plassen over tid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(6))
        column.addWidget(Label("Plassen over tid", Type.LABEL_STRONG, Token.TEXT2))
        for line in lines:
            when, what = place_words(line, today)
            part = QVBoxLayout()
            part.setSpacing(1)
            part.addWidget(Label(when, Type.LABEL))
            part.addWidget(Label(what, Type.HELP, Token.TEXT2, wrap=True))
            column.addLayout(part)


class WhyPanel(Card):
    """The panel beside the list. Filled with `show_waiting`, emptied with None.

    `past` gives the places an application has had, `today` the day they are told on, and
    `criteria` how its criteria stand, in words.
    """

    def __init__(
        self,
        past: Callable[[ApplicationId], tuple[PlaceOn, ...]],
        today: Callable[[], date],
        criteria: Callable[[ApplicationId], tuple[Point, ...]],
        parent: QWidget | None = None,
    ) -> None:
        self._past, self._today, self._criteria = past, today, criteria
        self.close_button = IconButton(Icon.CLOSE, "Lukk panelet")
        super().__init__("Velg en på listen", link=self.close_button, parent=parent)
        self.setAccessibleName(self.tr("Hvorfor denne plassen"))
        self.reasons = ScrollBody()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(fonts.px(8))
        inner = QWidget()
        inner.setLayout(self._parts)
        self._parts.setContentsMargins(0, 0, fonts.px(4), 0)
        self.reasons.add(inner)
        self.reasons.column.setSpacing(0)
        self.body.addWidget(self.reasons, 1)
        self.move_button = Button(self.tr("Flytt med grunn"), size=ButtonSize.SMALL, icon=Icon.LIST)
        self.open_button = Button(
            self.tr("Åpne søknaden"), kind=ButtonKind.QUIET, size=ButtonSize.SMALL, icon=Icon.OPEN
        )
        foot = QVBoxLayout()
        foot.setSpacing(fonts.px(6))
        self.why_not_button = Button(
            self.tr("Hvorfor ikke denne boligen?"), kind=ButtonKind.QUIET, size=ButtonSize.SMALL
        )
        for button in (self.move_button, self.why_not_button, self.open_button):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(foot)
        self.show_waiting(None)

    def show_waiting(self, waiting: Waiting | None) -> None:
        """Tell why this one stands where it does."""
        clear(self._parts)
        for button in (self.move_button, self.why_not_button, self.open_button):
            button.setVisible(waiting is not None)
        if waiting is None:
            self.title.setText(self.tr("Velg en på listen"))
            self._help(self.tr("Da står det her hvorfor den har plassen sin."))
            return
        place = waiting.place
        words = self.tr("Passer boligen?") if waiting.candidate else self.tr("Hvorfor plass {}?")
        self.title.setText(words.format(rank_words(place)))
        self._help(f"{place.row.name} · {place.row.number}")
        self._parts.addWidget(Answer(answer_words(waiting)))
        if waiting.candidate is not None:
            self._reasons(self.tr("Taler mot"), waiting.candidate.why_not, ChipKind.SOON)
            self._reasons(self.tr("Taler for"), waiting.candidate.why, ChipKind.OK)
        self._reasons(self.tr("Plass {}").format(rank_words(place)), place.reasons, ChipKind.OK)
        if waiting.candidate is None:
            self._tell_rest(place)
        self._parts.addStretch(1)

    def _tell_rest(self, place: WaitingPlace) -> None:
        """The criteria, and the places it has had."""
        self._parts.addWidget(Label(self.tr("Vilkårene"), Type.LABEL_STRONG, Token.TEXT2))
        for point in self._criteria(place.row.id):
            self._parts.addWidget(PointPart(point))
        lines = self._past(place.row.id)
        if lines:
            self._parts.addWidget(PastPlaces(lines, self._today()))

    def _help(self, words: str) -> None:
        self._parts.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True))

    def _reasons(self, title: str, found: tuple[Reason, ...], kind: ChipKind) -> None:
        if not found:
            return
        self._parts.addWidget(Label(title, Type.LABEL_STRONG, Token.TEXT2))
        for each in found:
            self._parts.addWidget(PointPart(reason_point(each, kind)))
