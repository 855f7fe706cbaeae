"""«Barna først»: who they are, where they live, what was thought best, and who has been told."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.ages import age
from app.evictions.childhood.model import ChildStepKind
from app.evictions.model import EvictionCase
from app.evictions.units.model import UnitAround, WhyAround
from app.office import Office
from app.people.model import Member, Presence
from ui.evictions.children_dialogs import ChildDialogs
from ui.evictions.units.words import note_chip, tr, unit_name
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize, button_line
from ui.kit.cards import Card, Hairline
from ui.kit.chips import ChipKind
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.points import Point, PointPart
from ui.kit.words import Label
from ui.labels import day
from ui.navigation import Navigator

_CHILD = 190


class ChildrenCard(Card):
    """Stands only where there are children; what is missing says so in words."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        case: EvictionCase,
        parent: QWidget | None = None,
    ) -> None:
        words = office.eviction_advice.children(case.person)
        super().__init__(tr("Barna først"), icon=Icon.CHILD, fact=words, parent=parent)
        self._office, self._case = office, case
        self.dialogs = ChildDialogs(office, navigator, self, case.id)
        self.add(self._who())
        self.add(Hairline())
        points = QVBoxLayout()
        points.setSpacing(fonts.px(6))
        for point in self._points():
            points.addWidget(PointPart(point))
        self.add(points)
        small = ButtonSize.SMALL
        self.best_button = Button(
            tr("Skriv barnas beste …"),
            lambda: self.dialogs.note(ChildStepKind.BEST_INTEREST),
            icon=Icon.EDIT,
            size=small,
        )
        self.meeting_button = Button(
            tr("Før inn krisemøtet …"),
            lambda: self.dialogs.note(ChildStepKind.EMERGENCY_MEETING),
            icon=Icon.MEETING,
            size=small,
        )
        self.add(button_line(self.best_button, self.meeting_button))
        self.body.addStretch(1)

    def _who(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(fonts.px(24), holder)
        today = self._office.clock.today()
        for child in self._office.eviction_cases.children(self._case.person):
            flow.addWidget(_child(child, today))
        return holder

    def _points(self) -> Iterator[Point]:
        first = self._office.childhood.of(self._case.id)
        if first.best_interest is not None:
            when = tr("Barnas beste vurdert {}").format(day(first.best_interest.since))
            yield Point(ChipKind.OK, when, first.best_interest.words)
        else:
            yield Point(
                ChipKind.SOON,
                tr("Barnas beste er ikke vurdert"),
                tr("Skriv hva som er best for barna, og hva de selv sier."),
            )
        if first.meeting is not None:
            when = tr("Krisemøte holdt {}").format(day(first.meeting.since))
            yield Point(ChipKind.OK, when, first.meeting.words)
        elif first.lacks_meeting:
            yield Point(
                ChipKind.URGENT,
                tr("Hold krisemøte i dag"),
                tr("Det bor barn her. Møt de andre enhetene samme dag som meldingen kommer."),
            )
        yield from (self._told(each) for each in self._around())

    def _around(self) -> Iterator[UnitAround]:
        """The units that work with children."""
        of_children = {WhyAround.CHILDREN, WhyAround.CHILD_WELFARE}
        for each in self._office.unit_notes.around(self._case.id):
            if of_children & set(each.why):
                yield each

    def _told(self, unit: UnitAround) -> Point:
        name, note = unit_name(self._office, unit.unit), unit.note
        if note is not None:
            chip = note_chip(note)
            return Point(chip.kind, name, tr("Har fått beskjed."), chip.text)
        if unit.may_agree:
            words = tr("Får beskjed bare med samtykke. Be om det.")
            if unit.proposed is not None:
                words = tr("Kan få beskjed.")
            return Point(ChipKind.NOT_STARTED, name, words, tr("ikke varslet"))
        return Point(
            ChipKind.NOT_STARTED,
            name,
            tr("Får beskjed bare når noen er bekymret for barna."),
            tr("ikke varslet"),
        )


def _child(child: Member, today: date) -> QWidget:
    part = QWidget()
    part.setMinimumWidth(fonts.px(_CHILD))
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    given, there = child.name.split(" ")[0], _lives(child.presence)
    head = (
        given
        if child.birth_date is None
        else tr("{}, {} år").format(given, age(child.birth_date, today))
    )
    part.setAccessibleName(f"{head}. {there}")
    column.addWidget(Label(head, Type.LABEL_STRONG))
    column.addWidget(Label(there, Type.HELP, Token.TEXT2))
    return part


def _lives(presence: Presence) -> str:
    return {
        Presence.LIVES_HERE: tr("Bor her fast"),
        Presence.VISITS: tr("Er her på samvær"),
        Presence.EXPECTED: tr("Ventes"),
    }[presence]
