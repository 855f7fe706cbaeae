"""The officer's verbs on rents: the index, a new rent by letter, a rent put right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.core.money import Ore
from app.core.price_index import month_text
from app.decisions.appeals.papers import Made
from app.documents.model import Document
from app.leases.model import Lease, LeaseState
from app.leases.rents import rules, store
from app.leases.rents.model import (
    CHANGES_RENT,
    Correction,
    Fixing,
    IndexLink,
    IndexStep,
    IndexValue,
    RentChange,
    RentChangeKind,
    RentChangeState,
    RentDraft,
    RentStanding,
    ToldFixing,
)
from app.leases.rents.papers import RentPapers
from app.leases.rents.series import Series, month_of, read_values, twice
from app.leases.service import Leases
from app.letters.model import OnPaper
from app.letters.service import Letters
from app.people.model import HeldAddress
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit

REPLACED = "Et nytt varsel om leien er laget."


class Rents:
    """What a rent is, since when, and how it may change."""

    def __init__(
        self, db: Database, leases: Leases, letters: Letters, settings: Settings, papers: RentPapers
    ) -> None:
        self._db = db
        self._leases = leases
        self._letters = letters
        self._settings = settings
        self._papers = papers
        self._series: Remembered[Series] = Remembered(db)

    # the index

    def series(self) -> Series:
        """The consumer price index as it is known here."""
        return self._series.get("series", lambda: store.series(self._db))

    def read_index(self, text: str, base: str) -> tuple[IndexValue, ...]:
        """Lines like «2025M06 140,2»; OfficeError index_line_unreadable."""
        return read_values(text, base)

    def add_index(self, values: Sequence[IndexValue], source: str) -> int:
        """Keep values; those that were known as they are change nothing. Gives how many are new.

        A month that was known otherwise is corrected by a new row. Invalid with what is wrong.
        """
        demand(_index_problems(values, source, self._today))
        known = {(each.month, each.base): each.tenths for each in self.series().values}
        fresh = [each for each in values if known.get((each.month, each.base)) != each.tenths]
        if fresh:
            with self._db.unit("price_index.recorded") as unit:
                for each in fresh:
                    store.add_value(unit, each, source.strip())
        return len(fresh)

    def link_bases(self, link: IndexLink) -> None:
        """A factor between two bases, with where it was read (HL-29); Invalid without."""
        problems = []
        if not link.from_base.strip() or not link.to_base.strip():
            problems.append(Problem("from_base", "index_base_missing", "HL-29"))
        elif link.from_base.strip() == link.to_base.strip():
            problems.append(Problem("to_base", "index_base_same", "HL-29"))
        if not link.source.strip():
            problems.append(Problem("source", "index_source_missing", "HL-29"))
        demand(problems)
        with self._db.unit("price_index.linked") as unit:
            store.add_link(unit, link)

    # one lease

    def of(self, lease: LeaseId, as_of: date | None = None) -> tuple[RentChange, ...]:
        """Each time the rent was fixed after the lease was signed, oldest first."""
        return store.of(self._db, lease, as_of or self._today)

    def standing(self, lease: LeaseId) -> RentStanding:
        """What is paid, since when, on what basis, and when it may change."""
        known, changes = self._leases.get(lease), self.of(lease)
        fixing = self._fixing(known, changes)
        parameters, today = self._settings.parameters, self._today
        holding = [each for each in changes if each.state is RentChangeState.HOLDS]
        last = max(holding, key=lambda each: (each.effective_on, each.id), default=None)
        open_ones = [each for each in changes if each.state.pending]
        failed = changes[-1] if changes else None
        if failed is not None and failed.state is not RentChangeState.NOT_TOLD:
            failed = None
        return RentStanding(
            rent=known.rent,
            basis=last.kind if last else None,
            fixing=fixing,
            index_from=rules.index_from(fixing, today, parameters),
            demand_from=rules.demand_from(fixing, parameters, today),
            prevailing_from=rules.prevailing_from(fixing, today, parameters),
            pending=open_ones[-1] if open_ones else None,
            not_told=failed,
            changes=changes,
        )

    def proposed(self, lease: LeaseId, kind: RentChangeKind) -> RentDraft:
        """A change as it would be made today: the earliest day, the newest month, the limit."""
        known, standing = self._leases.get(lease), self.standing(lease)
        first = rules.earliest(kind, standing.fixing, self._today, self._settings.parameters)
        draft = RentDraft(kind, first)
        if kind is not RentChangeKind.INDEX or known.rent is None:
            return draft
        newest = self.series().newest
        draft = replace(
            draft, base_month=standing.fixing.month, new_month=newest.month if newest else None
        )
        limit = self.index_limit(lease, draft)
        return replace(draft, new_rent=limit if limit and limit > known.rent else None)

    def index_limit(self, lease: LeaseId, draft: RentDraft) -> Ore | None:
        """The most the rent may be by the months of a draft; None when it cannot be counted."""
        known = self._leases.get(lease)
        step = self._step(draft)
        return rules.index_limit(known.rent, step) if step and known.rent else None

    def check(self, lease: LeaseId, draft: RentDraft) -> tuple[Problem, ...]:
        """What is wrong with a change as typed."""
        known, changes = self._leases.get(lease), self.of(lease)
        return self._problems(known, changes, draft)

    def preview(self, lease: LeaseId, draft: RentDraft) -> Document:
        """The letter as a draft; Invalid with what it lacks."""
        known, changes = self._leases.get(lease), self.of(lease)
        demand(self._problems(known, changes, draft))
        fixing = self._fixing(known, changes)
        return self._papers.letter(known, draft, fixing, self._step(draft), as_draft=True)

    def issue(self, lease: LeaseId, draft: RentDraft) -> Made:
        """The letter for good, and the rent from its day if it is sent in time; final.

        Invalid with what is wrong. An earlier letter that came to nothing is replaced by it.
        """
        known, changes = self._leases.get(lease), self.of(lease)
        demand(self._problems(known, changes, draft))
        self._officer()
        self._papers.show_address(known)
        step, fixing = self._step(draft), self._fixing(known, changes)
        document = self._papers.letter(known, draft, fixing, step, as_draft=False)
        with self._db.unit("rent.change_told", Ref("lease", lease), final=True) as unit:
            made = self._papers.issue(unit, known, document, draft.kind)
            self._keep(unit, known, draft, step, made)
            letter = made.id if isinstance(made, OnPaper) else made
            for each in changes:
                if each.state is RentChangeState.NOT_TOLD and each.letter is not None:
                    self._letters.replace(unit, each.letter, letter, REPLACED)
        return made

    def _keep(
        self, unit: Unit, lease: Lease, draft: RentDraft, step: IndexStep | None, made: Made
    ) -> None:
        day, rent, old = draft.effective_on, draft.new_rent, lease.rent
        if day is None or rent is None or old is None:
            raise ValueError("checked before")
        by_index = draft.kind is RentChangeKind.INDEX and draft.new_month is not None
        notice = rules.notice_of(draft.kind, self._settings.parameters, unit.today)
        change = store.insert(
            unit,
            lease.id,
            draft.kind,
            old=old,
            new=rent,
            effective_on=day,
            fixed_month=draft.new_month if by_index and draft.new_month else month_of(day),
            step=step,
            send_by=rules.last_sending(day, notice),
            letter=made.id if isinstance(made, OnPaper) else made,
            reference=draft.reference.strip(),
        )
        store.add_rent(unit, lease.id, day, rent, draft.kind, change)

    def withdraw(self, lease: LeaseId, reason: str) -> None:
        """A change that has not begun is given up: its letter no longer holds.

        NotFound rent_change_not_pending.
        """
        pending = self.standing(lease).pending
        if pending is None or pending.letter is None:
            raise NotFound("rent_change_not_pending")
        self._letters.annul(pending.letter, reason)

    # what is put right

    def check_correction(self, lease: LeaseId, correction: Correction) -> tuple[Problem, ...]:
        """What is wrong with a correction."""
        known = self._leases.get(lease)
        then = known.rent
        if correction.since is not None:
            then = self._leases.get(lease, correction.since).rent
        problems = rules.check_correction(correction, then, known.draft.start, self._today)
        if self.standing(lease).pending is not None:
            problems += (Problem("since", "rent_change_pending", "HL-28"),)
        return problems

    def overpaid(self, lease: LeaseId, correction: Correction) -> Ore:
        """What was paid too much from the day, month by month, and is owed back (HL-28)."""
        if correction.since is None or correction.rent is None:
            return Ore(0)
        paid = [self._leases.get(lease, correction.since).rent]
        month = month_of(correction.since)
        while (month := rules.next_month(month)) <= self._today:
            paid.append(self._leases.get(lease, month).rent)
        return rules.overpaid([each for each in paid if each is not None], correction.rent)

    def correct(self, lease: LeaseId, correction: Correction) -> None:
        """The rent was too high: it is lower from a day that has been; Invalid.

        What was fixed after that day rested on it, so the lower rent holds from those days too.
        """
        demand(self.check_correction(lease, correction))
        known, changes = self._leases.get(lease), self.of(lease)
        since, rent, old = correction.since, correction.rent, known.rent
        if since is None or rent is None or old is None:
            raise Invalid([Problem("rent", "rent_missing", "HL-10")])
        before = [each for each in changes if each.effective_on <= since]
        month = self._fixing(known, tuple(before)).month
        then = self._leases.get(lease, since).rent or old
        with self._db.unit("rent.corrected", Ref("lease", lease)) as unit:
            change = store.insert(
                unit,
                lease,
                RentChangeKind.CORRECTED,
                old=then,
                new=rent,
                effective_on=since,
                fixed_month=month,
                reason=correction.reason.strip(),
            )
            later = {each.effective_on for each in changes if each.effective_on > since}
            for day in sorted({since, *later}):
                store.add_rent(unit, lease, day, rent, RentChangeKind.CORRECTED, change)

    def tell_fixing(self, leases: Sequence[LeaseId], told: ToldFixing) -> None:
        """When the rent of leases from a sheet was last fixed, and by which month; Invalid.

        Of many, those that began after the day are left as they are. What is known already is
        not told again: Conflict rent_fixing_known.
        """
        kind = RentChangeKind.TOLD_INDEX if told.by_index else RentChangeKind.TOLD_OTHER
        known = [self._leases.get(lease) for lease in leases]
        fit = [
            each for each in known if told.since and (each.draft.start or told.since) <= told.since
        ]
        known = fit or known
        for each in known:
            demand(rules.check_told(told, each.draft.start, self._today))
            if self._fixing(each, self.of(each.id)).sure:
                raise Conflict("rent_fixing_known", number=each.number)
        if told.since is None or told.month is None:
            return
        with self._db.unit("rent.fixing_told") as unit:
            if len(known) == 1:
                unit.about(Ref("lease", known[0].id))
            for each in known:
                if each.rent is not None:
                    store.insert(
                        unit,
                        each.id,
                        kind,
                        old=each.rent,
                        new=each.rent,
                        effective_on=told.since,
                        fixed_month=told.month,
                    )

    # people whose address is kept secret

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Every rent change of their leases."""
        return tuple(HeldAddress(ref, who) for ref, who in store.held(self._db, people))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them, before the leases and letters they point at (ADR-02)."""
        for held in self.holding(people):
            store.remove(unit, held.ref.id)
        return ()

    # what all of it rests on

    def _fixing(self, lease: Lease, changes: Sequence[RentChange]) -> Fixing:
        start = lease.draft.start or self._today
        agreed = min(lease.signed_on or start, start)
        here = lease.id in store.issued_here(self._db, lease.id)
        return rules.fixing_of(agreed, start, changes, issued_here=here)

    def _step(self, draft: RentDraft) -> IndexStep | None:
        if draft.kind is not RentChangeKind.INDEX or not draft.base_month or not draft.new_month:
            return None
        try:
            return self.series().step(draft.base_month, draft.new_month)
        except OfficeError:
            return None

    def _problems(
        self, lease: Lease, changes: Sequence[RentChange], draft: RentDraft
    ) -> tuple[Problem, ...]:
        if lease.state not in CHANGES_RENT:
            return (Problem("effective_on", "rent_lease_not_running", "HL-22"),)
        if lease.rent is None:
            return (Problem("new_rent", "rent_unknown", "HL-10"),)
        if any(each.state.pending for each in changes):
            return (Problem("effective_on", "rent_change_pending", "HL-23"),)
        last = lease.last_day if lease.state is LeaseState.RUNNING else lease.ended_on
        fixing, parameters = self._fixing(lease, changes), self._settings.parameters
        if draft.effective_on is not None and last is not None and draft.effective_on > last:
            first = rules.earliest(draft.kind, fixing, self._today, parameters)
            code = "rent_after_lease" if first <= last else "rent_lease_ends_first"
            facts: dict[str, object] = {"last": last, "first": first}
            return (Problem("effective_on", code, facts=facts),)
        return rules.check(draft, lease.rent, fixing, self.series(), self._today, parameters)

    def _officer(self) -> None:
        if self._settings.me is None:
            raise OfficeError("officer_needed")

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _index_problems(values: Sequence[IndexValue], source: str, today: date) -> tuple[Problem, ...]:
    problems = []
    if not values:
        problems.append(Problem("values", "index_values_missing", "HL-29"))
    if any(not each.base.strip() for each in values):
        problems.append(Problem("base", "index_base_missing", "HL-29"))
    two = twice(values)
    if two is not None:
        told: dict[str, object] = {"month": month_text(two)}
        problems.append(Problem("values", "index_month_twice", "HL-29", facts=told))
    late = [each.month for each in values if each.month > today]
    if late:
        problems.append(Problem("values", "index_month_in_future", "HL-29"))
    if not source.strip():
        problems.append(Problem("source", "index_source_missing", "HL-29"))
    return tuple(problems)
