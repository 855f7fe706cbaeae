"""The officer's verbs on what creditors claim in a case."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from app.arrears.accounts.collector import CostCeiling, ceiling
from app.core.errors import Conflict, NotFound, Problem, demand
from app.core.ids import DebtCaseId, DebtClaimId, DwellingId, PersonId, Ref
from app.debt.claims import rules, store
from app.debt.claims.creditors import Creditors
from app.debt.claims.model import (
    ClaimStanding,
    ClaimSums,
    ClaimTotals,
    CostCheck,
    Creditor,
    CreditorDraft,
    DebtClaim,
    DebtClaimDraft,
    DebtClaimKind,
    FoundRent,
    SumsRow,
)
from app.debt.claims.our_rent import OurRent
from app.debt.service import DebtCases
from app.people.model import HeldAddress
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class DebtClaims:
    """Kind, sums, collector and how far each creditor has come, by day."""

    def __init__(
        self,
        db: Database,
        settings: Settings,
        cases: DebtCases,
        creditors: Creditors,
        our_rent: OurRent,
    ) -> None:
        self._db = db
        self._settings = settings
        self._cases = cases
        self._creditors = creditors
        self._our_rent = our_rent
        self._rows: Remembered[Mapping[DebtCaseId, tuple[DebtClaim, ...]]] = Remembered(db)
        self._stored: Remembered[tuple[DebtClaim, ...]] = Remembered(db)

    # what is known

    def by_case(self, on: date | None = None) -> Mapping[DebtCaseId, tuple[DebtClaim, ...]]:
        """The claims of every case that has any, as they stood on a day."""
        day = on or self._today
        return self._rows.get(day, lambda: self._read(day))

    def of(self, case: DebtCaseId, on: date | None = None) -> tuple[DebtClaim, ...]:
        """The claims of a case as they stood on a day; settled ones too, and last.

        What keeps home, power, insurance and children comes first (GJ-05), then the largest.
        """
        return self.by_case(on).get(case, ())

    def open_among(
        self, claims: Collection[DebtClaimId], on: date | None = None
    ) -> frozenset[DebtClaimId]:
        """Those of some claims that are still claimed; reads no other."""
        return store.open_among(self._db, claims, on or self._today)

    def get(self, claim: DebtClaimId, on: date | None = None) -> DebtClaim:
        """One claim; NotFound when there is none."""
        for known in self.by_case(on).values():
            for each in known:
                if each.id == claim:
                    return each
        raise NotFound("debt_claim_not_found")

    def creditors(self) -> tuple[Creditor, ...]:
        """Everyone who claims or collects in any case, by name."""
        return self._creditors.all()

    def totals(self, case: DebtCaseId, on: date | None = None) -> ClaimTotals:
        """What is owed in a case; reads no other."""
        day = on or self._today
        held = store.claims_of(self._db, case, day)
        return rules.totals(tuple(self._with_rent(each, day) for each in held))

    def sums(self, claim: DebtClaimId) -> tuple[SumsRow, ...]:
        """What was claimed, oldest first; none for rent owed to us, whose account tells it."""
        return store.sums(self._db, claim)

    def standings(self, claim: DebtClaimId) -> tuple[ClaimStanding, ...]:
        """How far the creditor had come, oldest first."""
        return store.standings(self._db, claim)

    def costs(self, claim: DebtClaim) -> CostCheck | None:
        """The collector's costs against the ceiling of that day (INK-10); rent is ours to know."""
        if claim.draft.lease is not None:
            return None
        return rules.cost_check(claim.sums, self._most(claim.draft))

    def _most(self, draft: DebtClaimDraft) -> CostCeiling | None:
        day = draft.as_of or self._today
        return ceiling(draft.sums.principal, day, self._settings.parameters)

    def _read(self, day: date) -> Mapping[DebtCaseId, tuple[DebtClaim, ...]]:
        found: dict[DebtCaseId, list[DebtClaim]] = {}
        for each in self._stored.get(day, lambda: store.claims(self._db, day)):
            found.setdefault(each.case, []).append(self._with_rent(each, day))
        return {case: rules.ordered(claims) for case, claims in found.items()}

    def _with_rent(self, claim: DebtClaim, day: date) -> DebtClaim:
        lease = claim.draft.lease
        if lease is None:
            return claim
        sums = self._our_rent.owed(lease, day)
        return replace(claim, sums=sums, draft=replace(claim.draft, sums=sums, as_of=day))

    # the officer's verbs

    def check(
        self, case: DebtCaseId, draft: DebtClaimDraft, claim: DebtClaimId | None = None
    ) -> tuple[Problem, ...]:
        """What stops a claim, beside the field, and what is told of it."""
        others = [each for each in self.of(case) if each.id != claim]
        known = self._known(draft)
        found = rules.check(known, others, self._today, self._most(draft))
        return (*self._check_new(known), *found)

    def _known(self, draft: DebtClaimDraft) -> DebtClaimDraft:
        """With those typed by name who are in the register already."""
        creditor, collector = draft.new_creditor, draft.new_collector
        found = None if creditor is None else self._creditors.surely(creditor)
        if found is not None:
            draft = replace(draft, creditor=found, new_creditor=None)
        found = None if collector is None else self._creditors.surely(collector)
        if found is not None:
            draft = replace(draft, collector=found, new_collector=None)
        return draft

    def _check_new(self, draft: DebtClaimDraft) -> Iterator[Problem]:
        """Of those to be registered: «creditor_again» and «collector_again» ask about doubles."""
        for role, new in (("creditor", draft.new_creditor), ("collector", draft.new_collector)):
            for each in () if new is None else self._creditors.check(new):
                asked = each.field == "again"
                yield replace(each, field=f"{role}_again" if asked else role)

    def add(self, case: DebtCaseId, draft: DebtClaimDraft) -> DebtClaimId:
        """A creditor's claim. Invalid beside the field."""
        self._cases.get(case)
        demand(self.check(case, draft))
        with self._db.unit("debt_claim.added", Ref("debt_case", case)) as unit:
            return self.add_in(unit, case, draft)

    def add_in(
        self, unit: Unit, case: DebtCaseId, draft: DebtClaimDraft, sheet: int | None = None
    ) -> DebtClaimId:
        """As `add`, inside a larger unit that has checked it."""
        draft = self._registered(unit, self._known(draft))
        day = draft.as_of or unit.today
        claim = store.insert(unit, case, draft, sheet)
        if draft.lease is None:
            store.add_sums(unit, claim, SumsRow(day, draft.sums))
        standing = ClaimStanding(day, draft.stage, draft.collector, draft.attached, draft.disputed)
        store.add_standing(unit, claim, standing)
        return claim

    def _registered(self, unit: Unit, draft: DebtClaimDraft) -> DebtClaimDraft:
        """With those registered who were not in the register."""
        if draft.new_creditor is not None:
            made = self._creditors.register_in(unit, draft.new_creditor)
            draft = replace(draft, creditor=made, new_creditor=None)
        if draft.new_collector is not None:
            firm = replace(draft.new_collector, collector=True)
            made = self._creditors.found_or_made(unit, firm)
            draft = replace(draft, collector=made, new_collector=None)
        return draft

    def correct(self, claim: DebtClaimId, draft: DebtClaimDraft) -> None:
        """Put right what was typed of what does not change with the days; sums have their own."""
        known = self.get(claim)
        of_days = ("sums", "as_of", "stage", "collector", "attached", "disputed", "lease")
        kept = replace(
            draft, new_collector=None, **{name: getattr(known.draft, name) for name in of_days}
        )
        demand(self.check(known.case, kept, claim))
        with self._db.unit("debt_claim.corrected", Ref("debt_case", known.case)) as unit:
            store.correct(unit, claim, self._registered(unit, self._known(kept)))

    def check_claimed(
        self, claim: DebtClaimId, sums: ClaimSums, since: date
    ) -> tuple[Problem, ...]:
        """What is wrong with new sums, and what is told of them."""
        known = self.get(claim)
        if known.draft.lease is not None:
            return (Problem("principal", "debt_claim_from_account"),)
        draft = replace(known.draft, sums=sums, as_of=since)
        return rules.check_sums(draft, self._today, self._most(draft), known.draft.as_of)

    def claimed(self, claim: DebtClaimId, sums: ClaimSums, since: date | None = None) -> None:
        """The creditor says another sum, from a day. Invalid beside the field."""
        known, day = self.get(claim), since or self._today
        demand(self.check_claimed(claim, sums, day))
        with self._db.unit("debt_claim.claimed", Ref("debt_case", known.case)) as unit:
            store.add_sums(unit, claim, SumsRow(day, sums))

    def stands(
        self, claim: DebtClaimId, standing: ClaimStanding, firm: CreditorDraft | None = None
    ) -> None:
        """The creditor has come further, or given up. Invalid beside the field.

        `firm` is a collector typed by name, who is registered with it when they are new.
        """
        known = self.get(claim)
        last = self.standings(claim)[-1].since
        sure = None if firm is None else self._creditors.surely(firm)
        collector = sure or standing.collector
        new = firm if sure is None else None
        told = DebtClaimDraft(creditor=known.creditor, collector=collector, new_collector=new)
        demand(
            (
                *self._check_new(told),
                *rules.check_standing(standing, last, self._today),
                *rules.check_collector(told),
            )
        )
        with self._db.unit("debt_claim.moved", Ref("debt_case", known.case)) as unit:
            collector = self._registered(unit, told).collector
            store.add_standing(unit, claim, replace(standing, collector=collector))

    # rent owed to us

    def found_rent(self, case: DebtCaseId, on: date | None = None) -> tuple[FoundRent, ...]:
        """Rent the register knows is owed, and the case does not tell of yet."""
        day, known = on or self._today, self._cases.get(case)
        told = {each.draft.lease for each in self.of(case, day) if each.draft.lease}
        return self._our_rent.found(known.person, frozenset(told), day)

    def take_rent(self, case: DebtCaseId) -> tuple[DebtClaimId, ...]:
        """Rent owed to us among the other claims; its sums follow the account from now on."""
        if not self.found_rent(case):
            raise Conflict("debt_claim_no_rent")
        with self._db.unit("debt_claim.rent_taken", Ref("debt_case", case)) as unit:
            return self._take(unit, case, self._today)

    def started(self, unit: Unit, case: DebtCaseId, since: date) -> None:
        """The work begins: rent owed to us is among the claims from the first day."""
        self._take(unit, case, since)

    def _take(self, unit: Unit, case: DebtCaseId, since: date) -> tuple[DebtClaimId, ...]:
        found = self.found_rent(case)
        drafts = [replace(self._rent_claim(unit, each), as_of=since) for each in found]
        return tuple(self.add_in(unit, case, draft) for draft in drafts)

    def _rent_claim(self, unit: Unit, found: FoundRent) -> DebtClaimDraft:
        creditor = self._creditors.found_or_made(unit, CreditorDraft(found.creditor))
        return DebtClaimDraft(
            creditor=creditor,
            kind=DebtClaimKind.RENT,
            reference=found.number,
            due_on=found.since,
            lease=found.lease,
        )

    # what may tell where somebody lives (ADR-05)

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """The lease of our own rent, and words about a claim or its security."""
        found = store.held(self._db, sorted(people))
        return tuple(HeldAddress(ref, person) for ref, person in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Take tie and words away, before leases are removed (ADR-02); what is owed stays."""
        for each in self.holding(people):
            known = self.get(DebtClaimId(each.ref.id))
            ours = known.draft.lease is not None
            if ours:
                store.add_sums(unit, known.id, SumsRow(unit.today, known.sums))
            store.empty(unit, each.ref, lease=ours)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()
