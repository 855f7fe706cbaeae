"""«Venteliste»: places with their reasons; or who suits one dwelling, and why not."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.applications.model import TargetGroup
from app.core.ids import ApplicationId, DwellingId, Ref
from app.core.text import Language
from app.dwellings.model import Dwelling
from app.office import Office
from ui.allocation.columns import COLUMNS, Waiting, shared
from ui.allocation.dialogs import GroupOrderDialog, MoveDialog
from ui.allocation.giving import Giving
from ui.allocation.propose import ProposeDialog
from ui.allocation.why_not import WhyNotDialog
from ui.allocation.why_panel import WhyPanel
from ui.allocation.wording import counts_words, fits_words, order_words
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.empty import EmptyState
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key, bind
from ui.kit.menus import Act, MenuButton
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.points import Point
from ui.kit.shell import WithPanel, has_panel_room
from ui.kit.table import RecordTable
from ui.labels import done, point, title_word
from ui.navigation import Navigator, Page, PageId, Place
from ui.own_lists import keep_lists

PANEL = 292
WHY_NOT = "why_not"


class WaitingListPage(Page):
    """The list with its panel. Enter opens the application, Alt and the arrows move it."""

    page_id = PageId.WAITING_LIST
    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "application",
            "application_state",
            "application_group",
            "application_need",
            "application_allocator",
            "application_rank",
            "group_order",
            "allocation",
            "vedtak_state",
            "dwelling",
            "dwelling_status",
            "dwelling_allocator",
            "person",
            "household_member",
            "address_protection",
            "rule_set",
            "dispensation",
            "intake",
        }
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._giving = Giving(office, navigator)
        self._dwelling: Dwelling | None = None
        self._rows: tuple[Waiting, ...] = ()
        self.propose_button = Button(
            self.tr("Foreslå bolig"), self._primary, kind=ButtonKind.PRIMARY, icon=Icon.HOME
        )
        self.more_button = MenuButton(self.tr("Mer"), self._more)
        self.back_button = Button(self.tr("Hele listen"), lambda: self._about(None), icon=Icon.BACK)
        self.offer_button = Button(self.tr("Gi tilbud …"), self._offer, icon=Icon.LETTER)
        self.export_button = Button(
            self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key=Key.EXPORT.sequence
        )
        self.why_button = self._see_why()
        self.header = PageHeader(
            self.tr("Venteliste"),
            primary=self.propose_button,
            secondary=(self.more_button, self.export_button),
            extra=(self.back_button, self.offer_button),
        )
        self._group = Pill(
            self.tr("Gruppe"), [Choice(each, title_word(each)) for each in TargetGroup]
        )
        self._size = Pill(self.tr("Soverom"), [Choice(size, str(size)) for size in range(6)])
        self._fits = Pill(self.tr("Passer"), [Choice(True, "ja"), Choice(False, "nei")])
        self._filters = FilterRow(
            SearchField(self.tr("Finn søker")), (self._group, self._size, self._fits)
        )
        self.table: RecordTable[Waiting] = RecordTable(
            "waiting_list",
            self.tr("Venteliste"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda each: each.row.id,
        )
        self.panel = WhyPanel(
            office.allocation.places_over_time, office.clock.today, self._criteria
        )
        self._build()

    def _see_why(self) -> Button:
        return Button(
            self.tr("Hvorfor denne plassen?"),
            lambda: self._beside.open_panel(),
            kind=ButtonKind.QUIET,
            size=ButtonSize.SMALL,
        )

    def _build(self) -> None:
        frame = self.begin(self.header)
        frame.add(self._filters)
        frame.add(self.why_button)
        self._beside = WithPanel(self.table, self.panel, PANEL)
        frame.add(ScrollBody.around(self._beside), stretch=True)
        self._filters.changed.connect(self._show)
        keep_lists(self, self._filters, self.table, self._matching, lambda: self._rows)
        self.table.opened.connect(lambda each: self._open(each))
        self.table.current_changed.connect(self._stand_on)
        self.table.clear_filters.connect(self._filters.clear)
        self.panel.move_button.clicked.connect(lambda _=False: self.ask_move())
        self.panel.why_not_button.clicked.connect(lambda _=False: self.ask_why_not())
        self.panel.open_button.clicked.connect(lambda _=False: self._open(self.table.current))
        self.panel.close_button.clicked.connect(lambda _=False: self._beside.close_panel())
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        bind(Key.MOVE_UP, self.table, lambda: self.shift(-1), here)
        bind(Key.MOVE_DOWN, self.table, lambda: self.shift(1), here)
        bind(Key.SIDE_PANEL, self, self._beside.go_to_panel, here)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Ingen venter på bolig"),
            self.tr(
                "Når du har innvilget en søknad og ingen bolig er ledig, står husstanden her"
                " med grunnene for plassen."
            ),
            primary=Button(
                self.tr("Se søknadene"),
                lambda: self.navigator.open(PageId.APPLICATIONS),
                kind=ButtonKind.PRIMARY,
                icon=Icon.APPLICATIONS,
            ),
            secondary=Button(
                self.tr("Hent inn venteliste"),
                lambda: self.navigator.open(PageId.SHEET_IMPORT, task="applicants"),
                icon=Icon.IMPORT,
            ),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Where the panel has moved away, a button opens it."""
        super().resizeEvent(event)
        self.why_button.setVisible(not has_panel_room(self))
        self._tell()

    # reading

    def show_place(self, place: Place) -> None:
        self._show_ref(place)
        if place.task == WHY_NOT:
            self.ask_why_not(place.ref)

    def _show_ref(self, place: Place) -> None:
        ref = place.ref
        if ref is not None and ref.kind == "dwelling":
            self._about(DwellingId(ref.id))
            return
        if self._dwelling is not None:
            self._about(None)
        if ref is not None:
            self._filters.clear()
            self.table.select(ref.id)
            self.table.view.setFocus()

    def _about(self, dwelling: DwellingId | None) -> None:
        self._dwelling = self.office.dwellings.get(dwelling) if dwelling is not None else None
        self._filters.clear()
        self.reload()
        fitting = (each for each in self._rows if each.candidate and each.candidate.fits)
        first = next(fitting, self._rows[0] if self._rows else None)
        if first is not None:
            self.table.select(first.row.id)

    def reload(self) -> None:
        if self._dwelling is not None:
            self._dwelling = self.office.dwellings.get(self._dwelling.id)
            found = self.office.allocation.candidates(self._dwelling.id)
            at = shared(each.place for each in found)
            rows = (Waiting(e.place, e, at[e.place.rank] - 1) for e in found)
        else:
            places = self.office.allocation.waiting_list()
            at = shared(places)
            rows = (Waiting(each, None, at[each.rank] - 1) for each in places)
        self._rows = tuple(rows)
        self._tell()
        self._show()

    def _tell(self) -> None:
        about, brief = self._dwelling, not has_panel_room(self)
        self.back_button.setVisible(about is not None)
        self.offer_button.setVisible(about is not None)
        ordering = self.office.allocation.ordering()
        self.more_button.setVisible(about is None)
        self.export_button.setVisible(about is None or not brief)
        self._fits.setVisible(about is not None)
        if about is None:
            self.header.set_title(self.tr("Venteliste"))
            self.header.set_subtitle(counts_words(self._rows, brief=brief))
        else:
            self.header.set_title(self.tr("Hvem passer?"))
            self.header.set_subtitle(fits_words(self._rows, about, brief=brief))
        self.table.set_note(order_words(ordering))

    def _show(self) -> None:
        shown = self._matching()
        search = self._filters.search
        self.table.search(search.text() if search else "")
        filtered = self._filters.words
        self.table.set_rows(shown, whole=len(self._rows), filtered_by=filtered)
        if self.table.current is None and shown and self.table.select(shown[0].row.id):
            return  # the table has told of it
        self._stand_on(self.table.current)

    def _matching(self) -> list[Waiting]:
        """The rows that the filters keep, whatever is searched for."""
        return [each for each in self._rows if self._matches(each)]

    def _matches(self, each: Waiting) -> bool:
        fits = each.candidate.fits if each.candidate else None
        return (
            self._group.value in {None, each.row.group}
            and (self._size.value is None or self._size.value == each.row.bedrooms)
            and (self._fits.value is None or fits is None or self._fits.value == fits)
        )

    def _stand_on(self, waiting: object) -> None:
        here = waiting if isinstance(waiting, Waiting) else None
        self.panel.show_waiting(here)
        self.panel.move_button.setVisible(here is not None and self._dwelling is None)
        self._tell_primary(here)

    def _tell_primary(self, here: Waiting | None) -> None:
        self.offer_button.set_off(self._giving.offer_off(here) if self._dwelling else "")
        button = self.propose_button
        if self._dwelling is None or here is None:
            button.set_words(self.tr("Foreslå bolig"))
            button.set_off("" if here else self.tr("Velg en på listen først."))
            return
        button.set_words(self._giving.words(here))
        fits = here.candidate is not None and here.candidate.fits
        button.set_off("" if fits else self.tr("Boligen passer ikke. Grunnene står til høyre."))

    # doing

    def _more(self) -> tuple[Act, ...]:
        """The pages under the list, and the order of its groups where it has one."""
        pages = (
            (self.tr("Tilbud"), PageId.OFFERS),
            (self.tr("Bosetting og ledige boliger"), PageId.SETTLEMENT),
            (self.tr("Tildelingsmøte"), PageId.MEETING),
            (self.tr("Regler for tildeling"), PageId.RULE_SETS),
        )
        acts: list[Act] = [(words, partial(self.navigator.open, page)) for words, page in pages]
        if self.office.allocation.ordering().by_group:
            acts.append((self.tr("Rekkefølge på grupper …"), self.ask_order))
        return tuple(acts)

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Eksporter ventelisten"), "Venteliste")

    def _open(self, waiting: object) -> None:
        if isinstance(waiting, Waiting):
            self.navigator.open(PageId.APPLICATION, Ref("application", waiting.row.id))

    def _primary(self) -> None:
        here = self.table.current
        if here is None:
            return
        if self._dwelling is None:
            self.ask_dwelling(here)
        else:
            self._giving.give(here, self._dwelling.id)

    def _offer(self) -> None:
        here = self.table.current
        if here is not None and self._dwelling is not None:
            self._giving.offer(here, self._dwelling.id)

    def ask_dwelling(self, here: Waiting) -> ProposeDialog:
        """Which vacant dwelling suits the one stood on."""
        return self._giving.ask(here, self.window())

    def ask_why_not(self, ref: Ref | None = None) -> WhyNotDialog:
        """Why a dwelling is not someone's: the one stood on, or the one another page asks about."""
        here, dwelling = self.table.current, self._dwelling
        application = None if here is None else here.row.id
        if ref is not None:
            application = ApplicationId(ref.id) if ref.kind == "application" else None
        about = None if dwelling is None else dwelling.id
        dialog = WhyNotDialog(self.office, application, about, self.window())
        dialog.open()
        return dialog

    def _criteria(self, application: ApplicationId) -> tuple[Point, ...]:
        """How the criteria stand for one on the list."""
        found = self.office.eligibility.judge(application)
        return tuple(point(told) for told in self.office.eligibility.told(found, Language.NB))

    def shift(self, by: int) -> MoveDialog | None:
        """Alt and an arrow: one place up or down in the group, with the reason asked."""
        here = self.table.current
        if here is None or self._dwelling is not None:
            return None
        group = self._group_of(here)
        place = group.index(here)
        there = place + by if by < 0 else place + by + 1
        if there < 0 or there > len(group):
            return None
        above = group[there].row.id if there < len(group) else None
        return self.ask_move(above)

    def _group_of(self, here: Waiting) -> list[Waiting]:
        """Those it is weighed with: its group where the set goes by groups, else all."""
        by_group = self.office.allocation.ordering().by_group
        return [e for e in self._rows if not by_group or e.row.group is here.row.group]

    def ask_move(self, above: ApplicationId | None = None) -> MoveDialog | None:
        """Ask where in the group, and why."""
        here = self.table.current
        if here is None:
            return None
        dialog = MoveDialog(
            self.office, here, self._group_of(here), above, self._moved, self.window()
        )
        dialog.open()
        return dialog

    def _moved(self) -> None:
        self.navigator.tell(done("application.ranked"))

    def ask_order(self) -> GroupOrderDialog:
        """Ask for the order of the groups and who adopted it."""
        told = done("group_order.set")
        dialog = GroupOrderDialog(self.office, lambda: self.navigator.tell(told), self.window())
        dialog.open()
        return dialog


def waiting_count(office: Office) -> int:
    """How many wait for a dwelling: the number in the sidebar."""
    return office.allocation.waiting_count()
