"""The officer's verbs on what is claimed and paid."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from app.arrears import rules, store, unpaid, unpaid_store
from app.arrears.accounts import collector
from app.arrears.accounts import rules as checks
from app.arrears.accounts.ledger import ledger
from app.arrears.accounts.model import ChargeDraft, ClosingDraft, LedgerLine, PaymentDraft
from app.arrears.billers.service import Billers
from app.arrears.book import AccountBook
from app.arrears.model import (
    Agreements,
    ArrearsClosing,
    ArrearsState,
    Biller,
    Flow,
    Owed,
    PaidBy,
    Pauses,
    RentAccount,
    RentCharge,
    RentChargeKind,
    Tenancy,
)
from app.arrears.tenancies import account_of, accounts_of, tenancies
from app.core.errors import Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import BillerId, DwellingId, LeaseId, PersonId, Ref, RentChargeId
from app.core.kept import Kept
from app.core.money import Ore
from app.leases.service import Leases
from app.people.model import HeldAddress
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class Arrears:
    """What is owed on every tenancy, those that are over too."""

    def __init__(
        self, db: Database, leases: Leases, settings: Settings, billers: Billers | None = None
    ) -> None:
        self._db = db
        self._leases = leases
        self._settings = settings
        self._billers = billers or Billers(db)
        self._agreements: Agreements | None = None
        self._pauses: Pauses | None = None
        self._tenancies: Remembered[dict[LeaseId, Tenancy]] = Remembered(db)
        self._each: Remembered[tuple[Tenancy, ...]] = Remembered(db)
        self._accounts: Remembered[Mapping[LeaseId, RentAccount]] = Remembered(db)
        self._book = AccountBook(db)
        self._joined: Kept[RentAccount] = Kept()
        self._owing: Remembered[Mapping[LeaseId, Owed]] = Remembered(db)
        self._open: Remembered[Mapping[LeaseId, Owed]] = Remembered(db)
        self._owed: Kept[Owed] = Kept()

    def know_agreements(self, agreements: Agreements) -> None:
        """The slice where one agrees to pay bit by bit."""
        self._agreements = agreements

    def know_pauses(self, pauses: Pauses) -> None:
        """The slice where steps wait for a reason."""
        self._pauses = pauses

    # what is known

    def billers(self) -> tuple[Biller, ...]:
        """Everyone who bills or has billed."""
        return self._billers.all()

    def tenancies(self) -> tuple[Tenancy, ...]:
        """Every tenancy there is or has been."""
        return self._each.get(self._today, lambda: tenancies(self._leases.rows()))

    def tenancies_of(self, leases: Iterable[LeaseId]) -> Mapping[LeaseId, Tenancy]:
        """Those that some leases belong to, by each of these; of others nothing is read."""
        wanted, known = tuple(leases), self._tenancies.get(self._today, self._none)
        missing = [each for each in wanted if each not in known]
        if missing:
            known.update(_by_lease(tenancies(self._leases.beside(missing))))
        return {each: known[each] for each in wanted if each in known}

    def _none(self) -> dict[LeaseId, Tenancy]:
        """To be filled as they are asked for; read so that it is known what they rest on."""
        return _by_lease(tenancies(self._leases.beside(())))

    def tenancy(self, lease: LeaseId) -> Tenancy:
        """The tenancy a lease belongs to; NotFound for a draft, or when there is none."""
        found = self._tenancies.get(self._today, self._none).get(lease)
        found = found or self.tenancies_of((lease,)).get(lease)
        if found is None:
            raise NotFound("tenancy_not_found")
        return found

    def of_tenant(self, person: PersonId) -> tuple[Tenancy, ...]:
        """Those one person has had and has; of others nothing is read."""
        return tenancies(self._leases.of_person(person))

    def of_tenants(self, people: Collection[PersonId]) -> Mapping[PersonId, Sequence[Tenancy]]:
        """As `of_tenant`, of some people at one stroke; who has had none is not there."""
        held = self._leases.holding(frozenset(people))
        known = set(self.tenancies_of(LeaseId(each.ref.id) for each in held).values())
        found: dict[PersonId, list[Tenancy]] = {}
        for each in sorted(known, key=lambda each: (each.tenant, each.dwelling)):
            found.setdefault(each.tenant, []).append(each)
        return found

    def account(self, lease: LeaseId) -> RentAccount:
        """All that was claimed and paid on the tenancy of a lease."""
        tenancy = self.tenancy(lease)
        return account_of(tenancy, self._book.of(tenancy.leases), self._joined)

    def accounts_of(self, some: Iterable[Tenancy]) -> Mapping[LeaseId, RentAccount]:
        """As `accounts`, of some tenancies: of others nothing is read."""
        known = tuple(some)
        leases = tuple(lease for each in known for lease in each.leases)
        return accounts_of(known, self._book.of(leases), self._joined)

    def accounts(self) -> Mapping[LeaseId, RentAccount]:
        """The account of each tenancy that has one, by its newest lease; read at one stroke."""
        return self._accounts.get(
            self._today,
            lambda: accounts_of(self.tenancies(), self._book.by_lease(), self._joined),
        )

    def owed(self, lease: LeaseId, on: date | None = None) -> Owed:
        """What the tenancy of a lease owes on a day."""
        return rules.owed(self.account(lease), on or self._today)

    def owed_by(self, person: PersonId, on: date | None = None) -> Mapping[LeaseId, Owed]:
        """What each tenancy of one person owes, by its newest lease; of others nothing is read."""
        day = on or self._today
        return {
            each.lease: rules.owed(store.account(self._db, each.leases), day)
            for each in tenancies(self._leases.of_person(person))
        }

    def owed_of(self, whose: LeaseId, account: RentAccount, day: date) -> Owed:
        """What its account says is owed; not worked out again while that is the same."""
        anew = partial(rules.owed, account, day)
        return self._owed.get(whose, account, (day,), anew) if day == self._today else anew()

    def owing(self, on: date | None = None) -> Mapping[LeaseId, Owed]:
        """What each tenancy owes on a day that owes something, by its newest lease."""
        day = on or self._today
        return self._owing.get(day, lambda: self._read_owing(day))

    def _read_owing(self, day: date) -> Mapping[LeaseId, Owed]:
        some = self.tenancies_of(unpaid_store.leases(self._db, day)).values()
        whose = unpaid.whose(dict.fromkeys(some))
        # names and addresses may change: what is owed is the same
        anew = partial(unpaid.owing, self._db, whose, day)
        return self._open.get((day, frozenset(whose.items())), anew)

    def owing_of(
        self, person: PersonId, on: date | None = None
    ) -> tuple[tuple[Tenancy, Owed], ...]:
        """As `owing`, of the tenancies of one person; of others nothing is worked out."""
        day = on or self._today
        found = (
            (each, rules.owed(self.account(each.lease), day))
            for each in tenancies(self._leases.rows_of(person))
        )
        return tuple((tenancy, owed) for tenancy, owed in found if owed.total)

    def balance(self, lease: LeaseId) -> Ore:
        """Everything claimed less everything paid."""
        return rules.balance(self.account(lease))

    def balances_of(self, some: Iterable[Tenancy]) -> Mapping[LeaseId, Ore]:
        """As `balance`, of some tenancies on which something is claimed or paid."""
        return unpaid.balances(self._db, unpaid.whose(some))

    def newest_rents(self, some: Iterable[Tenancy]) -> Mapping[LeaseId, RentCharge]:
        """The newest rent claimed on each of some tenancies, by its newest lease."""
        return unpaid.newest_rents(self._db, unpaid.whose(some))

    def flows(self, since: Mapping[Tenancy, date]) -> Mapping[LeaseId, Flow]:
        """As `RentAccount.flow`, of some tenancies by their newest lease, in no order.

        Of each the rent that falls due from a day on; what was paid before it as one sum.
        """
        days = {each.lease: day for each, day in since.items()}
        return unpaid.flows(self._db, unpaid.whose(since), days)

    def ledger(self, lease: LeaseId) -> tuple[LedgerLine, ...]:
        """Claims and payments of a tenancy with a running balance, oldest first."""
        return ledger(self.account(lease))

    def closed(self, lease: LeaseId) -> ArrearsClosing | None:
        """How it was closed, while that holds."""
        return self.account(lease).closed

    def closed_of(self, some: Iterable[Tenancy]) -> frozenset[LeaseId]:
        """Those of some tenancies that are closed, by their newest lease."""
        return unpaid.closed(self._db, unpaid.whose(some))

    def state(self, lease: LeaseId, on: date | None = None) -> ArrearsState:
        """Where what is owed on a tenancy stands on a day."""
        day, whose = on or self._today, self.tenancy(lease).lease
        account = self.account(whose)
        return self.stands(whose, self.owed_of(whose, account, day), account.closing(day))

    def stands(
        self, whose: LeaseId, owed: Owed, closing: ArrearsClosing | None = None
    ) -> ArrearsState:
        """As `state`, where it is known what is owed and whether it is closed."""
        day = owed.on
        broken = self._agreements and self._agreements.breach(whose, day)
        return rules.state(
            closing,
            owed,
            paused=bool(self._pauses and self._pauses.holding(whose, day)),
            broken=bool(broken),
            agreed=bool(self._agreements and self._agreements.current(whose)),
        )

    # written in the unit of whoever knows of it

    def charge(
        self,
        unit: Unit,
        lease: LeaseId,
        kind: RentChargeKind,
        due_on: date,
        amount: Ore,
        *,
        biller: BillerId,
        month: str = "",
        reference: str = "",
    ) -> RentChargeId:
        """One claim more on a tenancy; what was closed is taken up again by it."""
        whose = self.tenancy(lease).lease
        closing = self.closed(whose)
        if closing is not None:
            unit.update("arrears_closing", closing.id, reopened_on=unit.today)
        made = unit.insert(
            "rent_charge",
            lease=whose,
            biller=biller,
            kind=kind,
            due_on=due_on,
            amount=amount,
            month=month,
            reference=reference,
        )
        return RentChargeId(made)

    def payment(
        self,
        unit: Unit,
        lease: LeaseId,
        paid_on: date,
        amount: Ore,
        *,
        biller: BillerId,
        paid_by: PaidBy = PaidBy.TENANT,
        reference: str = "",
        covers: RentChargeId | None = None,
    ) -> int:
        """Money received on a tenancy."""
        return unit.insert(
            "rent_payment",
            lease=self.tenancy(lease).lease,
            biller=biller,
            paid_on=paid_on,
            amount=amount,
            paid_by=paid_by,
            reference=reference,
            covers=covers,
        )

    # by hand

    def check_charge(self, lease: LeaseId, draft: ChargeDraft) -> tuple[Problem, ...]:
        """What is wrong with a claim, and what is told of it, beside its field."""
        tenancy, account = self.tenancy(lease), self.account(lease)
        found = checks.charge_problems(draft, account, tenancy)
        if draft.kind is not RentChargeKind.COSTS:
            return found
        claim = rules.owed(account, self._today).rent
        most = collector.ceiling(claim, self._today, self._settings.parameters)
        return (*found, *checks.cost_problems(draft.amount, most, claim))

    def add_charge(self, lease: LeaseId, draft: ChargeDraft) -> RentChargeId:
        """A claim that was typed; Invalid, for one that is known until `again` answers."""
        demand(self.check_charge(lease, draft))
        tenancy = self.tenancy(lease)
        if draft.due_on is None or draft.amount is None:
            raise OfficeError("charge_due_missing")
        with self._db.unit("arrears.charge_added", Ref("lease", tenancy.lease)) as unit:
            return self.charge(
                unit,
                lease,
                draft.kind,
                draft.due_on,
                draft.amount,
                biller=draft.biller or self._billers.usual_in(unit, tenancy.dwelling),
                month=draft.month,
                reference=draft.reference.strip(),
            )

    def check_payment(self, lease: LeaseId, draft: PaymentDraft) -> tuple[Problem, ...]:
        """What is wrong with a payment, beside its field."""
        return checks.payment_problems(draft, self.account(lease), self._today)

    def add_payment(self, lease: LeaseId, draft: PaymentDraft) -> int:
        """A payment that was typed; Invalid, for one that is known until `again` answers."""
        demand(self.check_payment(lease, draft))
        tenancy = self.tenancy(lease)
        if draft.paid_on is None or draft.amount is None:
            raise OfficeError("paid_day_missing")
        with self._db.unit("arrears.payment_added", Ref("lease", tenancy.lease)) as unit:
            return self.payment(
                unit,
                lease,
                draft.paid_on,
                draft.amount,
                biller=draft.biller or self._billers.usual_in(unit, tenancy.dwelling),
                paid_by=draft.paid_by,
                reference=draft.reference.strip(),
                covers=draft.covers,
            )

    def withdraw_charge(self, lease: LeaseId, charge: RentChargeId, reason: str) -> None:
        """It should never have been claimed; it stays in sight, with the reason."""
        if checks.charge_of(self.account(lease), charge) is None:
            raise OfficeError("charge_not_standing")
        self._withdraw(lease, "charge", charge, reason)

    def withdraw_payment(self, lease: LeaseId, payment: int, reason: str) -> None:
        """It was never paid, or not on this tenancy; it stays in sight, with the reason."""
        if not any(each.id == payment and each.stands for each in self.account(lease).payments):
            raise OfficeError("payment_not_standing")
        self._withdraw(lease, "payment", payment, reason)

    def _withdraw(self, lease: LeaseId, what: str, row: int, reason: str) -> None:
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        subject = Ref("lease", self.tenancy(lease).lease)
        with self._db.unit(f"arrears.{what}_withdrawn", subject) as unit:
            told = {"withdrawn_on": unit.today, "withdrawn_reason": reason.strip()}
            unit.update(f"rent_{what}", row, **told)

    def check_closing(self, lease: LeaseId, draft: ClosingDraft) -> tuple[Problem, ...]:
        """What keeps it from being closed."""
        return checks.closing_problems(draft, self.owed(lease), self.tenancy(lease))

    def close(self, lease: LeaseId, draft: ClosingDraft) -> None:
        """What is owed is followed no longer; Invalid, Conflict when it is closed already."""
        if self.closed(lease) is not None:
            raise OfficeError("arrears_closed_already")
        demand(self.check_closing(lease, draft))
        whose = self.tenancy(lease).lease
        with self._db.unit("arrears.closed", Ref("lease", whose)) as unit:
            unit.insert(
                "arrears_closing",
                lease=whose,
                closed_on=unit.today,
                outcome=draft.outcome,
                reason=draft.reason.strip(),
            )

    def reopen(self, lease: LeaseId) -> None:
        """It is followed again."""
        closing = self.closed(lease)
        if closing is None:
            raise OfficeError("arrears_not_closed")
        with self._db.unit("arrears.reopened", Ref("lease", self.tenancy(lease).lease)) as unit:
            unit.update("arrears_closing", closing.id, reopened_on=unit.today)

    # what tells where a person lives

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Claims, payments, objections and endings: they name the lease, and words may the home."""
        of = {row.id: who for who in people for row in self._leases.of_person(who)}
        found = store.held(self._db, sorted(of))
        return tuple(HeldAddress(ref, of[lease]) for ref, lease in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove what hangs on their leases; before the leases themselves (ADR-05)."""
        for person in people:
            leases = [row.id for row in self._leases.of_person(person)]
            store.forget(unit, leases)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _by_lease(found: Iterable[Tenancy]) -> dict[LeaseId, Tenancy]:
    return {lease: each for each in found for lease in each.leases}
