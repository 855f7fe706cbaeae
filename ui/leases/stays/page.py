"""«Midlertidige opphold»: who stays where without a lease, for how long and at what price."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.ids import PersonId, Ref
from app.core.money import format_kroner
from app.core.text import plural
from app.leases.stays.model import DayRange, StayPlace, StayRow, StaySum
from app.office import Office
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize, Segments
from ui.kit.cards import Card, Fact, Facts, clear
from ui.kit.document_dialog import DocumentDialog
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import title_word
from ui.leases.stays.columns import NOT_SHOWN, Shown, columns, days_of
from ui.leases.stays.dialogs import StayDialogs
from ui.leases.stays.place_dialog import place_dialog
from ui.navigation import Navigator, Page, PageId, Place

HIGH = 280
_WORDS = (
    (Shown.NOW, "Nå"),
    (Shown.MONTH, "Denne måneden"),
    (Shown.YEAR, "I år"),
    (Shown.LAST_YEAR, "I fjor"),
)


class StaysPage(Page):
    """A stay is stood on; «new» with a person begins one. Enter opens the household."""

    page_id = PageId.STAYS
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "stay",
            "stay_term",
            "stay_price",
            "stay_place",
            "person",
            "household_member",
            "address_protection",
            "dwelling",
            "dwelling_suitability",
            "vedtak_state",
        }
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.dialogs = StayDialogs(office, navigator, self)
        self._shown = Shown.NOW
        self._staying: tuple[StayRow, ...] = ()
        self.new_button = Button(
            self.tr("Nytt opphold"),
            lambda: self.dialogs.begin(),
            kind=ButtonKind.PRIMARY,
            icon=Icon.NEW,
            key="Ctrl+N",
        )
        self.header = PageHeader(
            self.tr("Midlertidige opphold"),
            primary=self.new_button,
            secondary=(
                Button(self.tr("Skriv ut"), self.print_list, icon=Icon.PRINT),
                Button(self.tr("Eksporter"), self.export, icon=Icon.EXPORT),
            ),
        )
        self._make_row_buttons()
        self.table: RecordTable[StayRow] = RecordTable(
            "stays",
            self.tr("Midlertidige opphold"),
            RecordModel(columns(office.clock.today())),
            empty=EmptyState(
                self.tr("Ingen opphold her"),
                self.tr(
                    "Når noen får tak over hodet uten leieavtale, velger du «Nytt opphold». Husrom"
                    " teller netter og kostnad, og sier fra etter 14 dager."
                ),
                drawing=False,
            ),
            identity=lambda row: row.stay.id,
        )
        self._build()

    def _make_row_buttons(self) -> None:
        def button(words: str, ask: Callable[[StayRow], object]) -> Button:
            return Button(words, lambda: self._ask(ask), size=ButtonSize.SMALL)

        self.extend_button = button(self.tr("Forleng …"), self.dialogs.extend)
        self.end_button = button(self.tr("Avslutt …"), self.dialogs.end)
        self.price_button = button(self.tr("Ny pris …"), self.dialogs.price)
        self.correct_button = button(self.tr("Rett …"), self.dialogs.correct)

    def _build(self) -> None:
        frame = self.begin(self.header)
        choices = [(shown, words) for shown, words in _WORDS]
        self.choice = Segments(self.tr("Hvilke dager"), choices, self._shown)
        self.choice.chosen.connect(self._choose)
        frame.add(self.choice)
        body = ScrollBody()
        frame.add(body, stretch=True)
        self.table.setMinimumHeight(fonts.px(HIGH))
        self.line = line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(8))
        for each in (self.extend_button, self.end_button, self.price_button, self.correct_button):
            row.addWidget(each)
        row.addStretch(1)
        self.facts = Card(self.tr("Hvor lenge folk har bodd slik"), icon=Icon.CLOCK)
        self.place_button = Button(
            self.tr("Nytt sted"), lambda: self.ask_place(), kind=ButtonKind.QUIET
        )
        places = Card(self.tr("Steder"), icon=Icon.HOME, link=self.place_button, flush=True)
        self.no_places = Label(
            self.tr("Ingen steder ennå. Legg inn hotellet eller huset med vanlig pris per natt."),
            Type.HELP,
            Token.TEXT2,
            wrap=True,
        )
        self.no_places.setContentsMargins(fonts.px(16), fonts.px(4), fonts.px(16), fonts.px(10))
        places.add(self.no_places)
        self.places = RowList(self.tr("Steder"), Shape.TODAY, whole=True)
        places.add(self.places)
        for part in (self.table, line, self.facts, places):
            body.add(part)
        self.table.opened.connect(self._open)
        self.table.current_changed.connect(lambda _row: self._tell())
        self.places.activated_key.connect(self._open_place)

    # what is shown

    def reload(self) -> None:
        self._staying = self.office.stays.staying()
        within, only = self._within(), self._shown is Shown.NOW
        shown = self.office.stays.rows_in(within, only_open=only)
        staying = plural(len(self._staying), "opphold", "opphold")
        self.header.set_subtitle(self.tr("{} uten leieavtale i dag").format(staying))
        self.table.set_rows(shown)
        if self.table.current is None and shown:
            self.table.select(shown[0].stay.id)
        counts = self.office.stays.counts(within, only_open=only)
        clear(self.facts.body)
        self.facts.add(
            Facts(
                [
                    Fact(self.tr("Inntil 14 dager"), str(counts.short)),
                    Fact(self.tr("Over 14 dager"), str(counts.long)),
                    Fact(self.tr("Barn over tre md."), str(counts.children_long)),
                ]
            )
        )
        self.line.setVisible(bool(shown))
        self.facts.setVisible(bool(shown))
        found = self._place_rows(self.office.stays.sums(within, only_open=only))
        self.places.set_rows(found)
        self.places.setVisible(bool(found))
        self.no_places.setVisible(not found)
        self._tell()

    def _within(self) -> DayRange:
        return days_of(self._shown, self._staying, self.office.clock.today())

    def _place_rows(self, sums: Sequence[StaySum]) -> list[Row]:
        used = {each.where: each for each in sums}
        places = {each.draft.name: each for each in self.office.stays.places.used()}
        names = [*used, *(name for name in places if name not in used)]
        return [_place_row(name, used.get(name), places.get(name)) for name in names]

    def _tell(self) -> None:
        here = self.table.current
        none = self.tr("Velg et opphold på listen først.") if here is None else ""
        over = self.tr("Oppholdet er avsluttet.")
        closed = here is not None and not here.stay.open
        for button in (self.extend_button, self.end_button):
            button.set_off(over if closed else none)
        for button in (self.price_button, self.correct_button):
            button.set_off(none)

    def show_place(self, place: Place) -> None:
        if place.task == "new":
            person = place.ref.id if place.ref and place.ref.kind == "person" else None
            self.dialogs.begin(PersonId(person) if person is not None else None)
        elif place.ref is not None and place.ref.kind == "stay":
            if not self.table.select(place.ref.id):
                self._shown = Shown.YEAR
                self.choice.set_value(self._shown)
                self.reload()
                self.table.select(place.ref.id)
            self.table.view.setFocus()

    # what is done

    def print_list(self) -> None:
        """The list of the days chosen, with its sums."""
        document = self.office.stays.listed(self._within(), only_open=self._shown is Shown.NOW)
        data = self.office.letters.preview(document)
        words = self.tr("Listen har navn. Makuler den når den er brukt.")
        title = self.tr("Midlertidige opphold")
        DocumentDialog(title, words, [(title, data)], self.window()).open()

    def export(self) -> None:
        """What the list shows, as a workbook."""
        self.export_seen(self.table, self.tr("Eksporter oppholdene"), "Midlertidige opphold")

    def ask_place(self, known: StayPlace | None = None) -> AskDialog:
        """A new place, or another name or price for one."""
        return place_dialog(self.office, self.navigator, self, known)

    def _choose(self, shown: object) -> None:
        self._shown = Shown(str(shown))
        self.reload()

    def _ask(self, ask: Callable[[StayRow], object]) -> None:
        here = self.table.current
        if here is not None:
            ask(here)

    def _open(self, row: object) -> None:
        if isinstance(row, StayRow):
            self.navigator.open_ref(Ref("person", row.stay.person))

    def _open_place(self, key: object) -> None:
        if isinstance(key, int):
            self.ask_place(self.office.stays.places.get(key))


def _place_row(name: str, used: StaySum | None, place: StayPlace | None) -> Row:
    kind = place.draft.kind if place else used.kind if used else None
    said = [title_word(kind)] if kind else []
    if place and place.draft.not_for_children:
        said.append("Ikke for barn")
    if place and place.draft.price is not None:
        said.append(f"Vanlig pris {format_kroner(place.draft.price)} per natt")
    count = plural(used.nights, "natt", "netter") if used else "Ikke brukt"
    return Row(
        place.id if place else name,
        name or NOT_SHOWN,
        ". ".join(said),
        icon=Icon.HOME,
        when=format_kroner(used.cost) if used else "–",
        how_long=count,
        action="Endre …" if place else "",
    )
