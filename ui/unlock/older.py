"""«Dette er en eldre kopi»: the machine has seen a longer history than the register holds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.text import plural
from app.office import Office
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.icons import Icon
from ui.labels import moment
from ui.unlock.backdrop import Backdrop, FloatingCard
from ui.unlock.ways import Head, SecondWay


class OlderCopy(QWidget):
    """`accepted` when the officer goes on with it, which is recorded; never a refusal."""

    accepted = Signal()
    restore_wanted = Signal()
    left = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Dette er en eldre kopi"))
        self._office = office
        card = FloatingCard()
        profile = office.settings.profile
        card.body.addWidget(Head(profile.municipality, profile.name))
        card.body.addWidget(
            Callout(
                ChipKind.SOON,
                self.tr("Dette er en eldre kopi"),
                self.tr(
                    "Registeret mangler noe denne maskinen har sett før. "
                    "Ingenting er endret. Velg om du vil gå videre med den."
                ),
            )
        )
        card.body.addWidget(Facts(self._facts()))
        card.body.addSpacing(fonts.px(8))
        self.button = Button(
            self.tr("Gå videre med denne kopien"),
            self._accept,
            kind=ButtonKind.PRIMARY,
            size=ButtonSize.LARGE,
        )
        card.body.addWidget(self.button)
        card.body.addWidget(
            SecondWay(
                Icon.UNDO,
                self.tr("Gjenopprett en nyere sikkerhetskopi"),
                self.tr("Registeret låses først"),
                self.restore_wanted.emit,
            )
        )
        card.body.addWidget(
            SecondWay(Icon.LOCK, self.tr("Lås igjen"), self.tr("Ikke gjør noe nå"), self.left.emit)
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Backdrop(card))

    def _facts(self) -> tuple[Fact, ...]:
        office = self._office
        known, found = office.safekeeping.known.head, office.history.head()
        newest = next(iter(office.history.latest(1)), None)
        seen = known.events if known else 0
        at = moment(newest.at, office.clock.today()) if newest else ""
        return (
            Fact(self.tr("Maskinen har sett"), plural(seen, "hendelse", "hendelser")),
            Fact(self.tr("Her er det"), plural(found.events, "hendelse", "hendelser")),
            Fact(self.tr("Siste endring her"), at),
        )

    def _accept(self) -> None:
        self._office.accept_older()
        self.accepted.emit()
