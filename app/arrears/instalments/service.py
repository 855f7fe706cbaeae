"""The officer's verbs on paying what is owed in parts."""

from datetime import date

from app.arrears.instalments import keeping, rules, store
from app.arrears.instalments.known import KnownInstalments
from app.arrears.instalments.model import (
    InstalmentAgreement,
    InstalmentDraft,
    InstalmentState,
    Talk,
    TalkWay,
)
from app.arrears.service import Arrears
from app.core.errors import Conflict, Problem, demand
from app.core.ids import DocumentId, LeaseId, Ref
from app.core.money import Ore
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

SCAN_TITLE = "Underskrevet nedbetalingsavtale"
REPLACED = "Et nytt forslag er laget."
SIGNED_TOGETHER = "Underskrevet av begge."


class Instalments(KnownInstalments):
    """Agreements on instalments: what is agreed, and whether it is kept (DOC-23)."""

    def __init__(
        self, db: Database, arrears: Arrears, letters: Letters, settings: Settings
    ) -> None:
        super().__init__(db, arrears, settings)
        self._letters = letters

    def write(self, lease: LeaseId, draft: InstalmentDraft) -> int:
        """Keep what was agreed, instead of one that nobody has signed. Invalid with what it lacks.

        Conflict instalments_running while another holds.
        """
        named = self._demand_none(lease)
        demand(self.check(lease, draft))
        verb = "instalments.written" if self.open(lease) is None else "instalments.changed"
        with self._db.unit(verb, Ref("lease", named)) as unit:
            return self.keep(unit, named, draft)

    def keep(self, unit: Unit, lease: LeaseId, draft: InstalmentDraft) -> int:
        """The same inside a unit that has checked it; a draft gives way, an offer is ended."""
        known = self.open(lease)
        if known is not None and known.document is None:
            store.remove(unit, known.id)
        elif known is not None:
            store.add_state(unit, known.id, InstalmentState.ENDED, unit.today, REPLACED)
        owed = self._arrears.owed(lease, unit.today)
        return store.insert(
            unit,
            self._named(lease),
            draft.total or Ore(0),
            keeping.paid_before(self._account(lease), owed),
            draft.agreed_by.strip(),
            draft.words.strip(),
            rules.plan(draft),
            rules.claims_of(owed),
        )

    def offered(self, unit: Unit, agreement: int, document: DocumentId) -> None:
        """The paper is made; in the unit that makes it."""
        store.put_document(unit, agreement, document)
        store.add_state(unit, agreement, InstalmentState.OFFERED, unit.today)

    def sign(
        self,
        agreement: int,
        on: date | None = None,
        scan: bytes | None = None,
        media_type: str = "",
    ) -> None:
        """Both have signed; it holds from that day. With the signed paper, if it is scanned.

        The paper is then in both hands, and does not wait to be sent.

        Conflict instalments_not_open, instalments_running; Invalid for a day that cannot be.
        """
        known, day = self.get(agreement), on or self._today
        if not known.state.open:
            raise Conflict("instalments_not_open")
        self._demand_none(known.lease)
        demand(_days("signed_on", day, known.counted_on, self._today))
        copy = None if scan is None else self._receive(known, scan, media_type)
        with self._db.unit("instalments.signed", Ref("lease", known.lease)) as unit:
            store.add_state(unit, agreement, InstalmentState.SIGNED, day)
            if copy is not None:
                store.put_signed_copy(unit, agreement, copy)
            if known.document is not None:
                self._letters.handed_over(unit, known.document, day, SIGNED_TOGETHER)

    def add_copy(self, agreement: int, scan: bytes, media_type: str) -> None:
        """The signed paper, taken in later. Conflict instalments_not_signed; Invalid: no scan."""
        known = self.get(agreement)
        if known.signed_on is None:
            raise Conflict("instalments_not_signed")
        copy = self._receive(known, scan, media_type)
        with self._db.unit("instalments.copy_kept", Ref("lease", known.lease)) as unit:
            store.put_signed_copy(unit, agreement, copy)

    def tell(self, agreement: int, way: TalkWay, words: str, on: date | None = None) -> None:
        """The tenant was told of a breach, before anything is done. Conflict instalments_kept."""
        known, day = self.get(agreement), on or self._today
        if self._breach(known, day) is None:
            raise Conflict("instalments_kept")
        problems = _days("told_on", day, known.since, self._today)
        if not words.strip():
            problems += (Problem("words", "instalments_words_missing"),)
        demand(problems)
        with self._db.unit("instalments.told", Ref("lease", known.lease)) as unit:
            store.add_talk(unit, agreement, Talk(day, way, words.strip()))

    def give_up(self, agreement: int, reason: str) -> None:
        """It holds no more since it was not followed. Invalid without the reason.

        Conflict instalments_kept; instalments_not_told before the tenant was told of the breach.
        """
        known = self.get(agreement)
        found = self._breach(known, self._today)
        if found is None:
            raise Conflict("instalments_kept")
        if found.told_on is None:
            raise Conflict("instalments_not_told")
        self._over(known, InstalmentState.BROKEN, "instalments.broken", reason)

    def end(self, agreement: int, reason: str) -> None:
        """It holds no more, or is not wanted: something else is agreed. Invalid without reason."""
        known = self.get(agreement)
        if not (known.state.open or known.state.holds):
            raise Conflict("instalments_not_running")
        self._over(known, InstalmentState.ENDED, "instalments.ended", reason)

    def settle(self, agreement: int) -> None:
        """All of it is paid, before its last day. Conflict instalments_not_paid_up."""
        known = self.get(agreement)
        if not known.state.holds or not self.keeping(known).paid_up:
            raise Conflict("instalments_not_paid_up")
        with self._db.unit("instalments.kept", Ref("lease", known.lease)) as unit:
            store.add_state(unit, agreement, InstalmentState.KEPT, unit.today)

    # of its own

    def _over(
        self, known: InstalmentAgreement, state: InstalmentState, verb: str, reason: str
    ) -> None:
        if not reason.strip():
            demand((Problem("reason", "reason_missing"),))
        with self._db.unit(verb, Ref("lease", known.lease)) as unit:
            store.add_state(unit, known.id, state, unit.today, reason.strip())

    def _receive(self, known: InstalmentAgreement, scan: bytes, media_type: str) -> DocumentId:
        lease = self._arrears.tenancy(known.lease)
        kind = DocumentKind.SIGNED_INSTALMENT_AGREEMENT
        case = Ref("lease", known.lease)
        return self._letters.receive(case, lease.tenant, scan, media_type, SCAN_TITLE, kind)

    def _demand_none(self, lease: LeaseId) -> LeaseId:
        if self.current(lease) is not None:
            raise Conflict("instalments_running")
        return self._named(lease)


def _days(name: str, day: date, first: date, today: date) -> tuple[Problem, ...]:
    """A day that is neither to come nor before the agreement."""
    if day > today:
        return (Problem(name, "day_in_future", remedy=today),)
    if day < first:
        return (Problem(name, "instalments_day_before", remedy=first),)
    return ()
