"""«Restanselister»: whose list, what it brought, and what does not match before it is used."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.arrears.lists.model import ArrearsCheckKind, ArrearsFinding, ListImport
from app.core.ids import BillerId, Ref
from app.core.text import plural
from app.office import Office
from ui.arrears.biller_list.columns import COLUMNS
from ui.arrears.biller_list.lists import EarlierCard, TakeInCard
from ui.arrears.tasks import ACCOUNT
from ui.asking import Asking, Values, text
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button
from ui.kit.empty import EmptyState
from ui.kit.fields import TextField
from ui.kit.filters import Choice, FilterRow, Pill, SearchField
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.models import RecordModel
from ui.kit.page import ScrollBody
from ui.kit.progress import JobProgress
from ui.kit.table import RecordTable
from ui.labels import done, title_word
from ui.letter_job import LetterJob
from ui.navigation import Navigator, Page, PageId, Place

NEW, CHECK = "new", "check"


class BillerListPage(Page):
    """A place may name the biller; `task` «new» begins a list, «check» stands on what to mend."""

    page_id = PageId.BILLER_LIST
    watches: ClassVar[frozenset[str]] = frozenset(
        {"biller", "biller_list", "stated_balance", "rent_charge", "rent_payment", "lease"}
        | {"lease_state", "arrears_closing", "dwelling_owner", "owner_task"}
    )

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._found: tuple[ArrearsFinding, ...] = ()
        self._asking = Asking(office, navigator, self)
        self._job = LetterJob(office, navigator, navigator.failed.emit, self)
        self.take_in, self.earlier = TakeInCard(), EarlierCard()
        self.what = Pill(
            self.tr("Hva"), [Choice(each, title_word(each)) for each in ArrearsCheckKind]
        )
        self._filters = FilterRow(SearchField(self.tr("Finn leietaker")), (self.what,))
        self.table: RecordTable[ArrearsFinding] = RecordTable(
            "arrears_check",
            self.tr("Sjekk data"),
            RecordModel(COLUMNS),
            empty=self._empty(),
            identity=lambda each: (each.kind, each.tenancy.lease, each.day),
        )
        back = partial(navigator.open, PageId.ARREARS)
        self.header = PageHeader(
            self.tr("Restanselister"),
            secondary=(
                Button(self.tr("Til restansene"), back, icon=Icon.ARREARS),
                Button(self.tr("Eksporter"), self._export, icon=Icon.EXPORT, key="Ctrl+E"),
            ),
        )
        self._build()

    def _build(self) -> None:
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        for part in (JobProgress(self.navigator.jobs), self.take_in, self.earlier, self._filters):
            column.addWidget(part)
        frame = self.begin(self.header)
        frame.add(ScrollBody.around(self.table, above=(above,)), stretch=True)
        self.take_in.wanted.connect(self._begin_list)
        self.take_in.chosen.connect(self._show)
        self.take_in.new_wanted.connect(self.ask_new)
        self.take_in.close_wanted.connect(self._close)
        self.earlier.undo_wanted.connect(self.undo)
        self._filters.changed.connect(self._show)
        self.table.opened.connect(self._mend)
        self.table.clear_filters.connect(self._filters.clear)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Alt stemmer"),
            self.tr(
                "Husrom holder listene opp mot leieavtalene og kontoene. Det som ikke stemmer,"
                " kommer her, så du kan rette det før noe sendes."
            ),
        )

    def reload(self) -> None:
        billers = self.office.billers.open()
        self.take_in.show_billers(billers, BillerId(1))
        self._show()

    def show_place(self, place: Place) -> None:
        if place.ref is not None and place.ref.kind == "biller":
            self.take_in.choose(BillerId(place.ref.id))
            self._show()
        if place.task == NEW:
            self.take_in.begin()
        elif place.task == CHECK:
            self.table.view.setFocus()

    def _show(self) -> None:
        biller = self.take_in.biller
        names = {each.id: each.name for each in self.office.billers.all()}
        self.earlier.show_lists(self.office.arrears_check.imports(biller), names)
        self._found = self.office.arrears_check.findings(biller)
        what = self.what.value
        rows = [each for each in self._found if what is None or each.kind is what]
        search = self._filters.search
        self.table.search(search.text() if search else "")
        self.table.set_rows(rows, whole=len(self._found), filtered_by=self._filters.words)
        told = plural(len(self._found), self.tr("ting"), self.tr("ting"))
        nothing = self.tr("Ingenting å rette")
        words = self.tr("{} å se over før noe sendes").format(told) if self._found else nothing
        self.header.set_subtitle(words)

    def _mend(self, found: ArrearsFinding) -> None:
        """Where it can be put right: the lease, or the account."""
        ref = Ref("lease", found.tenancy.lease)
        if found.kind.about_lease:
            self.navigator.open_ref(ref)
        else:
            self.navigator.open(PageId.TENANCY_ARREARS, ref, ACCOUNT)

    def _export(self) -> None:
        self.export_seen(self.table, self.tr("Sjekk data"), "sjekk data")

    # lists

    def _begin_list(self, biller: int) -> None:
        self.navigator.open(PageId.SHEET_IMPORT, Ref("biller", biller), "rent_list")

    def undo(self, each: ListImport) -> None:
        """Take a whole list out again; Conflict names what was touched since."""
        event = self.office.history.event(each.event) if each.event is not None else None
        if event is None:
            return
        count = each.claims + each.payments + each.balances

        def act(own: Office, _go_on: object) -> None:
            own.history.reverse(event)

        self.navigator.attempt(lambda: self._job.run(count, self.tr("Angrer"), act, lambda _: None))

    # who bills

    def ask_new(self) -> AskDialog:
        """One more who bills."""

        def act(values: Values) -> None:
            made = self.office.billers.add(text(values, "name"), text(values, "account"))
            self.reload()
            self.take_in.choose(made)
            self._show()

        dialog = self._asking.ask(
            self.tr("Ny innkrever"),
            self.tr("Den som sender regningene for husleien. Lista derfra får sitt eget oppsett."),
            self.tr("Legg til"),
            act,
            "biller.added",
        )
        dialog.form.line(TextField("name", self.tr("Navn"), longest=80))
        dialog.form.line(TextField("account", self.tr("Kontonummer"), optional=True, longest=20))
        dialog.open()
        return dialog

    def _close(self, biller: int) -> None:
        if self.navigator.attempt(lambda: self.office.billers.close(BillerId(biller))):
            self.navigator.tell(done("biller.closed"))
