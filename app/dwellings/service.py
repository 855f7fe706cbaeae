"""The officer's verbs on the stock."""

from collections.abc import Collection, Iterable
from datetime import date

from app.core.errors import Conflict, Invalid, NotFound, Problem, demand
from app.core.ids import DwellingId, Ref
from app.core.money import Ore
from app.dwellings import list_store, owner_store, rules, sale_store, store
from app.dwellings.model import (
    Allocator,
    Dwelling,
    DwellingDraft,
    DwellingRow,
    DwellingStatus,
    Owner,
    ReadyDwelling,
    ReadyLong,
    SaleSince,
    StatusSince,
)
from app.storage.database import Database
from app.storage.unit import Unit


class Dwellings:
    """Register, correct, change status, owner, allocator and rent."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def rows(self, as_of: date | None = None) -> tuple[DwellingRow, ...]:
        """The whole stock on a day, today unless said."""
        return list_store.rows(self._db, as_of or self._today)

    def rows_of(
        self, dwellings: Collection[DwellingId], as_of: date | None = None
    ) -> tuple[DwellingRow, ...]:
        """As `rows`, of some."""
        return list_store.rows(self._db, as_of or self._today, dwellings)

    def standing_in(
        self, statuses: Iterable[DwellingStatus], as_of: date | None = None
    ) -> frozenset[DwellingId]:
        """Those that have one of some statuses on a day."""
        return list_store.standing_in(self._db, as_of or self._today, statuses)

    def ready(self, as_of: date | None = None) -> tuple[ReadyDwelling, ...]:
        """Those that can be let on a day and where nobody has a temporary stay that day."""
        return list_store.ready(self._db, as_of or self._today)

    def ready_long(
        self, before: date, busy: Iterable[DwellingId], as_of: date | None = None
    ) -> ReadyLong | None:
        """Of those of `ready` but the `busy`, the ones that were so `before` a day or on it."""
        return list_store.ready_long(self._db, as_of or self._today, before, busy)

    def addresses(self, dwellings: Iterable[DwellingId]) -> dict[DwellingId, str]:
        """The address of each of some, in one reading."""
        return list_store.addresses(self._db, dwellings)

    def shared(self) -> frozenset[DwellingId]:
        """Those where several let a room each, so that one more can move in."""
        return list_store.shared(self._db)

    def get(self, dwelling: DwellingId, as_of: date | None = None) -> Dwelling:
        """One dwelling on a day; NotFound when there is none."""
        found = store.get(self._db, dwelling, as_of or self._today)
        if found is None:
            raise NotFound("dwelling_not_found")
        return found

    def owners(self) -> tuple[Owner, ...]:
        """Every owner by name."""
        return owner_store.owners(self._db)

    def allocators(self) -> tuple[Allocator, ...]:
        """Every allocator by name."""
        return owner_store.allocators(self._db)

    def statuses(self, dwelling: DwellingId) -> tuple[StatusSince, ...]:
        """Every status it has had, oldest first."""
        return store.statuses(self._db, dwelling)

    def places(self) -> frozenset[str]:
        """What makes each dwelling itself, for the double check of an import."""
        return list_store.places(self._db)

    def register(self, draft: DwellingDraft) -> DwellingId:
        """Take in a new dwelling; Invalid, or Conflict dwelling_known when it is there already."""
        if rules.same_place(draft) in self.places():
            raise Conflict("dwelling_known")
        with self._db.unit("dwelling.registered") as unit:
            return self.add(unit, draft)

    def add(self, unit: Unit, draft: DwellingDraft) -> DwellingId:
        """As `register`, inside a larger unit; the caller has looked for doubles."""
        self._check(draft)
        dwelling = store.insert(unit, draft)
        if unit.subject is None:
            unit.about(Ref("dwelling", dwelling))
        return dwelling

    def correct(self, dwelling: DwellingId, draft: DwellingDraft) -> None:
        """Put right what was typed; owner, allocator and rent get rows from today if changed."""
        known = self.get(dwelling)
        self._check(draft)
        subject = Ref("dwelling", dwelling)
        with self._db.unit("dwelling.corrected", subject, may_be_idle=True) as unit:
            store.update(unit, dwelling, draft)
            if draft.owner_name and draft.owner_name != known.draft.owner_name:
                owner_store.set_owner(unit, dwelling, owner_store.owner(unit, draft), unit.today)
            if draft.allocator and draft.allocator != known.draft.allocator:
                who = owner_store.allocator(unit, draft.allocator)
                owner_store.set_allocator(unit, dwelling, who, unit.today)
            if draft.rent is not None and draft.rent != known.rent:
                store.set_rent(unit, dwelling, draft.rent, unit.today)

    def change_status(
        self, dwelling: DwellingId, status: DwellingStatus, since: date, reason: str = ""
    ) -> None:
        """A new status from a day; Invalid when it may not follow the one before."""
        with self._db.unit("dwelling.status_changed", Ref("dwelling", dwelling)) as unit:
            self.set_status(unit, dwelling, status, since, reason)

    def set_status(
        self,
        unit: Unit,
        dwelling: DwellingId,
        status: DwellingStatus,
        since: date,
        reason: str,
        *,
        planned: bool = False,
    ) -> None:
        """As `change_status`, inside a larger unit (a lease that starts).

        `planned` when it is certain already though the day is ahead: the keys came today.
        """
        now = self.get(dwelling, since).status
        if now is not status and not rules.may_change(now, status):
            facts: dict[str, object] = {"now": now.value, "to": status.value}
            raise Invalid([Problem("status", "status_may_not_follow", facts=facts)])
        if since > self._today and status is not DwellingStatus.LET and not planned:
            raise Invalid([Problem("status_since", "day_in_future")])
        store.set_status(unit, dwelling, status, since, reason)

    def set_rent(self, dwelling: DwellingId, rent: Ore, since: date) -> None:
        """Rent asked from a day, whole øre a month."""
        with self._db.unit("dwelling.rent_set", Ref("dwelling", dwelling)) as unit:
            store.set_rent(unit, dwelling, rent, since)

    def sale(self, dwelling: DwellingId, as_of: date | None = None) -> SaleSince | None:
        """Whether it is to be sold on a day; None when nobody has said."""
        return sale_store.of(self._db, dwelling, as_of or self._today)

    def for_sale(self, as_of: date | None = None) -> frozenset[DwellingId]:
        """Those that are to be sold on a day: they count until they are (B2)."""
        return sale_store.for_sale(self._db, as_of or self._today)

    def tell_sale(
        self, dwelling: DwellingId, for_sale: bool, since: date, reason: str = ""
    ) -> None:
        """That it is to be sold, or is not any longer; Invalid for a day to come."""
        with self._db.unit("dwelling.sale_told", Ref("dwelling", dwelling)) as unit:
            self.set_sale(unit, dwelling, SaleSince(for_sale, since, reason.strip()))

    def set_sale(self, unit: Unit, dwelling: DwellingId, sale: SaleSince) -> None:
        """As `tell_sale`, inside a larger unit."""
        self.get(dwelling)
        known = self.sale(dwelling)
        problems = []
        if sale.since > self._today:
            problems.append(Problem("since", "day_in_future", remedy=self._today))
        if known is not None and sale.since < known.since:
            problems.append(Problem("since", "day_before_last", facts={"last": known.since}))
        demand(problems)
        sale_store.add(unit, dwelling, sale)

    def _check(self, draft: DwellingDraft) -> None:
        demand(rules.check(draft, self._today))

    @property
    def _today(self) -> date:
        return self._db.clock.today()
