"""Makes the agreement on instalments ready to be signed (DOC-23)."""

from datetime import date, timedelta

from app.arrears.instalments import rules
from app.arrears.instalments.model import InstalmentDraft, InstalmentPaper, MissedPaper
from app.arrears.instalments.notice_print import missed_letter
from app.arrears.instalments.prints import instalment_agreement
from app.arrears.instalments.service import Instalments
from app.arrears.model import Biller
from app.arrears.service import Arrears
from app.core.errors import Conflict, OfficeError, demand
from app.core.ids import LeaseId, Ref
from app.core.money import Ore
from app.core.working_days import adjust
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.letters import LeaseLetters, document_of
from app.leases.model import Lease
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database

TEXT, NOTICE = "instalment_agreement", "instalment_notice"
ANSWER = "local.instalment_answer_days"


class InstalmentPapers:
    """The sheet that both sign: previewed, then made for good."""

    def __init__(
        self,
        db: Database,
        instalments: Instalments,
        arrears: Arrears,
        leases: Leases,
        letters: LeaseLetters,
        settings: Settings,
    ) -> None:
        self._db = db
        self._instalments = instalments
        self._arrears = arrears
        self._leases = leases
        self._letters = letters
        self._settings = settings

    def preview(self, lease: LeaseId, draft: InstalmentDraft) -> Document:
        """As it would be, also unfinished."""
        return self._document(self._lease(lease), draft, as_draft=True)

    def issue(self, lease: LeaseId, draft: InstalmentDraft) -> Made:
        """Keep the draft and make the sheet, under «Skal sendes»; final.

        Invalid with what it lacks; Conflict instalments_running; OfficeError officer_needed.
        """
        if self._instalments.current(lease) is not None:
            raise Conflict("instalments_running")
        demand(self._instalments.check(lease, draft))
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        known = self._lease(lease)
        self._letters.show_address(known)
        document = self._document(known, draft, as_draft=False)
        kind, copy = DocumentKind.INSTALMENT_AGREEMENT, DocumentKind.INSTALMENT_AGREEMENT_COPY
        with self._db.unit("instalments.issued", Ref("lease", known.id), final=True) as unit:
            kept = self._instalments.keep(unit, known.id, draft)
            made = self._letters.issue(unit, known, document, kind, copy=copy)
            self._instalments.offered(unit, kept, document_of(made))
            return made

    def answer_day(self) -> date:
        """The day that is proposed for an answer when something is missing."""
        today = self._db.clock.today()
        days = self._settings.parameters.whole(ANSWER, today)
        return adjust(today + timedelta(days=days))

    def preview_notice(self, lease: LeaseId, until: date | None) -> Document:
        """The letter on what is missing. Invalid for the day; Conflict instalments_kept."""
        return self._notice(self._lease(lease), until, as_draft=True)

    def issue_notice(self, lease: LeaseId, until: date | None) -> Made:
        """Make it, under «Skal sendes»; final. The tenant is told the day it is sent."""
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        known = self._lease(lease)
        self._letters.show_address(known)
        document = self._notice(known, until, as_draft=False)
        kind, copy = DocumentKind.INSTALMENT_NOTICE, DocumentKind.INSTALMENT_NOTICE_COPY
        case = Ref("lease", known.id)
        with self._db.unit("instalments.notice_issued", case, final=True) as unit:
            return self._letters.issue(unit, known, document, kind, copy=copy)

    def _notice(self, lease: Lease, until: date | None, *, as_draft: bool) -> Document:
        today = self._db.clock.today()
        demand(rules.check_answer(until, today))
        breach = self._instalments.breach(lease.id, today)
        if breach is None:
            raise Conflict("instalments_kept")
        head = self._letters.head(lease, as_draft=as_draft)
        paper = MissedPaper(
            sender=head.sender,
            number=head.number,
            lease_number=lease.number,
            breach=breach,
            left=self._instalments.keeping(self._instalments.get(breach.agreement)).left,
            until=until,
            account=self._account(lease),
            kid=lease.draft.kid,
            copies=head.copies,
        )
        return missed_letter(paper, self._letters.text(NOTICE, head.sender))

    def _document(self, lease: Lease, draft: InstalmentDraft, *, as_draft: bool) -> Document:
        head = self._letters.head(lease, as_draft=as_draft)
        paper = InstalmentPaper(
            sender=head.sender,
            number=head.number,
            name=self._letters.tenant(lease).name,
            lease_number=lease.number,
            total=draft.total or Ore(0),
            parts=self._instalments.plan(draft),
            claims=rules.claims_of(self._arrears.owed(lease.id)),
            rent=lease.rent if lease.state.lived_in else None,
            account=self._account(lease),
            kid=lease.draft.kid,
            words=draft.words,
        )
        return instalment_agreement(paper, self._letters.text(TEXT, head.sender))

    def _account(self, lease: Lease) -> str:
        """Where the rent is paid: by the lease, else by who sends the bill, else to the office."""
        if lease.draft.account:
            return lease.draft.account
        return self._billed_to(lease) or self._settings.profile.rent_account

    def _billed_to(self, lease: Lease) -> str:
        charges = self._arrears.account(lease.id).charges
        billers: dict[int, Biller] = {each.id: each for each in self._arrears.billers()}
        last = charges[-1].biller if charges else None
        return billers[last].account if last in billers else ""

    def _lease(self, lease: LeaseId) -> Lease:
        return self._leases.get(self._arrears.tenancy(lease).lease)
