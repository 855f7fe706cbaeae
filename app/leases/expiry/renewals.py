"""Whether the tenant stays: asked for from the lease, decided by a vedtak (FV-25)."""

from dataclasses import replace
from datetime import date

from app.applications.intake.service import Intakes
from app.applications.model import ApplicationDraft, ApplicationKind, Channel
from app.applications.service import Applications
from app.core.days import short_day
from app.core.errors import Conflict, Invalid, OfficeError, Problem
from app.core.ids import ApplicationId, LeaseId, Ref
from app.decisions.service import Decisions
from app.leases.expiry import store
from app.leases.expiry.model import Renewal
from app.leases.model import Lease
from app.leases.service import Leases
from app.people.service import People
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class Renewals:
    """Open the case of a lease that runs out, and see what came of it."""

    def __init__(
        self,
        db: Database,
        leases: Leases,
        applications: Applications,
        intake: Intakes,
        decisions: Decisions,
        people: People,
    ) -> None:
        self._db = db
        self._leases = leases
        self._applications = applications
        self._intake = intake
        self._decisions = decisions
        self._people = people
        self._asked: Remembered[frozenset[LeaseId]] = Remembered(db)

    def of(self, lease: LeaseId, as_of: date | None = None) -> Renewal | None:
        """The newest request to stay, with its vedtak; None when nobody has asked."""
        return store.renewal(self._db, lease, as_of or self._today)

    def asked(self) -> frozenset[LeaseId]:
        """The leases of which somebody has asked to stay, as `of` would tell of each."""
        return self._asked.get(self._today, lambda: store.asked(self._db, self._today))

    def granted(self) -> frozenset[LeaseId]:
        """The leases whose tenant may stay, while no next lease is signed."""
        return store.granted(self._db, self._today)

    def begin(
        self, lease: LeaseId, received_on: date, channel: Channel = Channel.PHONE
    ) -> ApplicationId:
        """The case in which it is decided: the one there is, or a new one from the lease.

        OfficeError lease_not_running, renewal_decided_already; Conflict renewal_of_other_lease
        when the tenant's open request is about another lease. Invalid for a day that cannot be.
        """
        known = self._leases.get(lease)
        if not known.state.lived_in:
            raise OfficeError("lease_not_running", number=known.number)
        there = self.of(lease)
        if there is not None and there.decided:
            raise OfficeError("renewal_decided_already", number=there.vedtak_number)
        self._check_day(known, received_on)
        open_one = self._applications.open_of(known.draft.tenant, ApplicationKind.RENEWAL)
        if open_one is not None:
            return self._link(known, open_one)
        with self._db.unit("lease.renewal_begun", Ref("lease", lease)) as unit:
            application = self._applications.add(unit, self._draft(known, received_on, channel))
            store.link(unit, lease, application)
            self._tell_end(unit, known, application)
        return application

    def _check_day(self, known: Lease, received_on: date) -> None:
        if received_on > self._today:
            raise Invalid([Problem("received_on", "day_in_future")])
        if known.draft.start is not None and received_on < known.draft.start:
            facts: dict[str, object] = {"start": known.draft.start}
            raise Invalid([Problem("received_on", "renewal_before_start", facts=facts)])

    def _link(self, known: Lease, application: ApplicationId) -> ApplicationId:
        linked = store.linked_to(self._db, application)
        if linked is None:
            with self._db.unit("lease.renewal_begun", Ref("lease", known.id)) as unit:
                store.link(unit, known.id, application)
        elif linked != known.id:
            number = self._leases.get(linked).number
            raise Conflict("renewal_of_other_lease", number=number)
        return application

    def _draft(self, known: Lease, received_on: date, channel: Channel) -> ApplicationDraft:
        """What the case before knew of the household and its group."""
        tenant, vedtak = known.draft.tenant, known.draft.vedtak
        household = self._people.household_of(tenant)
        draft = ApplicationDraft(
            applicant=tenant,
            kind=ApplicationKind.RENEWAL,
            received_on=received_on,
            channel=channel,
            household=household.id if household else None,
            present_housing=_housing(known),
        )
        if vedtak is None:
            return draft
        before = self._applications.get(self._decisions.get(vedtak).application).draft
        return replace(
            draft,
            group=before.group,
            other_groups=before.other_groups,
            allocator=before.allocator,
            bedrooms=before.bedrooms,
            accessible=before.accessible,
        )

    def _tell_end(self, unit: Unit, known: Lease, application: ApplicationId) -> None:
        """The last day is known already, so nobody has to type it."""
        if known.draft.end is not None:
            told = self._intake.of(application)
            self._intake.keep(unit, application, replace(told, lease_ends_on=known.draft.end))

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _housing(known: Lease) -> str:
    until = f" til {short_day(known.draft.end)}" if known.draft.end else ""
    return f"Leieavtale {known.number}{until}"
