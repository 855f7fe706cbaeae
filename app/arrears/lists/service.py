"""«Sjekk data»: what does not match before anything about unpaid rent is sent."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial

from app.arrears.billers.service import Billers
from app.arrears.lists import rules, store
from app.arrears.lists.model import ArrearsFinding, ListGround, ListImport, StatedBalance
from app.arrears.model import RentAccount, Tenancy
from app.arrears.service import Arrears
from app.core.ids import BillerId, LeaseId
from app.core.kept import Kept
from app.storage.database import Database
from app.storage.remembered import Remembered

Told = tuple[StatedBalance, ...]


class ArrearsCheck:
    """Holds billers' lists, leases and accounts against each other. Writes nothing."""

    def __init__(self, db: Database, arrears: Arrears, billers: Billers) -> None:
        self._db = db
        self._arrears = arrears
        self._billers = billers
        self._found: Remembered[tuple[ArrearsFinding, ...]] = Remembered(db)
        self._billed: Remembered[Mapping[LeaseId, BillerId]] = Remembered(db)
        self._around: object = None
        self._of: Kept[tuple[ArrearsFinding, ...]] = Kept()

    def findings(self, biller: BillerId | None = None) -> tuple[ArrearsFinding, ...]:
        """What does not match today; of one biller's tenancies when it is named."""
        found = self._found.get(self._today, lambda: self._findings(self.ground()))
        if biller is None:
            return found
        billed = self._billed.get(self._today, lambda: self.ground().billed_by)
        name = self.biller_name(biller)
        return tuple(
            each
            for each in found
            if billed.get(each.tenancy.lease) == biller or name in {each.biller, each.expected}
        )

    def amiss(self, among: Iterable[Tenancy]) -> tuple[ArrearsFinding, ...]:
        """What is put right before anything is sent on some tenancies: no other is read."""
        tenancies = {each.lease: each for each in among}
        stated = self._stated({lease: t.lease for t in tenancies.values() for lease in t.leases})
        closed = self._arrears.closed_of(tenancies.values())
        doubtful = {
            lease: each
            for lease, each in tenancies.items()
            if lease in stated or lease in closed or not each.state.lived_in
        }
        owners = self._billers.by_owner()
        judged = {
            lease: each
            for lease, each in tenancies.items()
            if lease in doubtful or each.dwelling in owners
        }
        accounts, billers = self._to_judge(judged, doubtful), self._arrears.billers()
        ground = ListGround(
            today=self._today,
            billers={each.id: each for each in billers},
            tenancies=judged,
            accounts=accounts,
            billed_by=rules.billed_by(judged.values(), accounts, billers, owners),
            stated=stated,
        )
        return tuple(each for t in judged.values() for each in rules.amiss(t, ground))

    def _to_judge(
        self, judged: Mapping[LeaseId, Tenancy], doubtful: Mapping[LeaseId, Tenancy]
    ) -> Mapping[LeaseId, RentAccount]:
        """What `rules.amiss` looks at: all where a claim may be of a wrong time or sum.

        Else the newest rent, where it may be of a wrong biller: where the owner bills himself.
        """
        owned = (each for lease, each in judged.items() if lease not in doubtful)
        newest = self._arrears.newest_rents(owned)
        known = {lease: RentAccount((rent,)) for lease, rent in newest.items()}
        return {**known, **self._arrears.accounts_of(doubtful.values())}

    def _findings(self, ground: ListGround) -> tuple[ArrearsFinding, ...]:
        """As `rules.findings`; worked out anew only where what a tenancy rests on has changed."""
        billed = rules.months_billed(ground)
        around = (ground.today, billed, ground.billers)
        if around != self._around:
            self._around, self._of = around, Kept()
        return rules.in_order(
            each
            for lease, tenancy in ground.tenancies.items()
            for each in self._of.get(
                lease,
                ground.accounts.get(lease),
                (
                    tenancy,
                    ground.stated.get(lease),
                    ground.billed_by.get(lease),
                    lease in ground.with_kid,
                ),
                partial(rules.of_tenancy, tenancy, ground, billed),
            )
        )

    def imports(self, biller: BillerId | None = None) -> tuple[ListImport, ...]:
        """The lists that were taken in and stand, newest first; of one biller when it is named."""
        return tuple(each for each in store.imports(self._db) if biller in {None, each.biller})

    def biller_name(self, biller: BillerId) -> str:
        """What a biller is called; empty for one there is not."""
        return next((each.name for each in self._arrears.billers() if each.id == biller), "")

    def ground(self) -> ListGround:
        """All that a list is held against; read anew at every call."""
        tenancies = {each.lease: each for each in self._arrears.tenancies()}
        accounts = self._arrears.accounts()
        billers = self._arrears.billers()
        newest = {lease: t.lease for t in tenancies.values() for lease in t.leases}
        keys = store.lease_keys(self._db)
        return ListGround(
            today=self._today,
            billers={each.id: each for each in billers},
            by_kid={k.kid: newest[k.lease] for k in keys if k.kid and k.lease in newest},
            by_number={k.number: newest[k.lease] for k in keys if k.lease in newest},
            with_kid=frozenset(k.lease for k in keys if k.kid),
            tenancies=tenancies,
            accounts=accounts,
            billed_by=rules.billed_by(
                tenancies.values(), accounts, billers, self._billers.by_owner()
            ),
            stated=self._stated(newest),
        )

    def _stated(
        self, newest: Mapping[LeaseId, LeaseId]
    ) -> dict[LeaseId, tuple[StatedBalance, ...]]:
        found: dict[LeaseId, list[StatedBalance]] = {}
        for each in store.stated(self._db):
            if each.lease in newest:
                found.setdefault(newest[each.lease], []).append(each)
        return {lease: tuple(each) for lease, each in found.items()}

    @property
    def _today(self) -> date:
        return self._db.clock.today()
