"""How a letter on a lease is headed, addressed, issued and copied: the same for all of them."""

from app.core.ids import DocumentId, Ref
from app.core.records import dataclass
from app.decisions.appeals.papers import PREFIX, Copies, Made
from app.decisions.model import LetterFrom
from app.decisions.service import Decisions
from app.documents.model import Document
from app.documents.texts import Text
from app.dwellings.service import Dwellings
from app.leases.model import Lease
from app.letters.model import DocumentKind, OnPaper
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.unit import Unit


@dataclass(frozen=True, slots=True, repr=False)
class LetterHead:
    """Who writes to whom under which number; `home` is empty where it may not be told."""

    sender: LetterFrom
    number: str
    home: str
    copies: tuple[str, ...]


class LeaseLetters:
    """Letters to tenants, and to others about them."""

    def __init__(
        self,
        decisions: Decisions,
        dwellings: Dwellings,
        people: People,
        letters: Letters,
        settings: Settings,
        copies: Copies,
    ) -> None:
        self._decisions = decisions
        self._dwellings = dwellings
        self._people = people
        self._letters = letters
        self._settings = settings
        self._copies = copies

    def tenant(self, lease: Lease) -> Person:
        """Whose lease it is."""
        return self._people.get(lease.draft.tenant)

    def home(self, lease: Lease) -> str:
        """The address of the dwelling, for those who may be told."""
        return self._dwellings.get(lease.draft.dwelling).address

    def head(self, lease: Lease, *, as_draft: bool) -> LetterHead:
        """To the tenant, in their language; a draft never shows a secret address (ADR-03)."""
        tenant = self.tenant(lease)
        hidden = as_draft and tenant.protection is not AddressProtection.NONE
        return self.head_to(lease, () if hidden else window(tenant), as_draft=as_draft)

    def head_to(self, lease: Lease, recipient: tuple[str, ...], *, as_draft: bool) -> LetterHead:
        """To someone else about the tenant; no dwelling of one strengt fortrolig (ADR-02)."""
        tenant = self.tenant(lease)
        sender = self._decisions.sender(tenant, recipient, as_draft)
        return LetterHead(
            sender=sender,
            number=self._letters.next_number(PREFIX, sender.issued.year),
            home=self.home(lease) if _shows_home(tenant, as_draft=as_draft) else "",
            copies=self._copies.names(tenant.id),
        )

    def text(self, name: str, sender: LetterFrom) -> Text:
        """The letter's words, those that hold on its day and in its language."""
        return self._settings.text(name, sender.language, sender.issued.date())

    def show_address(self, lease: Lease) -> None:
        """Note that a fortrolig address is put on a letter; before the unit that issues it."""
        tenant = self.tenant(lease)
        if tenant.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(tenant.id, lease.number)

    def issue(
        self,
        unit: Unit,
        lease: Lease,
        document: Document,
        kind: DocumentKind,
        *,
        copy: DocumentKind | None = None,
    ) -> Made:
        """Under «Skal sendes», with a copy of kind `copy` for each who speaks for the tenant."""
        tenant, case = self.tenant(lease), Ref("lease", lease.id)
        strict = tenant.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        issue = self._letters.issue_on_paper if strict else self._letters.issue
        made = issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=case,
            person=tenant.id,
            to_send=True,
        )
        if copy is not None and not strict:
            self._copies.issue(unit, document, copy, case, tenant.id)
        return made

    def issue_copy(
        self, unit: Unit, lease: Lease, document: Document, kind: DocumentKind
    ) -> DocumentId:
        """One more of a letter, to someone who is not in the register, under «Skal sendes».

        It tells where the tenant lives, and goes with that.
        """
        return self._letters.issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=Ref("lease", lease.id),
            person=lease.draft.tenant,
            to_send=True,
        )


def document_of(made: Made) -> DocumentId:
    """The letter that was made, kept or on paper alone."""
    return made.id if isinstance(made, OnPaper) else made


def _shows_home(tenant: Person, *, as_draft: bool) -> bool:
    """Strengt fortrolig never shows a dwelling (ADR-02), fortrolig not in a preview (ADR-03)."""
    if tenant.protection is AddressProtection.CONFIDENTIAL:
        return not as_draft
    return tenant.protection is AddressProtection.NONE
