"""«Hus»: how many homes at each address, how many there have a plan, and what has happened."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.core.text import grouped, plural
from app.office import Office
from app.overview.concentration.model import House, Houses
from app.overview.figures.model import Figure
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.columns import Column
from ui.kit.empty import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.side_by_side import SideBySide
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day as day_words
from ui.navigation import Navigator, Page
from ui.overview.number_column import number
from ui.overview.stock.part import StockPart, show_rows


class HousesPart(StockPart):
    """The chosen house stands beside the table; Enter lists its dwellings."""

    key: ClassVar[str] = "houses"
    words: ClassVar[str] = "Hus for hus"
    sheet: ClassVar[str] = "Hus"

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.houses: Houses | None = None
        self.table: RecordTable[House] = RecordTable(
            "house_counts",
            self.tr("Hus"),
            RecordModel(self._columns()),
            empty=EmptyState(
                self.tr("Ingen hus denne dagen"),
                self.tr("Velg en annen dag, eller før inn boligene under «Boliger»."),
                drawing=False,
            ),
            identity=lambda house: (house.place.address, house.place.postal),
        )
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(lambda _house: self._show_house())
        self.card = Card(" ", icon=Icon.DWELLINGS)
        self.column.addWidget(SideBySide(self.table, self.card, shares=(3, 2)))

    def _columns(self) -> tuple[Column[House], ...]:
        return (
            Column(
                "address",
                self.tr("Hus"),
                lambda house: house.place.address,
                strong=True,
                stretch=True,
                width=150,
            ),
            _count("units", self.tr("Boliger"), lambda house: house.units),
            _count("with", self.tr("Med plan"), lambda house: house.with_plan),
            _count("without", self.tr("Uten plan"), lambda house: house.without_plan),
            _count("incidents", self.tr("Hendelser"), lambda house: house.incidents),
        )

    def count(self, own: Office, day: date) -> Callable[[], None]:
        return partial(self._show, own.concentrations.at(day))

    def _show(self, told: Houses) -> None:
        self.houses = told
        show_rows(self.table, told.houses)
        if self.table.current is None and told.houses:
            place = told.houses[0].place
            self.table.select((place.address, place.postal))
        self._show_house()

    def go(self, task: str) -> None:
        """Stand on a house: its address and postal place."""
        address, _, postal = task.partition("|")
        self.table.select((address, postal))
        self._show_house()

    def _show_house(self) -> None:
        clear(self.card.body)
        house = self.table.current
        if house is None or self.houses is None:
            self.card.title.setText(self.tr("Velg et hus"))
            return
        self.card.title.setText(house.place.address)
        self.card.add(Facts(self._facts(house)))
        row = FlowLayout(8)
        for words, figure in (
            (self.tr("Med plan"), house.with_plan),
            (self.tr("Uten plan"), house.without_plan),
            (self.tr("Hendelser"), house.incidents),
            (self.tr("Kan miste boligen"), house.evictions),
        ):
            if figure.behind:
                row.addWidget(self._way(house, words, figure))
        inside = QWidget()
        inside.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        words = self.tr(
            "Hendelser er meldinger om leieforhold fra {} til {}. De som har adressesperre, er"
            " aldri med i navn eller plan."
        ).format(day_words(self.houses.since), day_words(self.houses.day))
        self.card.add(inside, Label(words, Type.HELP, Token.TEXT2, wrap=True))
        self.card.body.addStretch(1)

    def _way(self, house: House, words: str, figure: Figure) -> Button:
        def show() -> None:
            self.behind(f"{house.place.address}: {words.lower()}", figure.behind)

        return Button(self.tr("{} …").format(words), show, kind=ButtonKind.QUIET)

    def _facts(self, house: House) -> list[Fact]:
        share = house.share_with_plan
        facts = [
            Fact(self.tr("Boliger"), grouped(house.units.count)),
            Fact(self.tr("Utleid"), grouped(house.let.count)),
            Fact(self.tr("Klare for innflytting"), grouped(house.ready.count)),
            Fact(
                self.tr("Leietakere med plan"),
                grouped(house.with_plan.count) + (f" ({share} %)" if share is not None else ""),
            ),
            Fact(self.tr("Leietakere uten plan"), grouped(house.without_plan.count)),
        ]
        if house.not_told:
            facts.append(Fact(self.tr("Skjermet"), grouped(house.not_told)))
        return [
            *facts,
            Fact(self.tr("Hendelser siste år"), grouped(house.incidents.count)),
            Fact(self.tr("Kan miste boligen"), grouped(house.evictions.count)),
        ]

    def told(self) -> str:
        return plural(len(self.houses.houses), "hus", "hus") if self.houses is not None else ""

    def export(self, page: Page) -> None:
        page.export_seen(self.table, self.tr("Eksporter husene"), self.sheet)

    def _open(self, house: object) -> None:
        if isinstance(house, House):
            self.behind(house.place.address, house.units.behind)


def _count(key: str, title: str, of: Callable[[House], Figure]) -> Column[House]:
    return number(key, title, lambda house: of(house).count, width=88)
