"""The home track of a tenancy, read for any day, and the officer's verbs on it."""

from dataclasses import replace
from datetime import date

from app.arrears.model import Agreements, Owed, Pauses, Tenancy
from app.core.errors import Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import DwellingId, LeaseId, PersonId, Ref
from app.core.money import Ore
from app.evictions.corrections.service import PetitionCorrections
from app.evictions.model import EnforcementGround
from app.evictions.notices import checks, grounds, rules, store
from app.evictions.notices.facts import TrackFacts
from app.evictions.notices.model import (
    GROUNDS,
    EnforcementCosts,
    EvictionNotice,
    ExceptionDraft,
    HomeTrack,
    HomeTrackDue,
    OptOut,
    SentBefore,
)
from app.evictions.notices.standing import StandingNotices
from app.evictions.notices.telling import Cases
from app.leases.service import Leases
from app.letters.model import Issued
from app.letters.service import Letters
from app.people.model import HeldAddress
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.remembered import Remembered
from app.storage.unit import Unit


class HomeTracks:
    """Notice, the word to the social service, and the petition with all it must wait for."""

    def __init__(
        self,
        db: Database,
        facts: TrackFacts,
        leases: Leases,
        people: People,
        settings: Settings,
        letters: Letters,
    ) -> None:
        self._db = db
        self._facts = facts
        self._leases = leases
        self._people = people
        self._settings = settings
        self._agreed: Agreements | None = None
        self._pauses: Pauses | None = None
        self._cases: Cases | None = None
        self._remembered: Remembered[tuple[HomeTrackDue, ...]] = Remembered(db)
        self._standing = StandingNotices(db)
        self.corrections = PetitionCorrections(db, facts)
        letters.know_watcher(self)

    def know_agreements(self, agreed: Agreements) -> None:
        """Where agreements on instalments are known from."""
        self._agreed = agreed

    def know_pauses(self, pauses: Pauses) -> None:
        """Where pauses are known from."""
        self._pauses = pauses

    def know_cases(self, cases: Cases) -> None:
        """The slice that follows homes that may be lost."""
        self._cases = cases

    # what is known

    def of(self, lease: LeaseId, on: date | None = None) -> HomeTrack:
        """The track of the tenancy of a lease as it stands on a day, today without one."""
        day = on or self._today
        tenancy = self._facts.tenancy(lease)
        owed = self._facts.owed(tenancy.lease, day)
        notice = store.notice_of(self._db, tenancy.leases, day)
        social = store.social_of(self._db, tenancy.leases, day)
        found = rules.waits(notice, social, self._settings.parameters)
        facts = self._facts.around(tenancy, owed, day)
        ground = notice.ground if notice else grounds.holding(facts)
        petition = store.petition_of(self._db, tenancy.leases, day)
        track = HomeTrack(
            lease=tenancy.lease,
            on=day,
            ground=ground,
            notice=notice,
            social=social,
            opt_out=self.opt_out(tenancy.tenant, day),
            petition=petition,
            correction=self.corrections.of(petition, day) if petition else None,
            waits=found,
            expires=rules.expires(found, self._settings.parameters),
            met_on=self._met(tenancy, notice, day),
            owed=owed.total,
            paid_since=self._paid_since(tenancy, notice, day),
            costs=self.costs(day, by_court=ground is not None and ground.by_court),
        )
        locks = self._locks(track, tenancy, owed, facts)
        return replace(track, locks=locks, steps=rules.steps(track, owed.since))

    def begun(self, lease: LeaseId, on: date | None = None) -> bool:
        """Whether a notice that holds is made, or a petition filed: the track in short."""
        holding, leases = self._standing.on(on or self._today), self._facts.tenancy(lease).leases
        return holding.notice(leases) is not None or holding.filed(leases)

    def grounds_of(self, lease: LeaseId) -> dict[EnforcementGround, tuple[Problem, ...]]:
        """What each ground lacks today; a ground that lacks nothing that blocks may be used."""
        tenancy = self._facts.tenancy(lease)
        facts = self._facts.around(
            tenancy, self._facts.owed(tenancy.lease, self._today), self._today
        )
        return {each: grounds.lacks(each, facts) for each in GROUNDS}

    def due(self, day: date | None = None) -> tuple[HomeTrackDue, ...]:
        """Notices whose petition may be filed (AL-10) or that have run out (AL-11), oldest first.

        None where a petition is filed, or where all that was claimed is paid.
        """
        on = day or self._today
        return self._remembered.get(on, lambda: self._due(on))

    def _due(self, on: date) -> tuple[HomeTrackDue, ...]:
        noticed = self._standing.on(on).notices
        known = {each.lease: each for each in self._facts.tenancies(noticed)}
        rows = [
            HomeTrackDue(track, each.number, each.tenant, each.tenant_name, each.address)
            for each in known.values()
            if self._may_be_filed(each, on) and _waits_for_someone(track := self.of(each.lease, on))
        ]
        return tuple(sorted(rows, key=lambda row: row.track.earliest_petition or on))

    def _may_be_filed(self, tenancy: Tenancy, on: date) -> bool:
        """Whether § 4-18 is waited for and no petition filed: asked before all the rest is read."""
        holding = self._standing.on(on)
        owed = self._facts.owing(on).get(tenancy.lease, Owed(on))
        notice = holding.notice(tenancy.leases)
        waits = rules.may_wait(notice, owed, on, self._settings.parameters)
        return waits and not holding.filed(tenancy.leases)

    def costs(self, day: date, *, by_court: bool = False) -> EnforcementCosts:
        """What an eviction costs on a day (TV-16 to TV-18)."""
        return rules.costs(day, self._settings.parameters, by_court=by_court)

    def opt_out(self, person: PersonId, on: date | None = None) -> OptOut | None:
        """The tenant's written no to the notice under § 9-11 that holds that day (HL-71)."""
        day = on or self._today
        found = [each for each in store.opt_outs(self._db, person) if each.holds(day)]
        return found[-1] if found else None

    def _met(self, tenancy: Tenancy, notice: EvictionNotice | None, day: date) -> date | None:
        if notice is None:
            return None
        return self._facts.met(tenancy, notice.sent_on or notice.issued_on, day)

    def _paid_since(self, tenancy: Tenancy, notice: EvictionNotice | None, day: date) -> Ore:
        if notice is None:
            return Ore(0)
        return Ore(self._facts.paid_since(tenancy.lease, notice.issued_on, day))

    def _locks(
        self, track: HomeTrack, tenancy: Tenancy, owed: Owed, facts: grounds.GroundFacts
    ) -> tuple[Problem, ...]:
        lacking = grounds.lacks(track.ground, facts) if track.notice else ()
        day = track.on
        why_not = store.no_meeting(self._db, tenancy.leases, day)
        since = track.notice.issued_on if track.notice else day
        around = rules.Around(
            owed=owed,
            lacking=tuple(each for each in lacking if each.blocks and not grounds.of_money(each)),
            talked=track.met_on is not None or (why_not is not None and why_not.since >= since),
            paused=self._pauses is not None and self._pauses.holding(track.lease, day) is not None,
            agreement_kept=self._kept(track.lease, day),
        )
        return rules.locks(track, around)

    def _kept(self, lease: LeaseId, day: date) -> bool:
        """Whether an agreement on instalments runs, and is kept."""
        agreed = self._agreed
        if agreed is None or agreed.current(lease) is None:
            return False
        return agreed.breach(lease, day) is None

    # what is noted

    def receive_opt_out(self, person: PersonId, since: date | None, words: str) -> None:
        """The tenant has said no in writing; from that day on no such notice is made (HL-71)."""
        if since is None or since > self._today:
            raise Invalid([Problem("since", "opt_out_day", "HL-71", remedy=self._today)])
        if self.opt_out(person) is not None:
            raise OfficeError("opt_out_held")
        with self._db.unit("opt_out.received", Ref("person", person)) as unit:
            unit.insert("social_notice_opt_out", person=person, since=since, words=words.strip())

    def take_back_opt_out(self, person: PersonId, until: date | None) -> None:
        """The tenant wants the social service to be told after all, from a day."""
        held = self.opt_out(person)
        if held is None:
            raise OfficeError("opt_out_none")
        if until is None or not held.since <= until <= self._today:
            raise Invalid([Problem("until", "opt_out_day", "HL-71", remedy=self._today)])
        with self._db.unit("opt_out.taken_back", Ref("person", person)) as unit:
            unit.update("social_notice_opt_out", held.id, until=until)

    def note_sent_before(self, lease: LeaseId, draft: SentBefore) -> None:
        """A notice that was sent before it was noted here, by the owner or by ourselves (TV-02)."""
        demand(checks.sent_before(draft, self._today))
        tenancy = self._facts.tenancy(lease)
        with self._db.unit("eviction_notice.noted", Ref("lease", tenancy.lease)) as unit:
            unit.insert(
                "eviction_notice",
                lease=tenancy.lease,
                ground=draft.ground,
                issued_on=draft.sent_on,
                sent_before=draft.sent_on,
                words=draft.words.strip(),
                claimed=draft.claimed,
            )
            if self._cases is not None and draft.sent_on is not None:
                self._cases.notice_sent(unit, tenancy.lease, draft.sent_on)

    def check_exception(self, lease: LeaseId, draft: ExceptionDraft) -> tuple[Problem, ...]:
        """Why the notice can not be left out (TV-04)."""
        tenancy = self._facts.tenancy(lease)
        person = self._people.get(tenancy.tenant)
        facts = self._facts.around(
            tenancy, self._facts.owed(tenancy.lease, self._today), self._today
        )
        lacking = tuple(each for each in grounds.lacks(draft.ground, facts) if each.blocks)
        return (*lacking, *checks.exception(draft, person))

    def leave_out_notice(self, lease: LeaseId, draft: ExceptionDraft) -> None:
        """Nobody can be reached: the two weeks run from the due day instead (TV-04)."""
        demand(self.check_exception(lease, draft))
        tenancy = self._facts.tenancy(lease)
        owed = self._facts.owed(tenancy.lease, self._today)
        unpaid = draft.ground is EnforcementGround.UNPAID_RENT
        last = tenancy.last_day or self._today
        due = owed.charges[-1].charge.due_on if unpaid and owed.charges else last
        with self._db.unit("eviction_notice.left_out", Ref("lease", tenancy.lease)) as unit:
            unit.insert(
                "eviction_notice",
                lease=tenancy.lease,
                ground=draft.ground,
                issued_on=unit.today,
                excepted_from=due,
                words=draft.words.strip(),
                claimed=owed.total if unpaid else 0,
            )

    def withdraw_notice(self, lease: LeaseId, reason: str) -> None:
        """A notice that no letter of ours gives does not hold; a letter is annulled instead."""
        notice = self.of(lease).notice
        if notice is None or notice.document is not None:
            raise OfficeError("eviction_notice_by_letter")
        _demand_reason(reason)
        with self._db.unit("eviction_notice.withdrawn", Ref("lease", notice.lease)) as unit:
            unit.update(
                "eviction_notice",
                notice.id,
                withdrawn_on=unit.today,
                withdrawn_reason=reason.strip(),
            )
            if self._cases is not None:
                self._cases.notice_ran_out(unit, notice.lease, unit.today, reason.strip())

    def say_why_no_meeting(self, lease: LeaseId, words: str) -> None:
        """Why nobody met before the petition (AL-10)."""
        if not words.strip():
            raise Invalid([Problem("words", "no_meeting_why", "AL-10")])
        tenancy = self._facts.tenancy(lease)
        with self._db.unit("petition.no_meeting", Ref("lease", tenancy.lease)) as unit:
            unit.insert(
                "no_meeting_reason", lease=tenancy.lease, since=unit.today, words=words.strip()
            )

    def check_petition(self, lease: LeaseId, filed_on: date | None) -> tuple[Problem, ...]:
        """What keeps a petition from being filed that day."""
        if filed_on is None or filed_on > self._today:
            return (Problem("filed_on", "petition_day", remedy=self._today),)
        track = self.of(lease)
        if track.petition is not None:
            return (Problem("filed_on", "petition_filed_already"),)
        return self.of(lease, filed_on).locks

    def file_petition(self, lease: LeaseId, filed_on: date | None, reference: str) -> None:
        """The namsfogd or the court has been asked; Invalid while anything holds it back."""
        demand(self.check_petition(lease, filed_on))
        tenancy, notice = self._facts.tenancy(lease), self.of(lease, filed_on).notice
        if notice is None or filed_on is None:
            raise NotFound("eviction_notice_not_found")
        with self._db.unit("petition.filed", Ref("lease", tenancy.lease)) as unit:
            unit.insert(
                "eviction_petition",
                lease=tenancy.lease,
                notice=notice.id,
                filed_on=filed_on,
                reference=reference.strip(),
            )
            if self._cases is not None:
                self._cases.petition_filed(unit, tenancy.lease, filed_on)

    def withdraw_petition(self, lease: LeaseId, reason: str) -> None:
        """The petition is taken back, as when all is paid; whoever follows the home is told."""
        track = self.of(lease)
        petition, expires = track.petition, track.expires
        if petition is None:
            raise OfficeError("petition_none")
        _demand_reason(reason)
        holds = track.notice is not None and (expires is None or track.on <= expires.nominal)
        with self._db.unit("petition.withdrawn", Ref("lease", petition.lease)) as unit:
            unit.update(
                "eviction_petition",
                petition.id,
                withdrawn_on=unit.today,
                withdrawn_reason=reason.strip(),
            )
            if self._cases is not None:
                self._cases.petition_withdrawn(
                    unit, track.lease, unit.today, reason.strip(), noticed=holds
                )

    # what the letters tell

    def letter_sent(self, unit: Unit, letter: Issued, day: date) -> None:
        """The notice went out: whoever follows the home is told, when the way it went counts."""
        notice = store.notice_by(self._db, letter.id, max(day, self._today))
        if self._cases is not None and notice is not None and notice.sent_on is not None:
            self._cases.notice_sent(unit, self._facts.tenancy(notice.lease).lease, day)

    def letter_annulled(self, unit: Unit, letter: Issued, reason: str) -> None:
        """A notice whose letter does not hold is none from that day: the case is told."""
        lease = store.lease_noticed_by(self._db, letter.id)
        if self._cases is not None and lease is not None:
            self._cases.notice_ran_out(unit, self._facts.tenancy(lease).lease, unit.today, reason)

    # ends of others

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """The rows on these people's leases, which tell where they live (ADR-05)."""
        of = self._leases.tenants(people)
        found = store.held(self._db, sorted(of))
        return tuple(HeldAddress(ref, of[lease]) for ref, lease in found)

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them, before the letters and the leases are."""
        for lease in self._leases.tenants(people):
            store.remove(unit, lease)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()


def _waits_for_someone(track: HomeTrack) -> bool:
    paid = any(each.code == "petition_claim_paid" for each in track.locks)
    if track.petition is not None or paid:
        return False
    earliest = track.earliest_petition
    return track.ran_out or (earliest is not None and earliest <= track.on)


def _demand_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid([Problem("reason", "reason_missing")])
