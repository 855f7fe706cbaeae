"""The letter with what living on costs (HL-74)."""

from datetime import date

from app.core.errors import Invalid, Problem
from app.core.ids import LeaseId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.aftermath.handback.service import Handbacks
from app.leases.aftermath.papers import AftermathPapers
from app.leases.aftermath.prints import charge_letter
from app.letters.model import DocumentKind
from app.settings.service import Settings
from app.storage.database import Database

TEXT = "occupation_charge"


class OccupationCharges:
    """States to the tenant what is owed to a day; the sum itself is counted, never kept."""

    def __init__(
        self, db: Database, handbacks: Handbacks, settings: Settings, papers: AftermathPapers
    ) -> None:
        self._db = db
        self._handbacks = handbacks
        self._settings = settings
        self._papers = papers

    def preview(self, lease: LeaseId, until: date | None) -> Document:
        """The letter as a draft; Invalid when there is nothing to charge to that day."""
        return self._letter(lease, until, draft=True)

    def issue(self, lease: LeaseId, until: date | None) -> Made:
        """The same for good, under «Skal sendes»; final."""
        self._papers.demand_officer()
        document = self._letter(lease, until, draft=False)
        self._papers.show_address(lease)
        subject = Ref("lease", lease)
        with self._db.unit("occupation_charge.issued", subject, final=True) as unit:
            return self._papers.issue(unit, lease, document, DocumentKind.OCCUPATION_CHARGE)

    def _letter(self, lease: LeaseId, until: date | None, *, draft: bool) -> Document:
        today = self._db.clock.today()
        if until is None or until > today:
            code = "day_in_future" if until else "charge_day_missing"
            raise Invalid([Problem("until", code, "HL-74", remedy=today)])
        charge = self._handbacks.charge(lease, until)
        if charge is None:
            raise Invalid([Problem("until", "charge_nothing", "HL-74")])
        letter = self._papers.to_tenant(lease, draft=draft)
        text = self._settings.text(TEXT, letter.sender.language, today)
        return charge_letter(letter, charge, self._papers.pay_by(), text)
