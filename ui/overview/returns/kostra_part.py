"""KOSTRA 13: every line with its number, what it counts, and the cases behind it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.ids import Ref
from app.core.text import plural
from app.core.words import explanation
from app.documents.model import Document
from app.office import Office
from app.overview.kostra.model import (
    KostraLine,
    KostraReturn,
    KostraShare,
    LineCount,
    ShareFault,
)
from app.overview.snapshots.model import ReturnKind
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts, clear
from ui.kit.chips import ChipKind
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import capital, day, word
from ui.navigation import Navigator, Page, PageId
from ui.overview.behind import BehindDialog
from ui.overview.returns.kostra_columns import LINES
from ui.overview.returns.line_dialog import LineDialog
from ui.overview.returns.part import Counted, ReturnPart

HIGH = 420
_OF_PEOPLE = frozenset({ShareFault.NOT_ENTERED, ShareFault.OLD})


def _share(each: KostraShare) -> str:
    """«19,1 (341 boliger, …)», or only what is to be done where it cannot be told."""
    return each.behind if each.tenths is None else f"{each.says} ({each.behind})"


class KostraPart(ReturnPart):
    """Enter on a line opens the cases it counts."""

    key, words, sheet = "kostra", "KOSTRA 13", "KOSTRA 13"
    kind = ReturnKind.KOSTRA13

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.found: KostraReturn | None = None
        self.table: RecordTable[LineCount] = RecordTable(
            "kostra_lines",
            self.tr("Linjene i skjemaet"),
            RecordModel(LINES),
            empty=EmptyState(
                self.tr("Skjemaet har ingen linjer dette året"),
                self.tr("Velg et annet år, eller legg inn linjene fra skjemaet."),
                drawing=False,
            ),
            identity=lambda each: each.line.line,
        )
        self.table.setMinimumHeight(fonts.px(HIGH))
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(lambda _record: self._tell_line())
        self.behind_button = Button(
            self.tr("Vis sakene bak tallet"),
            self.show_behind,
            size=ButtonSize.SMALL,
            icon=Icon.LIST,
        )
        self.change_button = Button(
            self.tr("Endre linjen …"), self.change, size=ButtonSize.SMALL, icon=Icon.EDIT
        )
        self.new_button = Button(
            self.tr("Ny linje …"), self.add_line, size=ButtonSize.SMALL, icon=Icon.NEW
        )
        self._build()

    def _build(self) -> None:
        self._notes = QVBoxLayout()
        self._notes.setSpacing(fonts.px(8))
        self.column.addLayout(self._notes)
        self.column.addWidget(self.table)
        self.line_card = Card(self.tr("Slik telles linjen"), icon=Icon.INFO)
        self.how = Label("", Type.BODY, wrap=True)
        self.source = Label("", Type.HELP, Token.TEXT2, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        for button in (self.behind_button, self.change_button, self.new_button):
            row.addWidget(button)
        row.addStretch(1)
        self.line_card.add(self.how, self.source, row)
        self.column.addWidget(self.line_card)
        self.shares = Card(self.tr("Andeler etter SSBs definisjoner"), icon=Icon.OVERVIEW)
        self.column.addWidget(self.shares)
        self.whole = Label(
            self.tr(
                "Tallene er hele, også de små. De sendes Statistisk sentralbyrå etter"
                " statistikkloven, og er ikke til publisering eller deling."
            ),
            Type.HELP,
            Token.TEXT2,
            wrap=True,
        )
        self.column.addWidget(self.whole)
        self.functions = Card(self.tr("Kostnadene føres på disse funksjonene"), icon=Icon.MONEY)
        self.column.addWidget(self.functions)

    # what it shows

    def count(self, own: Office, first: date, last: date) -> Counted:
        found = own.kostra.of(first, last)
        return Counted(found.answer, partial(self._show, found))

    def check(self, first: date, last: date) -> None:
        self.office.kostra.check(first, last)

    def _show(self, found: KostraReturn) -> None:
        self.found = found
        self.table.set_rows(found.lines)
        if self.table.current is None and found.lines:
            self.table.select(found.lines[0].line.line)
        clear(self.functions.body)
        facts = [Fact(code, words) for code, words in found.functions]
        self.functions.add(Facts(facts))
        clear(self.shares.body)
        rows = [Fact(capital(word(each.kind)), _share(each)) for each in found.shares]
        self.shares.add(Facts(rows))
        if any(each.fault in _OF_PEOPLE for each in found.shares):
            self.shares.add(
                Button(
                    self.tr("Skriv inn innbyggertallet …"),
                    lambda: self.navigator.open(PageId.SETTINGS, task="rules"),
                    size=ButtonSize.SMALL,
                    icon=Icon.RULES,
                )
            )
        self.shares.setVisible(bool(rows))
        self._note(found)
        self._tell_line()

    def told(self) -> str:
        if self.found is None:
            return ""
        lines = plural(len(self.found.lines), self.tr("linje"), self.tr("linjer"))
        if not self.found.holes:
            return lines
        holes = plural(len(self.found.holes), self.tr("uten tall"), self.tr("uten tall"))
        return self.tr("{}, {}").format(lines, holes)

    def _note(self, found: KostraReturn) -> None:
        """What may make the numbers other than they should be, each with its way on."""
        clear(self._notes)
        if found.began is not None and found.first < found.began:
            self._notes.addWidget(
                Callout(
                    ChipKind.SOON,
                    self.tr("Registeret begynner {}").format(day(found.began)),
                    self.tr("Det som skjedde før den dagen, er ikke med i tallene."),
                )
            )
        for figure, what, then in (
            (
                found.later,
                self.tr("{} er først kjent etter {}"),
                self.tr("De er ikke talt med. Sjekk om kommunen hadde dem den dagen."),
            ),
            (
                found.unplaced,
                self.tr("{} mangler eieform"),
                self.tr("De er med i alt, men i ingen av delene. Før inn eieformen på boligen."),
            ),
        ):
            if figure.count:
                homes = plural(figure.count, self.tr("bolig"), self.tr("boliger"))
                words = what.format(homes, day(found.last))
                refs = figure.behind
                self._notes.addWidget(Callout(ChipKind.SOON, words, then, self._way(words, refs)))

    def _way(self, words: str, refs: tuple[Ref, ...]) -> Button:
        return Button(
            self.tr("Vis boligene"), lambda: self._behind(words, refs), size=ButtonSize.SMALL
        )

    def _tell_line(self) -> None:
        """What the line stood on takes in."""
        count = self.table.current
        none = "" if count else self.tr("Velg en linje.")
        self.change_button.set_off(none)
        self.behind_button.set_off(none or self._off(count))
        if count is None:
            self.how.setText(none)
            self.source.setText("")
            return
        parts = [count.says]
        if count.asked is not None:
            parts.append(explanation(count.asked.query))
        parts.append(count.trouble)
        self.how.setText(". ".join(part.rstrip(".") for part in parts if part) + ".")
        whose = (
            self.tr("Kommunens egen linje")
            if count.line.local
            else self.tr("Linje som følger med Husrom")
        )
        years = self.tr("fra {}").format(count.line.from_year)
        if count.line.to_year is not None:
            years = f"{count.line.from_year}–{count.line.to_year}"
        told = self.tr("{}, {}. Kilde: {}.")
        self.source.setText(told.format(whose, years, count.line.source))

    def _off(self, count: LineCount | None) -> str:
        if count is None or count.figure is None:
            return self.tr("Linjen har ikke noe tall.")
        return "" if count.figure.behind else self.tr("Ingen saker er talt.")

    # what the officer does

    def _open(self, count: object) -> None:
        if isinstance(count, LineCount) and count.figure is not None:
            self._behind(count.line.words, count.figure.behind)

    def show_behind(self) -> None:
        """The cases behind the line stood on."""
        self._open(self.table.current)

    def _behind(self, title: str, refs: tuple[Ref, ...]) -> None:
        BehindDialog(self.office, self.navigator, title, refs, self).open()

    def change(self) -> AskDialog | None:
        """Lay a line of the municipality's own over the one stood on."""
        count = self.table.current
        return None if count is None else self._ask(count.line)

    def add_line(self) -> AskDialog:
        """A line that our table does not have."""
        return self._ask(None)

    def _ask(self, line: KostraLine | None) -> AskDialog:
        year = self.found.last.year if self.found else self.office.clock.today().year
        dialog = LineDialog(self.office, self.navigator, line, year, self)
        dialog.open()
        return dialog

    def paper(self) -> Callable[[Office], Document]:
        found = self.found
        if found is None:
            raise ValueError("no days are shown")
        return lambda own: own.kostra.paper(found.first, found.last)

    def export(self, page: Page) -> None:
        page.export_seen(self.table, self.tr("Eksporter KOSTRA 13"), self.sheet)
