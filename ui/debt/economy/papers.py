"""The card of papers: which have come, which are missing, and asking for them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, Problem
from app.core.ids import DebtCaseId
from app.debt.papers.model import DebtPaper, DebtPaperKind, DebtPaperState
from app.office import Office
from ui.asking import Asking, Values, a_day, chosen, text
from ui.debt.economy.words import tr
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize, button_line
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind, Tone
from ui.kit.fields import DateField, TextField
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.kit.scan_field import ScanField, scanned
from ui.kit.segments_field import SegmentsField
from ui.kit.ticks_field import TicksField
from ui.labels import day, done, title_word, until
from ui.navigation import Navigator

_STATES = (
    DebtPaperState.COME,
    DebtPaperState.NOT_NEEDED,
    DebtPaperState.ASKED,
    DebtPaperState.NOT_ASKED,
)


class PapersCard(Card):
    """Enter ticks a paper as come, or takes the tick away; `main` for what is to be done next."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        case: DebtCaseId,
        write: Callable[[], object],
        *,
        main: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._papers = office.debt_papers.of(case)
        missing = sum(each.missing for each in self._papers)
        fact = (
            tr("mangler {} av {}").format(missing, len(self._papers))
            if missing
            else tr("alt har kommet")
        )
        super().__init__(tr("Papirer"), icon=Icon.DOCUMENT, fact=fact, flush=True, parent=parent)
        self._office, self._navigator, self._case = office, navigator, case
        self.dialogs = PaperDialogs(office, navigator, self, case)
        self.write_button = Button(
            tr("Be om papirer som mangler"),
            write,
            kind=ButtonKind.PRIMARY if missing and main else ButtonKind.SECONDARY,
            icon=Icon.LETTER,
            size=ButtonSize.SMALL,
        )
        self.tick_button = Button(
            tr("Kryss av flere …"), self.dialogs.mark, icon=Icon.CHECK, size=ButtonSize.SMALL
        )
        self.rows = RowList(tr("Papirer"), Shape.TODAY, whole=True)
        self.rows.activated_key.connect(self._turn)
        self.rows.set_rows([self._row(each) for each in self._papers])
        self.rows.select_end(last=False)
        self.add(button_line(self.write_button, self.tick_button, inset=True), self.rows)

    def _row(self, paper: DebtPaper) -> Row:
        today = self._office.clock.today()
        late = paper.late(today)
        when, how_long = "", ""
        if paper.state is DebtPaperState.ASKED and paper.answer_by is not None:
            when, how_long = day(paper.answer_by), until(today, paper.answer_by)
        return Row(
            paper.kind,
            title_word(paper.kind),
            paper.words,
            _chip(paper, late=late),
            when=when,
            how_long=how_long,
            tone=Tone.RED if late else None,
            action=_action(paper),
        )

    def _turn(self, key: object) -> None:
        """At once: a tick can be taken back by «Angre»."""
        paper = next((each for each in self._papers if each.kind is key), None)
        if paper is None:
            return
        state = DebtPaperState.COME if paper.missing else DebtPaperState.NOT_ASKED
        mark = self._office.debt_papers.mark
        if self._navigator.attempt(lambda: mark(self._case, [paper.kind], state)):
            self._navigator.tell(done("debt_papers.marked"))


def _action(paper: DebtPaper) -> str:
    if paper.missing:
        return tr("Har kommet")
    come = paper.state is DebtPaperState.COME
    return tr("Mangler likevel") if come else tr("Trengs likevel")


def _chip(paper: DebtPaper, *, late: bool) -> Chip:
    if paper.state is DebtPaperState.COME:
        return Chip(ChipKind.OK, tr("Kommet {}").format(day(paper.since)))
    if paper.state is DebtPaperState.NOT_NEEDED:
        return Chip(ChipKind.OK, tr("Trengs ikke"))
    if paper.state is DebtPaperState.NOT_ASKED:
        return Chip(ChipKind.NOT_STARTED, tr("Ikke bedt om"))
    if paper.unsent:
        return Chip(ChipKind.SOON, tr("Brevet er ikke sendt"))
    words = tr("Bedt om {}").format(day(paper.sent_on))
    return Chip(ChipKind.URGENT if late else ChipKind.INFO, words)


class PaperDialogs(Asking):
    """Several at once, with the day."""

    def __init__(
        self, office: Office, navigator: Navigator, window: QWidget, case: DebtCaseId
    ) -> None:
        super().__init__(office, navigator, window)
        self._case = case

    def mark(self) -> AskDialog:
        """They have come, are not needed, or were asked for aloud."""

        def act(values: Values) -> None:
            ticked = values.get("kinds")
            kinds = [
                each
                for each in (ticked if isinstance(ticked, frozenset) else ())
                if isinstance(each, DebtPaperKind)
            ]
            if not kinds:
                raise Invalid([Problem("kinds", "debt_papers_none")])
            state = chosen(values, "state", DebtPaperState, DebtPaperState.COME)
            on, words, file = a_day(values, "since"), text(values, "words"), scanned(values["file"])
            if file is None:
                self.office.debt_papers.mark(self._case, kinds, state, on, words)
            elif state is DebtPaperState.COME:
                self.office.debt_papers.take_in(self._case, kinds, *file, on, words)
            else:
                raise Invalid([Problem("file", "debt_paper_not_come")])

        dialog = self.ask(
            tr("Kryss av papirer"),
            tr("Velg papirene, og hva som gjelder. Ber du om dem i en samtale, får de en frist."),
            tr("Lagre"),
            act,
            "debt_papers.marked",
            width=720,
        )
        kinds = [(each, title_word(each)) for each in DebtPaperKind]
        dialog.form.line(TicksField("kinds", tr("Papirer"), kinds, column=320))
        states = [(each, title_word(each)) for each in _STATES]
        dialog.form.line(SegmentsField("state", tr("De er"), states))
        dialog.form.line(
            DateField("since", tr("Dag"), today=self.today),
            TextField("words", tr("Merknad"), optional=True),
        )
        dialog.form.line(ScanField("file", tr("Skannet papir")))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog
