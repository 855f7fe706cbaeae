"""The officer's verbs on what is claimed and paid."""

from collections.abc import Mapping
from datetime import date

from app.arrears import rules, store
from app.arrears.model import Biller, Owed, PaidBy, RentAccount, RentChargeKind, Tenancy
from app.arrears.tenancies import accounts_of, tenancies
from app.core.errors import NotFound
from app.core.ids import BillerId, LeaseId, RentChargeId
from app.core.money import Ore
from app.leases.service import Leases
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class Arrears:
    """What is owed on every tenancy, those that are over too."""

    def __init__(self, db: Database, leases: Leases, settings: Settings) -> None:
        self._db = db
        self._leases = leases
        self._settings = settings
        self._tenancies: Remembered[Mapping[LeaseId, Tenancy]] = Remembered(db)
        self._accounts: Remembered[Mapping[LeaseId, RentAccount]] = Remembered(db)

    # what is known

    def billers(self) -> tuple[Biller, ...]:
        """Everyone who bills or has billed."""
        return store.billers(self._db)

    def tenancies(self) -> tuple[Tenancy, ...]:
        """Every tenancy there is or has been."""
        return tuple(dict.fromkeys(self._known().values()))

    def tenancy(self, lease: LeaseId) -> Tenancy:
        """The tenancy a lease belongs to; NotFound for a draft, or when there is none."""
        found = self._known().get(lease)
        if found is None:
            raise NotFound("tenancy_not_found")
        return found

    def account(self, lease: LeaseId) -> RentAccount:
        """All that was claimed and paid on the tenancy of a lease."""
        return store.account(self._db, self.tenancy(lease).leases)

    def accounts(self) -> Mapping[LeaseId, RentAccount]:
        """The account of each tenancy that has one, by its newest lease; read at one stroke."""
        return self._accounts.get(
            self._today, lambda: accounts_of(self.tenancies(), store.everything(self._db))
        )

    def owed(self, lease: LeaseId, on: date | None = None) -> Owed:
        """What the tenancy of a lease owes on a day."""
        return rules.owed(self.account(lease), on or self._today)

    def balance(self, lease: LeaseId) -> Ore:
        """Everything claimed less everything paid."""
        return rules.balance(self.account(lease))

    def _known(self) -> Mapping[LeaseId, Tenancy]:
        return self._tenancies.get(self._today, self._read)

    def _read(self) -> Mapping[LeaseId, Tenancy]:
        found = tenancies(self._leases.rows())
        return {lease: each for each in found for lease in each.leases}

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
        """One claim more on a tenancy."""
        made = unit.insert(
            "rent_charge",
            lease=self.tenancy(lease).lease,
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

    @property
    def _today(self) -> date:
        return self._db.clock.today()
