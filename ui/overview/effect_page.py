"""«Nivåbevegelser», the effect of the follow-up: who moved inwards between two days."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.core.text import grouped, plural
from app.followup.levels.model import HelpLevel
from app.office import Office
from app.overview.effect.model import (
    Effect,
    GroupMoves,
    MatrixRow,
    half_year,
    quarter,
    year,
)
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.target_flow import Flow, FlowTarget
from ui.kit.words import Label
from ui.labels import day
from ui.navigation import Navigator, PageId
from ui.overview.days_dialog import ask_days
from ui.overview.effect_columns import GROUPS, MATRIX, finding
from ui.overview.ways import OverviewSubpage

READY: dict[str, Callable[[date], tuple[date, date]]] = {
    "quarter": quarter,
    "half_year": half_year,
    "year": year,
}
BESIDE = 760


class EffectPage(OverviewSubpage):
    """The last half-year to begin with; nothing here names anyone."""

    page_id = PageId.EFFECT
    watches: ClassVar[frozenset[str]] = frozenset(
        {"help_level", "goal_state", "application", "application_group"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.first, self.last = half_year(office.clock.today())
        self.effect = self._read()
        self.period_button = Button(self.tr("Andre dager …"), self.ask, icon=Icon.CALENDAR)
        self.export_button = Button(
            self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"
        )
        self.print_button = Button(self.tr("Skriv ut"), self.show_paper, icon=Icon.PRINT)
        self.header = PageHeader(
            self.tr("Nivåbevegelser"),
            secondary=(self.export_button, self.print_button),
            extra=(self.period_button,),
        )
        choices = [
            ("quarter", self.tr("Dette kvartalet")),
            ("half_year", self.tr("Siste halvår")),
            ("year", self.tr("I år")),
        ]
        self.ready = Segments(self.tr("Periode"), choices, "half_year")
        self.ready.chosen.connect(self._choose)
        self.target = FlowTarget(self.tr("Blinken: hvor mange som er på hvert nivå"))
        self._make_tables()
        self._build()

    def _make_tables(self) -> None:
        self.table: RecordTable[MatrixRow] = RecordTable(
            "effect_matrix",
            self.tr("Fra og til, antall personer"),
            RecordModel(MATRIX),
            empty=EmptyState(
                self.tr("Ingen har hatt et nivå ennå"),
                self.tr("Sett nivå for en person, så telles bevegelsene her."),
                drawing=False,
            ),
            identity=lambda row: row.start,
        )
        self.groups: RecordTable[GroupMoves] = RecordTable(
            "effect_groups",
            self.tr("Etter gruppe"),
            RecordModel(GROUPS),
            empty=EmptyState(self.tr("Ingen grupper"), "", drawing=False),
            identity=lambda each: each.group,
        )

    def _build(self) -> None:
        frame = self.begin(self.header)
        frame.add(self.ready)
        body = ScrollBody()
        frame.add(body, stretch=True)
        picture = Card(self.tr("Blinken den siste dagen"), icon=Icon.FOLLOWUP)
        self._picture = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._picture.setSpacing(fonts.px(20))
        self._picture.addWidget(self.target, 0, Qt.AlignmentFlag.AlignTop)
        self._picture.addLayout(self._legend(), 1)
        picture.add(self._picture)
        moves = self._named(self.tr("Fra og til, antall personer"), self.table)
        groups = self._named(self.tr("Etter gruppe"), self.groups)
        body.add(picture, *moves, *groups)

    @staticmethod
    def _named(title: str, table: QWidget) -> tuple[QWidget, QWidget]:
        """A table does not show its own name."""
        return Label(title, Type.CARD_TITLE), table

    def _legend(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(fonts.px(10))
        self.told = Label("", Type.CARD_TITLE, wrap=True)
        self.numbers = QVBoxLayout()
        words = self.tr(
            "Tallet øverst i hver ring er hvor mange som er der. Fylt pil peker innover: mindre"
            " støtte. Åpen pil peker utover: mer støtte. Den som går to ringer, telles ved begge"
            " strekene."
        )
        side.addWidget(self.told)
        side.addLayout(self.numbers)
        side.addWidget(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        side.addStretch(1)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where it is narrow the numbers stand under the target."""
        super().resizeEvent(event)
        wide = self.width() >= fonts.px(BESIDE)
        side, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._picture.setDirection(side if wide else under)

    # what it shows

    def reload(self) -> None:
        self.effect = self._read()
        self._show()

    def _read(self) -> Effect:
        return self.office.effects.of(self.first, self.last)

    def _show(self) -> None:
        effect = self.effect
        self.header.set_subtitle(
            self.tr("Effekt av oppfølgingen fra {} til {}").format(
                day(effect.first), day(effect.last)
            )
        )
        counts = [effect.ended(level) for level in HelpLevel]
        flows = [Flow(each.outer, each.inwards, each.outwards) for each in effect.crossings]
        self.target.show_flows(counts, flows, finding(effect))
        moved = plural(effect.moves.inwards, "person", "personer")
        self.told.setText(self.tr("{} har mindre støtte enn {}").format(moved, day(effect.first)))
        clear(self.numbers)
        self.numbers.addWidget(Facts(self._facts(effect)))
        self.table.set_rows([row for row in effect.matrix if row.total])
        self.groups.set_rows(effect.groups)
        self.table.show_whole(len(effect.matrix))
        self.groups.show_whole(len(effect.groups))
        off = "" if effect.anyone else self.tr("Ingen har hatt et nivå i perioden.")
        self.print_button.set_off(off)
        self.export_button.set_off(off)

    def _facts(self, effect: Effect) -> list[Fact]:
        moves, goals = effect.moves, effect.goals
        reached = self.tr("{} nådd, {} delvis").format(
            grouped(goals.reached), grouped(goals.partly)
        )
        return [
            Fact(self.tr("Hadde et nivå ved start"), grouped(moves.at_start)),
            Fact(self.tr("Mindre støtte"), grouped(moves.inwards)),
            Fact(self.tr("Mer støtte"), grouped(moves.outwards)),
            Fact(self.tr("På samme nivå"), grouped(moves.unchanged)),
            Fact(self.tr("Nye"), grouped(moves.new)),
            Fact(self.tr("Mål i perioden"), reached),
        ]

    # what the officer does

    def _choose(self, key: object) -> None:
        self.first, self.last = READY[str(key)](self.office.clock.today())
        self.reload()

    def ask(self) -> AskDialog:
        """Two other days."""

        def act(first: date, last: date) -> None:
            self.effect = self.office.effects.of(first, last)
            self.first, self.last = first, last
            self._show()

        return ask_days(
            self.office,
            self,
            self.tr("Velg to dager"),
            self.tr("Nivået den ene dagen sammenlignes med nivået den andre."),
            (self.first, self.last),
            act,
            names=(self.tr("Den første dagen"), self.tr("Den siste dagen")),
        )

    def show_paper(self) -> DocumentDialog | None:
        """The report, to read and print."""
        made: list[bytes] = []

        def make() -> None:
            paper = self.office.effects.paper(self.first, self.last)
            made.append(self.office.letters.preview(paper))

        if not self.navigator.attempt(make):
            return None
        title = self.tr("Effekt av oppfølgingen")
        words = self.tr("Rapporten har ingen navn og lagres ikke.")
        dialog = DocumentDialog(title, words, [(title, made[0])], self)
        dialog.open()
        return dialog

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter effekt"), "Effekt")
