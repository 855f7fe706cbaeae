"""One lease: begun, written, made, signed, and watched until its last day."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import Invalid, NotFound, OfficeError
from app.core.ids import DwellingId, LeaseId, PersonId, Ref, VedtakId
from app.leases.model import LeaseState
from app.letters.model import OnPaper
from app.office import Office
from ui.kit.beside import FinalDialog, PaperDialog
from ui.kit.buttons import Button, ButtonKind
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.labels import done
from ui.leases.dialogs import Dialogs
from ui.leases.drafting import Drafting
from ui.leases.keeping import InRegister, OnlyHere
from ui.leases.orders.flow import Ordering
from ui.leases.parts import DESKS, first_part, part_of
from ui.leases.standing import Standing
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator, Page, PageId, Place

View = Drafting | Standing | LetterDesk


class LeasePage(Page):
    """Shows the lease a place names; «new» begins one from a vedtak, a dwelling or a person."""

    page_id = PageId.LEASE
    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self.setAccessibleName(self.tr("Leieavtale"))
        self._lease: LeaseId | None = None
        self._part = ""
        self.view: View | None = None
        self._dialogs = Dialogs(office, navigator, self)
        self._nothing = EmptyState(
            self.tr("Ingen leieavtale er valgt"),
            self.tr("Velg en i listen over leieforhold, eller begynn på en ny."),
            primary=Button(
                self.tr("Ny leieavtale"), self._ask, kind=ButtonKind.PRIMARY, icon=Icon.NEW
            ),
            secondary=Button(self.tr("Til listen"), partial(navigator.open, PageId.LEASES)),
        )
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._nothing)

    # places

    def show_place(self, place: Place) -> None:
        if place.task == "new":
            self._begin(place.ref)
        elif place.ref is not None:
            self._show_task(LeaseId(place.ref.id), place.task)
            self._focus()

    def _show_task(self, lease: LeaseId, task: str) -> None:
        """A part of it, or a letter being made about it."""
        if lease != self._lease or part_of(task) is not None:
            self._part = task
        self._leave_desk()
        self._show(lease)
        make = DESKS.get(task)
        if make is not None and isinstance(self.view, Standing):
            desk = make(self.office, self.navigator, self.view.lease)
            desk.left.connect(self._desk_left)
            self._put(desk)

    def _turn(self, task: str) -> None:
        """Another part, chosen among them: the keyboard stays there, so that one can go on."""
        if self._lease is None:
            return
        self.navigator.open(PageId.LEASE, Ref("lease", self._lease), task)
        if isinstance(self.view, Standing):
            self.view.parts.setFocus()

    def _desk_left(self) -> None:
        self._leave_desk()
        self.reload()
        self._focus()

    def _leave_desk(self) -> None:
        if isinstance(self.view, LetterDesk):
            lease = self._lease
            self._drop()
            self._lease = lease

    def _focus(self) -> None:
        if isinstance(self.view, LetterDesk):
            form = self.view.form
            form.field(form.names[0]).control.setFocus()
        elif self.view is not None:
            self.view.begin()

    def reload(self) -> None:
        if self._lease is not None and not isinstance(self.view, LetterDesk):
            self._show(self._lease)

    def _show(self, lease: LeaseId) -> None:
        try:
            known = self.office.leases.get(lease)
        except NotFound:  # the draft was taken back or thrown away
            self._drop()
            return
        same = lease == self._lease
        self._lease = lease
        if known.state is not LeaseState.DRAFT:
            shown = part_of(self._part) or first_part(known)
            self._put(Standing(self.office, self.navigator, known, shown))
        elif same and isinstance(self.view, Drafting):
            self.view.refresh()
        else:
            self._put(Drafting(self.office, InRegister(self.office, lease), known.number))

    def _put(self, view: View) -> None:
        lease = self._lease
        focus = self.window().focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self._drop()
        self._lease = lease
        self.view = view
        if isinstance(view, Drafting):
            view.issue_wanted.connect(self._issue)
            view.discard_wanted.connect(self._discard)
        elif isinstance(view, Standing):
            view.sign_wanted.connect(lambda: self._dialogs.signed(view.lease))
            view.cancel_wanted.connect(lambda: self._dialogs.cancel(view.lease.id))
            view.renew_wanted.connect(lambda: self._renew(view))
            view.part_wanted.connect(self._turn)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        if held:  # what was pressed is gone; the keyboard goes on to the next step
            self._focus()

    def _drop(self) -> None:
        view, self.view, self._lease = self.view, None, None
        if view is not None:
            if isinstance(view, Drafting):
                view.release()
            self._stack.removeWidget(view)
            view.deleteLater()
        self._stack.setCurrentWidget(self._nothing)

    def about_to_leave(self) -> None:
        if not isinstance(self.view, Drafting):
            return
        if self.view.keeping.kept:
            self.view.rest()
        else:
            self._drop()

    # beginning

    def _begin(self, ref: Ref | None) -> None:
        vedtak = VedtakId(ref.id) if ref and ref.kind == "vedtak" else None
        dwelling = DwellingId(ref.id) if ref and ref.kind == "dwelling" else None
        tenant = PersonId(ref.id) if ref and ref.kind == "person" else None
        if ref is None:
            self._ask()
            return
        try:
            self._prepare(vedtak, dwelling, tenant)
        except Invalid:
            self._dialogs.begin(vedtak, dwelling, tenant, self._prepare)
        except OfficeError as error:
            self.navigator.failed.emit(error)

    def _ask(self) -> None:
        self._dialogs.begin(None, None, None, self._prepare)

    def _renew(self, view: Standing) -> None:
        draft, renewal = view.lease.draft, self.office.renewals.of(view.lease.id)
        vedtak = renewal.vedtak if renewal is not None and renewal.granted else None
        self.navigator.attempt(lambda: self._prepare(vedtak, draft.dwelling, draft.tenant))

    def _prepare(
        self, vedtak: VedtakId | None, dwelling: DwellingId | None, tenant: PersonId | None
    ) -> None:
        """A draft, or the one that is there; on paper alone for strengt fortrolig."""
        leases = self.office.leases
        draft = leases.prefilled(vedtak=vedtak, dwelling=dwelling, tenant=tenant)
        known = [
            row.id
            for row in leases.of_person(draft.tenant)
            if row.state is LeaseState.DRAFT and row.dwelling == draft.dwelling
        ]
        if known:
            self.navigator.open_ref(Ref("lease", known[0]))
            return
        try:
            lease = leases.prepare(vedtak=vedtak, dwelling=dwelling, tenant=tenant)
        except OfficeError as error:
            if error.code != "lease_on_paper_only":
                raise
            self._lease = None
            self._put(Drafting(self.office, OnlyHere(self.office, draft), ""))
            return
        self.navigator.tell(done("lease.drafted"))
        self.navigator.open_ref(Ref("lease", lease))

    # making

    def _issue(self) -> None:
        """Asks once, with the document shown; then it is made and never undone."""
        view = self.view
        if not isinstance(view, Drafting):
            return
        view.save_typed()
        if isinstance(view.keeping, OnlyHere):
            self._dialogs.on_paper(partial(self._issue_on_paper, view.keeping))
            return
        data = view.keeping.preview()
        if data is None or not isinstance(view.keeping, InRegister):
            return
        if view.ordered:
            Ordering(self.office, self.navigator, self).ask(view.keeping.lease)
            return
        dialog = FinalDialog(
            self.tr("Lag leieavtalen"),
            self.tr(
                "Etterpå kan den ikke endres. Den legger seg klar til å sendes og skrives under."
            ),
            data,
            self.tr("Lag leieavtalen"),
            self,
        )
        dialog.accepted.connect(partial(self._make, view.keeping.lease))
        dialog.open()

    def _make(self, lease: LeaseId) -> None:
        if self.navigator.attempt(lambda: self.office.leases.issue(lease)):
            self.navigator.tell(
                self.tr("Leieavtalen er laget. Den ligger under «Brev» og skal sendes."), undo=False
            )

    def _issue_on_paper(self, keeping: OnlyHere) -> None:
        """Printed once, kept nowhere; then only that the dwelling is taken (ADR-02)."""
        draft = keeping.draft
        paper: OnPaper = self.office.leases.issue_on_paper(draft)
        dialog = PaperDialog(self.tr("Leieavtale"), paper.content, self)
        after = partial(self._dialogs.let_on_paper, draft.dwelling, draft.start)
        dialog.finished.connect(lambda _result: after())
        self._drop()
        dialog.open()

    def _discard(self) -> None:
        view = self.view
        if not isinstance(view, Drafting):
            return
        if isinstance(view.keeping, InRegister):
            lease = view.keeping.lease
            if not self.navigator.attempt(lambda: self.office.leases.discard(lease)):
                return
            self.navigator.tell(done("lease.draft_discarded"))
        self._drop()
        self.navigator.open(PageId.LEASES)
