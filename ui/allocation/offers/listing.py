"""The list of offers with their answers, and the dwellings that are held back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.allocation.offers.model import DeclineReason, OfferRow, OfferState, ReservationRow
from app.allocation.rulesets.model import RefusalEffect
from app.core.ids import Ref
from app.core.text import plural
from app.office import Office
from ui.allocation.offers.answers import Answers
from ui.allocation.offers.columns import COLUMNS, Listed
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.models import RecordModel
from ui.kit.page import Page as Frame
from ui.kit.page import ScrollBody
from ui.kit.table import RecordTable
from ui.labels import capital, day, done, title_word, until
from ui.navigation import Navigator, PageId

OPEN, CLOSED = "open", "closed"


class OfferList(QWidget):
    """Open offers first; Enter opens the application. `told` when other rows are shown."""

    told = Signal()

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._navigator = office, navigator
        self._listed: tuple[Listed, ...] = ()
        self.answers = Answers(office, navigator, self)
        self._make_buttons()
        which = [Choice(OPEN, self.tr("Venter på svar")), Choice(CLOSED, self.tr("Avgjort"))]
        self._which = Pill(self.tr("Vis"), which)
        self.filters = FilterRow(
            SearchField(self.tr("Finn tilbud")),
            (self._which,),
            (self.silent_button, self.retract_button),
        )
        self.table: RecordTable[Listed] = RecordTable(
            "offers",
            self.tr("Tilbud"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda each: each.row.offer.id,
        )
        self.held = RowList(self.tr("Boliger som er holdt av"), Shape.TODAY, whole=True)
        self.held_card = Card(self.tr("Holdt av"), icon=Icon.HOME, flush=True)
        self._build()

    def _make_buttons(self) -> None:
        self.yes_button = Button(
            self.tr("Takket ja …"),
            lambda: self._ask(self.answers.accepted),
            kind=ButtonKind.PRIMARY,
            icon=Icon.OK,
        )
        self.no_button = Button(
            self.tr("Takket nei …"), lambda: self._ask(self.answers.declined), icon=Icon.CLOSE
        )
        self.silent_button = Button(
            self.tr("Ikke besvart …"),
            lambda: self._ask(self.answers.unanswered),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        self.retract_button = Button(
            self.tr("Trekk tilbudet …"),
            lambda: self._ask(self.answers.retracted),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )
        self.export_button = Button(self.tr("Eksporter"), icon=Icon.EXPORT, key="Ctrl+E")
        self.effect_button = Button("", self._effect, icon=Icon.OPEN)
        self.header = PageHeader(
            self.tr("Tilbud"),
            primary=self.yes_button,
            secondary=(self.no_button, self.effect_button),
            extra=(self.export_button,),
        )

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = Frame(self.header)
        outer.addWidget(frame)
        frame.add(self.filters)
        self.held_card.add(self.held)
        frame.add(ScrollBody.around(self.table, below=(self.held_card,)), stretch=True)
        self.filters.changed.connect(self._show)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(lambda _row: self._tell())
        self.table.clear_filters.connect(self.filters.clear)
        self.held.activated_key.connect(self._end)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen tilbud ennå"),
            self.tr(
                "Åpne en ledig bolig, og velg «Gi tilbud» til den som skal få den. Da står"
                " tilbudet her til svaret er kommet."
            ),
            primary=Button(
                self.tr("Se ledige boliger"),
                partial(self._navigator.open, PageId.DWELLINGS, None, "ready"),
                kind=ButtonKind.PRIMARY,
                icon=Icon.DWELLINGS,
            ),
        )

    # reading

    def read(self) -> None:
        """Read anew what is shown."""
        today = self._office.clock.today()
        self._listed = tuple(
            Listed(row, today, _reason_words(row)) for row in self._office.offers.rows()
        )
        waiting = sum(each.row.offer.state.open for each in self._listed)
        late = sum(each.late for each in self._listed)
        parts = [plural(waiting, "venter på svar", "venter på svar")]
        if late:
            parts.append(self.tr("{} over fristen").format(late))
        self.header.set_subtitle(" · ".join(parts) if self._listed else "")
        reservations = self._office.reservations.rows()
        self.held.set_rows([_held_row(each, self._office) for each in reservations])
        self.held_card.setVisible(bool(reservations))
        self.held_card.set_count(len(reservations))
        self._show()

    def select(self, offer: int) -> None:
        """Stand on one, whatever was filtered on."""
        self.filters.clear()
        self.table.select(offer)

    @property
    def every(self) -> tuple[Listed, ...]:
        """All there are, whatever is filtered."""
        return self._listed

    def matching(self) -> list[Listed]:
        """Those the filters keep, whatever is searched for."""
        wanted = self._which.value
        opened = wanted == OPEN
        rows = [
            each for each in self._listed if wanted is None or each.row.offer.state.open == opened
        ]
        return sorted(rows, key=lambda each: not each.row.offer.state.open)

    def _show(self) -> None:
        rows = self.matching()
        self.table.search(self.filters.searched)
        self.table.set_rows(rows, whole=len(self._listed), filtered_by=self.filters.words)
        if self.table.current is None and rows:
            self.table.select(rows[0].row.offer.id)
        self._tell()
        self.told.emit()

    def _tell(self) -> None:
        here = self.table.current
        state = here.row.offer.state if here else None
        lacking = self.tr("Velg et tilbud på listen først.")
        answered = self.tr("Tilbudet er allerede avgjort.")
        early = self.tr("Fristen er ikke ute ennå.")
        late = state is OfferState.UNANSWERED
        open_ = state is not None and state.open
        off = lacking if here is None else answered
        self.yes_button.set_off("" if open_ or late else off)
        self.no_button.set_off("" if open_ else off)
        over = here is not None and here.late
        self.silent_button.set_off("" if over else early if open_ else off)
        accepted = state is OfferState.ACCEPTED
        self.retract_button.set_off("" if open_ or accepted else off)
        due = self._due()
        self.effect_button.setVisible(due is not RefusalEffect.NOTHING)
        lapses = due is RefusalEffect.LAPSES
        self.effect_button.set_words(
            self.tr("La søknaden falle bort …") if lapses else self.tr("Sett sist i gruppen …")
        )

    def _due(self) -> RefusalEffect:
        here = self.table.current
        if here is None or not here.row.offer.counts:
            return RefusalEffect.NOTHING
        return self._office.offers.effect_due(here.row.offer.id)

    # doing

    def _ask(self, ask: Callable[[OfferRow], object]) -> None:
        here = self.table.current
        if here is not None:
            ask(here.row)

    def _effect(self) -> None:
        here, due = self.table.current, self._due()
        if here is not None and due is not RefusalEffect.NOTHING:
            self.answers.effect(here.row, due)

    def _open(self, listed: object) -> None:
        if isinstance(listed, Listed):
            self._navigator.open_ref(Ref("application", listed.row.offer.application))

    def _end(self, key: object) -> None:
        if isinstance(key, int) and self._navigator.attempt(
            partial(self._office.reservations.end, key)
        ):
            self._navigator.tell(done("reservation.ended"))


def _reason_words(row: OfferRow) -> str:
    """Why they said no, where they did."""
    code = row.offer.reason
    return title_word(DeclineReason(code)) if code else row.offer.words


def _held_row(row: ReservationRow, office: Office) -> Row:
    draft, today = row.reservation.draft, office.clock.today()
    quota = f"Bosetting {draft.settlement_year}" if draft.settlement_year else ""
    whom = row.name or quota or draft.held_for
    return Row(
        row.reservation.id,
        row.address,
        f"{capital(whom)}. {capital(draft.reason)}",
        when=day(draft.until),
        how_long=until(today, draft.until),
        action="Avslutt",
        action_icon=Icon.CLOSE,
    )
