"""What the register says around a tenancy that the home track stands on."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.arrears.model import Owed, Tenancy
from app.arrears.service import Arrears
from app.arrears.steps.model import ArrearsStepKind
from app.arrears.steps.service import ArrearsSteps
from app.core.ids import LeaseId, Ref
from app.evictions.notices.grounds import GroundFacts, LandlordNoticed
from app.followup.contact_notes.model import ContactChannel
from app.followup.contact_notes.service import ContactNotes
from app.leases.model import Lease
from app.leases.notices.breaches import Terminations
from app.leases.notices.model import GivenBy, Notice
from app.leases.notices.service import Notices
from app.leases.service import Leases
from app.letters.model import DocumentKind
from app.letters.service import Letters

MEETINGS = frozenset({ContactChannel.MEETING, ContactChannel.HOME_VISIT, ContactChannel.IN_PERSON})
"""Contacts that are a meeting, or an attempt at one (AL-10)."""
_TALKS = frozenset({ArrearsStepKind.MEETING, ArrearsStepKind.VISIT})
_PAPERS = frozenset({DocumentKind.LEASE, DocumentKind.SIGNED_LEASE})


class TrackFacts:
    """Reads them, each for a day."""

    def __init__(
        self,
        arrears: Arrears,
        leases: Leases,
        notices: Notices,
        terminations: Terminations,
        contacts: ContactNotes,
        letters: Letters,
        steps: ArrearsSteps,
    ) -> None:
        self._arrears = arrears
        self._leases = leases
        self._notices = notices
        self._terminations = terminations
        self._contacts = contacts
        self._letters = letters
        self._steps = steps

    def tenancy(self, lease: LeaseId) -> Tenancy:
        """The tenancy a lease belongs to; NotFound when there is none."""
        return self._arrears.tenancy(lease)

    def tenancies(self, leases: Iterable[LeaseId]) -> Iterable[Tenancy]:
        """Those of some leases, read at one stroke."""
        return self._arrears.tenancies_of(leases).values()

    def owed(self, lease: LeaseId, day: date) -> Owed:
        """What is due that day."""
        return self._arrears.owed(lease, day)

    def owing(self, day: date) -> Mapping[LeaseId, Owed]:
        """What each tenancy owes that owes something that day."""
        return self._arrears.owing(day)

    def paid_since(self, lease: LeaseId, since: date, day: date) -> int:
        """What has come in after a day, whole øre."""
        found = self._arrears.account(lease).payments
        return sum(each.amount for each in found if each.stands and since < each.paid_on <= day)

    def lease(self, tenancy: Tenancy) -> Lease:
        """The newest lease of a tenancy that is signed; else the newest of all."""
        known = [self._leases.get(each) for each in reversed(tenancy.leases)]
        return next((each for each in known if each.signed_on), known[0])

    def around(self, tenancy: Tenancy, owed: Owed, day: date) -> GroundFacts:
        """What the grounds of § 13-2 are judged by."""
        lease = self.lease(tenancy)
        signed = lease if lease.signed_on and lease.signed_on <= day else None
        return GroundFacts(
            today=day,
            lease=signed,
            owed=owed,
            kept=any(each.kind in _PAPERS for each in self._letters.of(Ref("lease", lease.id))),
            noticed=self._noticed(lease.id),
            terminated=any(
                each.sent_on and each.sent_on <= day and each.withdrawn_on is None
                for each in self._terminations.of(lease.id)
            ),
        )

    def _noticed(self, lease: LeaseId) -> LandlordNoticed | None:
        found = [each for each in self._notices.of(lease) if _given(each)]
        if not found:
            return None
        notice = found[-1]
        protest, until = notice.protest, self._notices.protest_until(notice)
        return LandlordNoticed(
            protest_until=until.moved if until else None,
            last_day=notice.end_on,
            protested=protest is not None and not protest.late,
            set_free=protest is not None and bool(protest.upheld),
        )

    def met(self, tenancy: Tenancy, since: date, day: date) -> date | None:
        """The last day somebody met the tenant, or tried, from a day on."""
        noted = self._contacts.last_by(tenancy.tenant, MEETINGS, since, day)
        steps = (each.day for each in self._steps.of(tenancy.lease) if each.kind in _TALKS)
        found = [each for each in steps if since <= each <= day]
        return max([*found, *([noted] if noted else [])], default=None)


def _given(notice: Notice) -> bool:
    by_us = notice.given_by is GivenBy.LANDLORD and notice.given_on is not None
    return by_us and notice.withdrawn_on is None
