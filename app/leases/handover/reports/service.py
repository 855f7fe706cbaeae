"""The officer's verbs on the reports of condition."""

from datetime import date

from app.core.errors import Invalid, NotFound, OfficeError, demand
from app.core.ids import DocumentId, LeaseId, Ref
from app.documents.model import Document
from app.dwellings.keys.service import DoorKeys
from app.dwellings.service import Dwellings
from app.leases.handover.papers import HandoverPapers
from app.leases.handover.reports import rules, store
from app.leases.handover.reports.model import (
    Difference,
    HandoverKind,
    Place,
    Report,
    ReportDraft,
    ReportPaper,
    RoomKind,
)
from app.leases.handover.reports.prints import report_document
from app.leases.service import Leases
from app.letters.model import DocumentKind, DocumentRow
from app.letters.service import Letters
from app.storage.database import Database

_PREFIX = {HandoverKind.MOVE_IN: "IP", HandoverKind.MOVE_OUT: "UP"}
_MADE = {
    HandoverKind.MOVE_IN: DocumentKind.MOVE_IN_REPORT,
    HandoverKind.MOVE_OUT: DocumentKind.MOVE_OUT_REPORT,
}
_SIGNED = {
    HandoverKind.MOVE_IN: DocumentKind.SIGNED_MOVE_IN_REPORT,
    HandoverKind.MOVE_OUT: DocumentKind.SIGNED_MOVE_OUT_REPORT,
}
_PHOTO = {
    HandoverKind.MOVE_IN: DocumentKind.MOVE_IN_PHOTO,
    HandoverKind.MOVE_OUT: DocumentKind.MOVE_OUT_PHOTO,
}
SIGNED_TITLES = {
    HandoverKind.MOVE_IN: "Underskrevet innflyttingsprotokoll",
    HandoverKind.MOVE_OUT: "Underskrevet utflyttingsprotokoll",
}
CORRECTED = "rettet før underskrift"


class HandoverReports:
    """Write, compare, make, and take the signed paper in again (DOC-22)."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        dwellings: Dwellings,
        keys: DoorKeys,
        letters: Letters,
        papers: HandoverPapers,
    ) -> None:
        self._db = db
        self._leases = leases
        self._dwellings = dwellings
        self._keys = keys
        self._letters = letters
        self._papers = papers

    def of(self, lease: LeaseId) -> tuple[Report, ...]:
        """Those that are begun or made, the one at moving in first."""
        return store.of(self._db, lease)

    def get(self, lease: LeaseId, kind: HandoverKind) -> Report | None:
        """One of them, if it is begun."""
        return next((each for each in self.of(lease) if each.kind is kind), None)

    def begun(self, lease: LeaseId, kind: HandoverKind) -> ReportDraft:
        """What the form starts with: what is written, else the rooms, all of it good.

        At moving out the rooms are those of the first report.
        """
        known = self.get(lease, kind)
        if known is not None:
            return known.draft
        first = self.get(lease, HandoverKind.MOVE_IN)
        if first is not None:
            return ReportDraft(
                held_on=self._today,
                bedrooms=first.draft.bedrooms,
                rooms=first.draft.rooms,
                remarks=first.draft.remarks,
            )
        bedrooms = self._dwellings.get(self._leases.get(lease).draft.dwelling).draft.bedrooms
        draft = rules.template(bedrooms or 0)
        return ReportDraft(held_on=self._today, bedrooms=draft.bedrooms, rooms=draft.rooms)

    def rooms(self, draft: ReportDraft) -> tuple[tuple[RoomKind, int], ...]:
        """The rooms of a draft, in order."""
        return rules.rooms(draft)

    def places(self, draft: ReportDraft) -> tuple[Place, ...]:
        """Everything that is looked at."""
        return rules.places(draft)

    def differences(self, lease: LeaseId) -> tuple[Difference, ...] | None:
        """The second report set against the first; None when one of them is not there."""
        both = {report.kind: report.draft for report in self.of(lease)}
        if len(both) < len(HandoverKind):
            return None
        return rules.compare(both[HandoverKind.MOVE_IN], both[HandoverKind.MOVE_OUT])

    def beyond_wear(self, lease: LeaseId) -> tuple[Difference, ...]:
        """What the officer judged to be more than normal wear (HL-73), of the report as made."""
        last = self.get(lease, HandoverKind.MOVE_OUT)
        if last is None or last.issued_on is None:
            return ()
        found = self.differences(lease)
        if found is None:
            worse = (remark for remark in last.draft.remarks if remark.beyond_wear)
            return tuple(
                Difference(each.place, None, each.condition, each.words, beyond_wear=True)
                for each in worse
            )
        return tuple(each for each in found if each.beyond_wear)

    def check(self, lease: LeaseId, kind: HandoverKind, draft: ReportDraft) -> Invalid | None:
        """What is wrong with a draft, told or not; None when nothing is."""
        problems = rules.check(draft, kind, self._before(lease, kind))
        return Invalid(problems) if problems else None

    def save(self, lease: LeaseId, kind: HandoverKind, draft: ReportDraft) -> None:
        """What the form holds now, right or not; OfficeError report_signed."""
        known = self._open(lease, kind)
        if known is not None and known.draft == draft:
            return
        with self._db.unit("handover_report.saved", Ref("lease", lease)) as unit:
            store.put(unit, known, Report(lease, kind, draft))

    def preview(self, lease: LeaseId, kind: HandoverKind, draft: ReportDraft) -> Document:
        """The report as it would be made, marked as a draft."""
        return self._document(lease, kind, draft, as_draft=True)

    def blank(self, lease: LeaseId, kind: HandoverKind) -> Document:
        """One to fill in by hand, with the rooms of the dwelling; kept nowhere."""
        begun = self.begun(lease, kind)
        empty = ReportDraft(bedrooms=begun.bedrooms, rooms=begun.rooms)
        return self._document(lease, kind, empty, as_draft=False, blank=True)

    def issue(self, lease: LeaseId, kind: HandoverKind, draft: ReportDraft) -> DocumentId:
        """Make it for signing. Made once more before it is signed, it takes the first's place.

        Invalid with what it lacks; OfficeError report_signed. Final.
        """
        known = self._open(lease, kind)
        demand(rules.check(draft, kind, self._before(lease, kind)))
        document = self._document(lease, kind, draft, as_draft=False)
        self._papers.show(lease, document.reference)
        with self._db.unit("handover_report.issued", Ref("lease", lease), final=True) as unit:
            number = store.put(unit, known, Report(lease, kind, draft))
            made = self._papers.issue(unit, lease, document, _MADE[kind])
            if known is not None and known.document is not None:
                self._letters.replace(unit, known.document, made, CORRECTED)
            store.issued(unit, number, made)
        return made

    def signed(
        self, lease: LeaseId, kind: HandoverKind, scan: bytes, media_type: str
    ) -> DocumentId:
        """The signed paper, kept on the lease; from now on the report is not changed."""
        report = self.get(lease, kind)
        if report is None or report.document is None:
            raise NotFound("report_missing")
        title = SIGNED_TITLES[kind]
        return self._receive(lease, scan, media_type, title, _SIGNED[kind])

    def add_photo(
        self, lease: LeaseId, kind: HandoverKind, picture: bytes, media_type: str, shows: str
    ) -> DocumentId:
        """A picture, kept inside the register; `shows` is what the report lists it as."""
        return self._receive(lease, picture, media_type, shows, _PHOTO[kind])

    def photos(self, lease: LeaseId, kind: HandoverKind) -> tuple[DocumentRow, ...]:
        """The pictures of a report, oldest first."""
        return self._papers_of(lease, _PHOTO[kind])

    def signed_papers(self, lease: LeaseId, kind: HandoverKind) -> tuple[DocumentRow, ...]:
        """The signed papers of a report that were scanned in."""
        return self._papers_of(lease, _SIGNED[kind])

    def _receive(
        self, lease: LeaseId, content: bytes, media_type: str, title: str, kind: DocumentKind
    ) -> DocumentId:
        tenant = self._leases.get(lease).draft.tenant
        case = Ref("lease", lease)
        return self._letters.receive(case, tenant, content, media_type, title, kind)

    def _papers_of(self, lease: LeaseId, kind: DocumentKind) -> tuple[DocumentRow, ...]:
        found = self._letters.of(Ref("lease", lease))
        return tuple(row for row in reversed(found) if row.kind is kind)

    def _open(self, lease: LeaseId, kind: HandoverKind) -> Report | None:
        if self.signed_papers(lease, kind):
            raise OfficeError("report_signed")
        return self.get(lease, kind)

    def _before(self, lease: LeaseId, kind: HandoverKind) -> ReportDraft | None:
        first = self.get(lease, HandoverKind.MOVE_IN)
        return first.draft if first is not None and kind is HandoverKind.MOVE_OUT else None

    def _document(
        self,
        lease: LeaseId,
        kind: HandoverKind,
        draft: ReportDraft,
        *,
        as_draft: bool,
        blank: bool = False,
    ) -> Document:
        dwelling = self._dwellings.get(self._leases.get(lease).draft.dwelling).draft
        before = self._before(lease, kind)
        head = self._papers.head(lease, _PREFIX[kind], draft=as_draft)
        paper = ReportPaper(
            head=head,
            kind=kind,
            draft=draft,
            meter_power=dwelling.meter_power,
            meter_water=dwelling.meter_water,
            keys=() if blank else self._keys.of_lease(lease),
            photos=tuple(row.title for row in self.photos(lease, kind)),
            compared=None if before is None else rules.compare(before, draft),
            blank=blank,
        )
        return report_document(paper, self._papers.text("handover_report", head))

    @property
    def _today(self) -> date:
        return self._db.clock.today()
