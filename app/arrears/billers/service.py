"""Who sends the bill for a rent (A4): the municipality, an owner, or another."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.arrears.billers import store
from app.arrears.model import Biller
from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem
from app.core.ids import BillerId, DwellingId, OwnerId, Ref
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit

MUNICIPALITY = BillerId(1)
"""The row every register is born with."""


class Billers:
    """Who bills, and which of them is usual for a dwelling."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._owners: Remembered[Mapping[DwellingId, OwnerId]] = Remembered(db)

    def all(self) -> tuple[Biller, ...]:
        """Everyone who bills or has billed."""
        return store.billers(self._db)

    def open(self) -> tuple[Biller, ...]:
        """Those that bill now."""
        return tuple(each for each in self.all() if each.closed_on is None)

    def get(self, biller: BillerId) -> Biller:
        """One biller; NotFound when there is none."""
        for each in self.all():
            if each.id == biller:
                return each
        raise NotFound("biller_not_found")

    def by_owner(self, day: date | None = None) -> Mapping[DwellingId, OwnerId]:
        """The dwellings whose owner bills on a day (OwnerTask.BILL); read at one stroke."""
        at = day or self._db.clock.today()
        return self._owners.get(at, lambda: store.billed_by_owner(self._db, at))

    def usual(self, dwelling: DwellingId) -> Biller | None:
        """Who bills for a dwelling; None for an owner who bills and has no row here yet."""
        owner = self.by_owner().get(dwelling)
        if owner is None:
            return self.get(MUNICIPALITY)
        return next((each for each in self.open() if each.owner == owner), None)

    def usual_name(self, dwelling: DwellingId) -> str:
        """What the one who bills for a dwelling is called."""
        known = self.usual(dwelling)
        if known is not None:
            return known.name
        return store.owner_name(self._db, self.by_owner()[dwelling])

    def usual_in(self, unit: Unit, dwelling: DwellingId) -> BillerId:
        """As `usual`; an owner who bills for the first time gets a row."""
        known = self.usual(dwelling)
        if known is not None:
            return known.id
        owner = self.by_owner()[dwelling]
        name, account = store.owner_name(self._db, owner), self._account(owner)
        return BillerId(unit.insert("biller", name=name, owner=owner, account=account))

    def _account(self, owner: OwnerId) -> str:
        return store.owner_account(self._db, owner)

    def add(self, name: str, account: str = "", owner: OwnerId | None = None) -> BillerId:
        """One more who bills; Invalid without a name, Conflict biller_known."""
        bare = name.strip()
        if not bare:
            raise Invalid([Problem("name", "biller_name_missing")])
        if any(each.name.casefold() == bare.casefold() for each in self.open()):
            raise Conflict("biller_known")
        with self._db.unit("biller.added") as unit:
            return BillerId(unit.insert("biller", name=bare, owner=owner, account=account.strip()))

    def close(self, biller: BillerId) -> None:
        """They bill no more; what they have claimed stands."""
        if self.get(biller).closed_on is not None:
            raise OfficeError("biller_closed_already")
        if biller == MUNICIPALITY:
            raise OfficeError("biller_is_ours")
        with self._db.unit("biller.closed", Ref("biller", biller)) as unit:
            unit.update("biller", biller, closed_on=unit.today)


def named(billers: Sequence[Biller]) -> dict[BillerId, str]:
    """What each is called."""
    return {each.id: each.name for each in billers}
