"""What is known of agreements on instalments: what holds, how it is kept, what can be proposed."""

from collections.abc import Mapping
from datetime import date

from app.arrears.instalments import keeping, rules, store
from app.arrears.instalments.model import (
    Affordable,
    Breach,
    Growth,
    InstalmentAgreement,
    InstalmentDraft,
    InstalmentState,
    Keeping,
    Part,
    Talk,
)
from app.arrears.model import RentAccount, Tenancy
from app.arrears.service import Arrears
from app.core.errors import NotFound, Problem
from app.core.ids import LeaseId
from app.core.money import Ore
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered

Known = tuple[InstalmentAgreement, ...]
Held = Mapping[LeaseId, tuple[InstalmentAgreement, Breach | None]]


class KnownInstalments:
    """Reads alone; every read takes a day, and is as things stood that day."""

    def __init__(self, db: Database, arrears: Arrears, settings: Settings) -> None:
        self._db = db
        self._arrears = arrears
        self._settings = settings
        self._remembered: Remembered[Known] = Remembered(db)
        self._holding: Remembered[Held] = Remembered(db)

    def of(self, lease: LeaseId, day: date | None = None) -> Known:
        """Every one of a tenancy as it stood on a day, the newest first."""
        leases, known = self._arrears.tenancy(lease).leases, self._all(day or self._today)
        return tuple(each for each in known if each.lease in leases) if known else ()

    def get(self, agreement: int, day: date | None = None) -> InstalmentAgreement:
        """One; NotFound instalments_not_found."""
        for each in self._all(day or self._today):
            if each.id == agreement:
                return each
        raise NotFound("instalments_not_found")

    def current(self, lease: LeaseId, day: date | None = None) -> InstalmentAgreement | None:
        """The one both are bound by; None once it is kept, broken or ended."""
        found = self.held(lease, day or self._today)
        return None if found is None else found[0]

    def open(self, lease: LeaseId) -> InstalmentAgreement | None:
        """The one that is written or offered, and not signed."""
        return next((each for each in self.of(lease) if each.state.open), None)

    def state(self, agreement: InstalmentAgreement, day: date | None = None) -> InstalmentState:
        """Where it stands on a day, payments told."""
        return keeping.state_on(agreement, self.keeping(agreement, day))

    def keeping(self, agreement: InstalmentAgreement, day: date | None = None) -> Keeping:
        """How it is kept: each part, what is missing and what is paid ahead."""
        account = self._account(agreement.lease)
        return keeping.keeping(agreement, account, day or self._today)

    def growth(self, agreement: InstalmentAgreement) -> Growth:
        """What is owed beside what the agreement covers; it does not stop it from being kept."""
        return keeping.growth(self.keeping(agreement), self._arrears.owed(agreement.lease))

    def breach(self, lease: LeaseId, day: date) -> Breach | None:
        """What is missing of the one that holds, from the day after its moved day; None if kept."""
        found = self.held(lease, day)
        return None if found is None else found[1]

    def held(self, lease: LeaseId, day: date) -> tuple[InstalmentAgreement, Breach | None] | None:
        """The one both are bound by with what of it was not kept; None where none holds."""
        return self.held_on(day).get(self._named(lease))

    def held_on(self, day: date) -> Held:
        """As `held`, of every tenancy where one holds, by its newest lease."""
        return self._holding.get(day, lambda: self._read_held(day))

    def breaches(self, day: date | None = None) -> tuple[Breach, ...]:
        """Every agreement that is not followed on a day, the oldest breach first."""
        found = (breach for _, breach in self.held_on(day or self._today).values())
        return tuple(sorted((each for each in found if each), key=lambda each: each.since))

    def talks(self, agreement: int) -> tuple[Talk, ...]:
        """When the tenant was told of a breach, oldest first."""
        return store.talks(self._db, agreement)

    # proposing

    def longest(self) -> int:
        """How many months the municipality lets it take."""
        return self._settings.parameters.whole(rules.LONGEST, self._today)

    def affordable(self, lease: LeaseId, total: Ore | None = None) -> Affordable | None:
        """What could be paid a month beside the rent; None when nothing is owed."""
        rent = self._arrears.tenancy(lease).rent
        share = self._settings.parameters.whole(rules.SHARE, self._today)
        owed = self._total(lease) if total is None else total
        return rules.affordable(owed, rent, share, self.longest())

    def proposed(self, lease: LeaseId) -> InstalmentDraft:
        """The one being written, else one made from what is owed and not in dispute."""
        known = self.open(lease)
        if known is not None:
            return rules.draft_of(known)
        found = self.affordable(lease)
        return InstalmentDraft(
            total=self._total(lease) or None,
            first_on=self._first_day(),
            amount=found.amount if found else None,
            agreed_by=self._arrears.tenancy(lease).tenant_name,
        )

    def plan(self, draft: InstalmentDraft) -> tuple[Part, ...]:
        """The parts it would be; nothing for more than can be agreed."""
        return rules.plan(draft) if rules.count_of(draft) <= self.longest() else ()

    def check(self, lease: LeaseId, draft: InstalmentDraft) -> tuple[Problem, ...]:
        """What stands between it and the agreement."""
        return rules.check(draft, self._arrears.owed(lease), self._today, self.longest())

    # of its own

    def _read_held(self, day: date) -> Held:
        signed = [each for each in self._all(day) if each.state is InstalmentState.SIGNED]
        tenancies = self._arrears.tenancies_of(each.lease for each in signed)
        since: dict[Tenancy, date] = {}
        for each in signed:
            tenancy, first = tenancies[each.lease], keeping.reads_from(each)
            since[tenancy] = min(first, since.get(tenancy, first))
        flows = self._arrears.flows(since)
        found: dict[LeaseId, tuple[InstalmentAgreement, Breach | None]] = {}
        for each in signed:  # the newest first
            whose = tenancies[each.lease].lease
            if whose not in found:
                kept = keeping.kept_by(each, flows[whose], day)
                if keeping.state_on(each, kept).holds:
                    found[whose] = each, self._broken(each, kept)
        return found

    def _breach(self, known: InstalmentAgreement, day: date) -> Breach | None:
        return self._broken(known, self.keeping(known, day)) if known.state.holds else None

    def _broken(self, known: InstalmentAgreement, kept: Keeping) -> Breach | None:
        if not known.state.holds or kept.since is None:
            return None
        told = [
            each.told_on
            for each in self.talks(known.id)
            if each.way.reached and kept.since <= each.told_on <= kept.on
        ]
        return Breach(
            lease=self._named(known.lease),
            agreement=known.id,
            on=kept.on,
            since=kept.since,
            missing=kept.missing,
            rent_missing=kept.rent_missing,
            parts_missing=kept.parts_missing,
            told_on=max(told, default=None),
        )

    def _named(self, lease: LeaseId) -> LeaseId:
        return self._arrears.tenancy(lease).lease

    def _account(self, lease: LeaseId) -> RentAccount:
        return self._arrears.account(lease)

    def _total(self, lease: LeaseId) -> Ore:
        """What is owed and not in dispute: nobody agrees to pay what they say is wrong (INK-05)."""
        owed = self._arrears.owed(lease)
        return Ore(owed.total - owed.disputed)

    def _first_day(self) -> date:
        return rules.first_day(self._settings.parameters, self._today)

    def _all(self, day: date) -> Known:
        return self._remembered.get(day, lambda: store.agreements(self._db, day))

    @property
    def _today(self) -> date:
        return self._db.clock.today()
