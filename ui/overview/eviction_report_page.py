"""«Utkastelser år for år»: cases, how they ended, why, the children, and how early we came."""

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.text import grouped, plural
from app.evictions.model import EnforcementGround, EvictionOutcome, EvictionStage
from app.office import Office
from app.overview.eviction_report.model import EvictionReport, EvictionYear
from ui.kit import fonts
from ui.kit.buttons import Button, Segments
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.columns import Align, Column
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.side_by_side import SideBySide
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import capital, title_word
from ui.navigation import Navigator, Page, PageId
from ui.overview.number_column import number

MOST_ROWS, MOST_CHOSEN = 12, 6


def share_text(year: EvictionYear) -> str:
    """«67 %», or that none has ended."""
    return "–" if year.share is None else f"{year.share} %"


def _plain(ground: EnforcementGround) -> str:
    """«Ubetalt leie», without the letter of the law before it."""
    words = title_word(ground)
    return capital(words[3:]) if words[1:3] == ") " else words


def days_text(year: EvictionYear) -> str:
    """The median, or a dash where nobody knows."""
    if year.days_to_contact is None:
        return "–"
    return plural(year.days_to_contact, "dag", "dager")


def _number(key: str, title: str, width: int) -> Column[EvictionYear]:
    def count(year: EvictionYear) -> int:
        return {
            "cases": year.cases,
            "petitions": dict(year.reached)[EvictionStage.PETITION_FILED],
            "dates": dict(year.reached)[EvictionStage.DATE_SET],
            "carried_out": dict(year.outcomes)[EvictionOutcome.CARRIED_OUT],
            "averted": year.averted,
            "with_children": year.with_children,
        }[key]

    return number(key, title, count, width=width)


YEARS: tuple[Column[EvictionYear], ...] = (
    Column(
        "year",
        "År",
        lambda year: str(year.year),
        value=lambda year: year.year,
        sort=lambda year: year.year,
        strong=True,
        stretch=True,
        width=70,
    ),
    _number("cases", "Nye saker", 84),
    _number("petitions", "Begjæringer", 104),
    _number("dates", "Dato satt", 84),
    _number("carried_out", "Gjennomført", 104),
    _number("averted", "Beholdt", 76),
    Column(
        "share",
        "Andel beholdt",
        share_text,
        value=lambda year: year.share,
        sort=lambda year: -1 if year.share is None else year.share,
        align=Align.RIGHT,
        width=104,
    ),
    _number("with_children", "Med barn", 84),
    Column(
        "days",
        "Til kontakt",
        days_text,
        value=lambda year: year.days_to_contact,
        sort=lambda year: -1 if year.days_to_contact is None else year.days_to_contact,
        align=Align.RIGHT,
        width=106,
        spare=1,
    ),
)


class EvictionReportPage(Page):
    """Every year with a case; nothing here names anyone."""

    page_id = PageId.EVICTION_REPORT
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._shown = office.clock.today().year
        self.report: EvictionReport = office.eviction_reports.report()
        self.export_button = Button(
            self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"
        )
        self.print_button = Button(self.tr("Skriv ut"), self.show_paper, icon=Icon.PRINT)
        self.header = PageHeader(
            self.tr("Utkastelser år for år"), secondary=(self.export_button, self.print_button)
        )
        self.table: RecordTable[EvictionYear] = RecordTable(
            "eviction_years",
            self.tr("Saker år for år"),
            RecordModel(YEARS),
            empty=EmptyState(
                self.tr("Ingen saker ennå"),
                self.tr("Når en melding om utkastelse er registrert, telles den her."),
                drawing=False,
            ),
            identity=lambda year: year.year,
        )
        self.table.opened.connect(lambda year: self._choose(year.year))
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        body = ScrollBody()
        frame.add(body, stretch=True)
        body.add(self.table)
        self._which = QVBoxLayout()
        self._told = QVBoxLayout()
        self._told.setSpacing(fonts.px(12))
        body.column.insertLayout(body.column.count() - 1, self._which)
        body.column.insertLayout(body.column.count() - 1, self._told)

    def reload(self) -> None:
        self.report = self.office.eviction_reports.report()
        years = [each.year for each in self.report.years]
        if self._shown not in years and years:
            self._shown = years[0]
        self.table.set_rows(self.report.years)
        self.table.show_whole(MOST_ROWS)
        off = "" if years else self.tr("Det er ingen saker å vise.")
        self.print_button.set_off(off)
        self.export_button.set_off(off)
        self._tell()

    def _tell(self) -> None:
        """The chosen year: how its cases ended, and why they came."""
        clear(self._told)
        clear(self._which)
        year = next((each for each in self.report.years if each.year == self._shown), None)
        if year is None:
            self.header.set_subtitle("")
            return
        words = plural(year.cases, self.tr("ny sak"), self.tr("nye saker"))
        told = self.tr("{} i {}, boligen beholdt i {} av {} som er ferdige")
        self.header.set_subtitle(told.format(words, year.year, year.averted, year.ended))
        years = [str(each.year) for each in self.report.years[:MOST_CHOSEN]]
        if len(years) > 1:
            which = Segments(self.tr("År"), [(each, each) for each in years], str(year.year))
            which.chosen.connect(lambda key: self._choose(int(str(key))))
            self._which.addWidget(which)
        self._told.addWidget(SideBySide(*self._cards(year)))

    def _cards(self, year: EvictionYear) -> Iterator[Card]:
        """How the cases of a year ended, why they came, and how early we met."""
        ended = [Fact(title_word(one), grouped(count)) for one, count in year.outcomes if count]
        grounds = [
            Fact(self.tr("Ikke oppgitt") if one is None else _plain(one), grouped(count))
            for one, count in year.grounds
        ]
        contact = Fact(self.tr("Fra første tegn til kontakt"), days_text(year))
        children = Fact(self.tr("Barn i nye saker"), grouped(year.children))
        for title, icon, facts in (
            (self.tr("Slik gikk det i {}"), Icon.HISTORY, ended),
            (self.tr("Derfor kom sakene i {}"), Icon.DOCUMENT, grounds),
            (self.tr("Barn og tid i {}"), Icon.CHILD, [children, contact]),
        ):
            card = Card(title.format(year.year), icon=icon)
            none = self.tr("Ingen saker er ferdige ennå.")
            card.add(Facts(facts) if facts else Label(none, Type.HELP, Token.TEXT2, wrap=True))
            card.body.addStretch(1)
            yield card

    def _choose(self, year: int) -> None:
        self._shown = year
        self._tell()

    def show_paper(self) -> DocumentDialog | None:
        """The report, to read and print."""
        made: list[bytes] = []

        def make() -> None:
            made.append(self.office.letters.preview(self.office.eviction_reports.paper()))

        if not self.navigator.attempt(make):
            return None
        title = self.tr("Utkastelser år for år")
        words = self.tr("Rapporten har ingen navn og lagres ikke.")
        dialog = DocumentDialog(title, words, [(title, made[0])], self)
        dialog.open()
        return dialog

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter tallene"), "Utkastelser år for år")
