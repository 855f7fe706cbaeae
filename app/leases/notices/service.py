"""The officer's verbs on notices to end a lease."""

from dataclasses import replace
from datetime import date

from app.core.dated import Starts
from app.core.deadlines import Deadline
from app.core.errors import Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.endings.model import EndCause
from app.leases.endings.service import Endings
from app.leases.letters import document_of
from app.leases.model import Lease, LeaseState
from app.leases.notices import rules, store
from app.leases.notices.model import (
    Deaths,
    DepositedRent,
    GivenBy,
    LandlordNoticeDraft,
    LeaseDuty,
    Notice,
    NoticeDue,
    NoticeStanding,
    Subtenants,
    TenantNoticeDraft,
)
from app.leases.notices.papers import EndPapers
from app.leases.service import Leases
from app.leases.terms import state_on
from app.letters.model import DocumentKind, Issued
from app.letters.service import Letters
from app.people.model import HeldAddress
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

ANNULLED = "Brevet med oppsigelsen er annullert."


class Notices:
    """Notice by the tenant or the landlord, and an end that both agree on."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        endings: Endings,
        letters: Letters,
        settings: Settings,
        papers: EndPapers,
    ) -> None:
        self._db = db
        self._leases = leases
        self._endings = endings
        self._letters = letters
        self._settings = settings
        self._papers = papers
        self._subtenants: Subtenants | None = None
        self._deaths: Deaths | None = None
        self._deposits: DepositedRent | None = None
        letters.know_watcher(self)

    def know_subtenants(self, subtenants: Subtenants) -> None:
        """The slice that knows who rents a part with consent (HL-77)."""
        self._subtenants = subtenants

    def know_deaths(self, deaths: Deaths) -> None:
        """The slice that knows of a tenant's death (HL-70)."""
        self._deaths = deaths

    def know_deposits(self, deposits: DepositedRent) -> None:
        """The slice where rent that is paid in under § 3-8 is known (HL-20)."""
        self._deposits = deposits

    # what is known

    def of(self, lease: LeaseId) -> tuple[Notice, ...]:
        """Every notice of a lease, oldest first."""
        return store.of(self._db, lease)

    def get(self, notice: int) -> Notice:
        """One notice; NotFound when there is none."""
        found = store.get(self._db, notice)
        if found is None:
            raise NotFound("termination_notice_not_found")
        return found

    def standing(self, notice: Notice) -> NoticeStanding:
        """Where it stands today."""
        return rules.standing(notice, self._today)

    def current(self, lease: LeaseId) -> Notice | None:
        """The newest one that still holds, waits to be sent, or is fought over."""
        over = {NoticeStanding.WITHDRAWN, NoticeStanding.LAPSED, NoticeStanding.SET_ASIDE}
        found = [each for each in self.of(lease) if self.standing(each) not in over]
        return found[-1] if found else None

    def protest_until(self, notice: Notice) -> Deadline | None:
        """The last day to protest; None before the notice is sent, or when the tenant gave it."""
        if notice.document is None or notice.given_on is None:
            return None
        came = notice.protest.arrived_on if notice.protest else self.arrived(notice)
        return None if came is None else rules.protest_until(came, self._settings.parameters)

    def arrived(self, notice: Notice) -> date | None:
        """The day the tenant got it, as recorded on its letter; assumed when nobody told."""
        if notice.document is None:
            return None
        parameters = self._settings.parameters
        return self._letters.counted_from(notice.document, Starts.ARRIVED, parameters).day

    def arrival_assumed(self, notice: Notice) -> bool:
        """Whether nobody has told when it came to the tenant (DL-10)."""
        if notice.document is None or notice.protest is not None:
            return False
        parameters = self._settings.parameters
        return self._letters.counted_from(notice.document, Starts.ARRIVED, parameters).assumed

    def can_end(self, lease: Lease) -> bool:
        """Whether there is anything left to end."""
        return rules.may_end_it(lease)

    def terminable(self, lease: Lease) -> bool:
        """Whether it can be ended by notice now (HL-41), always after a death (HL-70)."""
        if self._deaths is not None and self._deaths.died(lease.id):
            return True
        asked = self._letters.sent_on(Ref("lease", lease.id), DocumentKind.MOVE_OUT_REQUEST)
        draft = lease.draft
        without = state_on(
            LeaseState.SIGNED if lease.signed_on else lease.state,
            draft.start,
            draft.end,
            self._today,
            self._settings.parameters,
            move_out_request_sent=asked,
        )
        return rules.terminable(lease, without is LeaseState.TURNED_OPEN_ENDED)

    def due(self) -> tuple[NoticeDue, ...]:
        """The landlord's notices that are given and not withdrawn (AL-12)."""
        return tuple(
            NoticeDue(each, self.standing(each), self.protest_until(each))
            for each in store.landlords(self._db)
        )

    # the tenant's

    def tenant_end(self, lease: LeaseId, draft: TenantNoticeDraft) -> date | None:
        """The last day it leads to (HL-63); None while nothing says when it came."""
        kind = self._leases.get(lease).draft.kind
        return rules.tenant_end(draft, kind, self._settings.parameters)

    def check_tenant(self, lease: LeaseId, draft: TenantNoticeDraft) -> tuple[Problem, ...]:
        """What is wrong with it, beside its field."""
        about, contested = self._about(lease), {NoticeStanding.PROTESTED, NoticeStanding.SUED}
        ours = self.current(lease)
        if ours is not None and self.standing(ours) in contested:  # it may never end anything
            about = replace(about, lease=replace(about.lease, ended_on=None))
        return rules.check_tenant(draft, about, self._settings.parameters)

    def tenant_gave(self, lease: LeaseId, draft: TenantNoticeDraft) -> int:
        """The tenant ended the lease. Invalid, for a fixed term without such a right too."""
        demand(self.check_tenant(lease, draft))
        end, given = self.tenant_end(lease, draft), rules.given_on(draft)
        if end is None or given is None:
            raise Invalid([Problem("received_on", "notice_received_missing", "HL-61")])
        with self._db.unit("lease.tenant_gave_notice", Ref("lease", lease)) as unit:
            made = store.insert_tenant(unit, lease, draft, given, end)
            self._endings.end(unit, lease, end, EndCause.TENANT_NOTICE)
        return made

    def preview_confirmation(self, notice: int) -> Document:
        """The confirmation as a draft."""
        return self._confirmation(self.get(notice), as_draft=True)

    def confirm(self, notice: int) -> Made:
        """Tell the tenant that the notice has come, and the last day; final."""
        known = self.get(notice)
        lease = self._leases.get(known.lease)
        self._officer()
        self._papers.show_address(lease)
        document = self._confirmation(known, as_draft=False)
        with self._db.unit("lease.notice_confirmed", Ref("lease", lease.id), final=True) as unit:
            return self._papers.issue(unit, lease, document, DocumentKind.NOTICE_CONFIRMATION)

    def _confirmation(self, notice: Notice, *, as_draft: bool) -> Document:
        lease = self._leases.get(notice.lease)
        given = notice.given_on or notice.recorded_on
        lawful = rules.notice_end(lease.draft.kind, given, self._settings.parameters)
        return self._papers.confirmation(lease, notice, lawful, as_draft=as_draft)

    # both agree

    def agree(self, lease: LeaseId, last_day: date, reason: str) -> None:
        """Both agree on the last day (HL-41); Invalid without saying how it was agreed."""
        problems = []
        if last_day < self._today:
            problems.append(Problem("last_day", "agreed_day_has_been", remedy=self._today))
        if not reason.strip():
            problems.append(Problem("reason", "agreed_reason_missing"))
        demand(tuple(problems))
        self._left_to_end(self._leases.get(lease))
        with self._db.unit("lease.move_out_agreed", Ref("lease", lease)) as unit:
            self._endings.end(unit, lease, last_day, EndCause.AGREED, reason)

    def take_back_agreed(self, lease: LeaseId, reason: str) -> None:
        """Both let the agreed day go: the lease runs on."""
        held = self._endings.of(lease)
        if held is None or held.cause is not EndCause.AGREED:
            raise OfficeError("move_out_not_agreed")
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        with self._db.unit("lease.agreement_withdrawn", Ref("lease", lease)) as unit:
            self._endings.take_back(unit, lease, reason.strip())

    def withdraw(self, notice: int, reason: str) -> None:
        """Both agree that it shall not hold; the lease runs on."""
        known = self.get(notice)
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        if self.standing(known) not in _TAKEN_BACK:
            raise OfficeError("notice_not_open")
        with self._db.unit("lease.notice_withdrawn", Ref("lease", known.lease)) as unit:
            self._withdraw(unit, known, reason.strip())

    def _withdraw(self, unit: Unit, notice: Notice, reason: str) -> None:
        unit.update(
            "termination_notice", notice.id, withdrawn_on=unit.today, withdrawn_reason=reason
        )
        moved = self._leases.get(notice.lease).state is LeaseState.ENDED  # accepted so (HL-65)
        if notice.given_on and not moved and self.standing(notice) not in _HELD_NO_MORE:
            cause = _CAUSES[notice.given_by]
            self._endings.take_back(unit, notice.lease, reason, cause=cause)

    def leads(self, notice: Notice) -> bool:
        """Whether the end that is recorded now comes from this kind of notice."""
        held = self._endings.of(notice.lease)
        return held is not None and held.cause is _CAUSES[notice.given_by]

    # the landlord's

    def subtenants(self, lease: LeaseId) -> tuple[str, ...]:
        """Those who must have a copy (HL-77), as far as the register knows."""
        if self._subtenants is None:
            return ()
        found = self._subtenants.approved_subtenants(lease, self._today)
        return tuple(dict.fromkeys(each.name for each in found if each.name))

    def landlord_end(self, lease: LeaseId) -> date:
        """The last day when the letter goes out today."""
        return self._end_if_given(self._leases.get(lease), self._today)

    def check_landlord(self, lease: LeaseId, draft: LandlordNoticeDraft) -> tuple[Problem, ...]:
        """What keeps it from being given."""
        about, end = self._about(lease), self.landlord_end(lease)
        problems = rules.check_landlord(draft, about, end, self.subtenants(lease))
        if draft.duty is LeaseDuty.RENT and not draft.rent_deposited and self._deposits:
            held = self._deposits.deposited(lease, self._today)
            problems = (*problems, *rules.deposit_problems(*held))
        if self._deaths is None or not self._deaths.died(lease):
            return problems
        free = self._deaths.landlord_may_end(lease, self._today)
        return problems if free else (*rules.someone_may_enter(), *problems)

    def preview_landlord(self, lease: LeaseId, draft: LandlordNoticeDraft) -> Document:
        """The notice as a draft; it never shows an address that is kept secret (ADR-03)."""
        known = self._leases.get(lease)
        return self._papers.notice(known, draft, self.landlord_end(lease), as_draft=True)

    def give(self, lease: LeaseId, draft: LandlordNoticeDraft) -> Made:
        """Finish the notice with a copy to each sub-tenant; it is given when it is sent. Final."""
        demand(self.check_landlord(lease, draft))
        known, end = self._leases.get(lease), self.landlord_end(lease)
        self._left_to_end(known)
        self._officer()
        self._papers.show_address(known)
        document = self._papers.notice(known, draft, end, as_draft=False)
        with self._db.unit("lease.notice_written", Ref("lease", lease), final=True) as unit:
            made = self._papers.issue(unit, known, document, DocumentKind.TERMINATION_NOTICE)
            self._papers.copy_to(unit, known, document, draft.copies)
            store.insert_landlord(unit, lease, draft, document_of(made), end)
        return made

    def letter_sent(self, unit: Unit, letter: Issued, day: date) -> None:
        """The notice is given the day its letter goes out (HL-04); never to an earlier end."""
        notice = store.by_document(self._db, letter.id)
        if notice is None or notice.given_on is not None:
            return
        lease = self._leases.get(notice.lease)
        end = max(notice.end_on, self._end_if_given(lease, day))
        unit.update("termination_notice", notice.id, given_on=day, end_on=end)
        held = self._endings.of(lease.id)
        self._endings.end(unit, lease.id, end, EndCause.LANDLORD_NOTICE)
        if held is not None and held.last_day is not None and held.last_day <= end:
            self._endings.end(unit, lease.id, held.last_day, held.cause, held.reason)

    def letter_annulled(self, unit: Unit, letter: Issued, reason: str) -> None:
        """A notice whose letter does not hold is none."""
        notice = store.by_document(self._db, letter.id)
        if notice is not None and notice.withdrawn_on is None:
            self._withdraw(unit, notice, reason or ANNULLED)

    # ends of others

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Nothing of its own: the lease tells where they live."""
        del people
        return ()

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove what hangs on their leases; before the leases themselves."""
        for person in people:
            for row in self._leases.of_person(person):
                store.forget(unit, row.id)
        return ()

    def _about(self, lease: LeaseId) -> rules.Standing:
        known = self._leases.get(lease)
        return rules.Standing(known, self.terminable(known), self._today)

    def _end_if_given(self, lease: Lease, day: date) -> date:
        return rules.notice_end(lease.draft.kind, day, self._settings.parameters)

    def _left_to_end(self, lease: Lease) -> None:
        if not rules.may_end_it(lease):
            raise OfficeError("lease_not_running", number=lease.number)

    def _officer(self) -> None:
        if self._settings.me is None:
            raise OfficeError("officer_needed")

    @property
    def _today(self) -> date:
        return self._db.clock.today()


_CAUSES = {
    GivenBy.TENANT: EndCause.TENANT_NOTICE,
    GivenBy.LANDLORD: EndCause.LANDLORD_NOTICE,
}
_HELD_NO_MORE = frozenset({NoticeStanding.LAPSED, NoticeStanding.SET_ASIDE})
_TAKEN_BACK = frozenset(
    {
        NoticeStanding.UNSENT,
        NoticeStanding.HOLDS,
        NoticeStanding.PROTESTED,
        NoticeStanding.SUED,
    }
)
