"""Every place that tells where a household lives, and removing them in one act."""

from app.core.errors import Invalid, Problem
from app.core.ids import PersonId, Ref
from app.people import address_store
from app.people.holders import AddressHolder, PaperKeeper
from app.people.model import AddressProtection, Protection, ShieldReport
from app.storage.database import Database
from app.storage.history import History


class Shielding:
    """Knows the slices that hold such places; `people` are those who live together (ADR-07)."""

    def __init__(self, db: Database, history: History) -> None:
        self._db = db
        self._history = history
        self._holders: list[AddressHolder] = []
        self._keepers: list[PaperKeeper] = []

    def know_holder(self, holder: AddressHolder, *, first: bool = False) -> None:
        """A slice above that keeps rows which tell where a person lives.

        `first` for one that must look at the rows of others before they are let go of.
        """
        self._holders.insert(0 if first else len(self._holders), holder)

    def know_paper_keeper(self, keeper: PaperKeeper) -> None:
        """The slice above that says of a dwelling where its paper lies."""
        self._keepers.append(keeper)

    def places_of(self, people: frozenset[PersonId]) -> tuple[Ref, ...]:
        """Every row that tells where one of them lives (ADR-05)."""
        held = (place.ref for holder in self._holders for place in holder.holding(people))
        return (*address_store.address_rows(self._db, people), *held)

    def shield(
        self, person: PersonId, people: frozenset[PersonId], source: str, paper_reference: str
    ) -> ShieldReport:
        """As `People.shield`, for the person and all those who live with them."""
        if not paper_reference.strip():
            raise Invalid([Problem("paper_reference", "paper_reference_missing", "ADR-02")])
        with self._db.unit("person.shielded", Ref("person", person), final=True) as unit:
            places = self.places_of(people)
            let = {each for holder in self._holders for each in holder.forget(unit, people)}
            for ref in places:
                if ref.kind == "person_address":
                    unit.delete(ref.kind, ref.id)
            for member in sorted(people):
                level = AddressProtection.STRICTLY_CONFIDENTIAL
                address_store.add_protection(unit, member, Protection(level, unit.today, source))
            unit.execute("DELETE FROM draft")
            leases = tuple(ref.id for ref in places if ref.kind == "lease")
            hung = self._history.naming("lease", leases)
            emptied = self._history.empty(unit, dict.fromkeys((*places, *hung)), "ADR-02")
        for keeper in self._keepers:
            for dwelling in sorted(let):
                keeper.let_on_paper(dwelling, self._db.clock.today(), paper_reference)
        removed = {ref.kind: 0 for ref in places}
        for ref in places:
            removed[ref.kind] += 1
        return ShieldReport(
            tuple(sorted(people)), tuple(sorted(removed.items())), emptied, paper_reference
        )
