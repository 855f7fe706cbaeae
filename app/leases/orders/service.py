"""The officer's verbs on orders of leases."""

from dataclasses import replace
from datetime import date, timedelta

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DocumentId, DwellingId, LeaseId, PersonId, Ref
from app.documents.model import Document
from app.dwellings.landlords.model import OwnerTask
from app.dwellings.landlords.service import Landlords
from app.leases.model import Lease
from app.leases.orders import store
from app.leases.orders.model import ContractOrder, OrderDue, OrderLetter
from app.leases.orders.prints import order_document
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import HeldAddress
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

PREFIX = "B"
DAYS = "local.contract_order_days"


class Orders:
    """Ask an outside landlord to write a lease on given terms, and see what is not back."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        landlords: Landlords,
        letters: Letters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._leases = leases
        self._landlords = landlords
        self._letters = letters
        self._settings = settings

    def wanted(self, dwelling: DwellingId) -> bool:
        """Whether the owner writes the leases of a dwelling (C8)."""
        return self._landlords.of(dwelling).by_owner(OwnerTask.WRITE_LEASE)

    def answer_by(self) -> date:
        """The usual day a signed lease should be back."""
        today = self._db.clock.today()
        return today + timedelta(days=self._settings.parameters.whole(DAYS, today))

    def of(self, lease: LeaseId) -> ContractOrder | None:
        """The newest order of a lease."""
        return store.of(self._db, lease)

    def waiting(self) -> tuple[OrderDue, ...]:
        """Orders of leases that are not signed, the earliest day first."""
        return store.waiting(self._db)

    def preview(self, lease: LeaseId, answer_by: date) -> Document:
        """The order as it would go out, marked as a draft; a protected address is hidden."""
        return self._document(self._leases.get(lease), answer_by, draft_mark=True)

    def order(self, lease: LeaseId, answer_by: date) -> DocumentId:
        """The lease and the order of it, in one unit that is never undone; the order's document.

        Invalid with what the lease lacks; OfficeError owner_does_not_write.
        """
        if answer_by < self._db.clock.today():
            raise Invalid([Problem("answer_by", "day_passed")])
        known = self._leases.get(lease)
        landlord = self._landlords.of(known.draft.dwelling)
        if landlord.owner is None or not landlord.by_owner(OwnerTask.WRITE_LEASE):
            raise OfficeError("owner_does_not_write", number=known.number)
        known = self._leases.ready_to_issue(lease)
        with self._db.unit("lease.ordered", Ref("lease", lease), final=True) as unit:
            self._leases.issue_in(unit, lease, to_send=False)
            document = self._document(known, answer_by, draft_mark=False)
            made = self._letters.issue(
                unit,
                document,
                kind=DocumentKind.CONTRACT_ORDER,
                number=document.reference,
                case=Ref("lease", lease),
                person=known.draft.tenant,
                to_send=True,
            )
            store.insert(unit, lease, landlord.owner, answer_by, made)
        return made

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """None of its own: the leases and the letters are told of already."""
        del people
        return ()

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove the orders of these people's leases, before the leases and letters (ADR-02)."""
        for held in self._leases.holding(people):
            store.remove(unit, LeaseId(held.ref.id))
        return ()

    def _document(self, lease: Lease, answer_by: date, *, draft_mark: bool) -> Document:
        """In the office's own language: the one who reads it is an organisation."""
        paper = self._leases.paper(lease, draft_mark=draft_mark)
        language = self._settings.profile.language
        paper = replace(paper, sender=replace(paper.sender, language=language))
        details = paper.landlord.details
        if details is None:
            raise OfficeError("owner_does_not_write", number=lease.number)
        number = self._letters.next_number(PREFIX, self._db.clock.today().year)
        text = self._settings.text("contract_order", language, self._db.clock.today())
        return order_document(OrderLetter(number, paper, details, answer_by), text)
