"""The officer's verbs on offers: make one, take the answer, take it back, act on a no."""

from datetime import date

from app.allocation import order_store
from app.allocation.offers import rules, store
from app.allocation.offers.model import (
    Consequence,
    DeclineReason,
    InForce,
    Offer,
    OfferDraft,
    OfferFacts,
    OfferRow,
    OfferState,
)
from app.allocation.offers.papers import OfferPapers
from app.allocation.rulesets.model import RefusalEffect
from app.allocation.service import Allocation
from app.allocation.suitability import fitting
from app.applications.model import ApplicationState
from app.applications.service import Applications
from app.core.errors import Conflict, Invalid, NotFound, OfficeError, Problem, demand
from app.core.ids import ApplicationId, DwellingId, PersonId, Ref
from app.documents.model import Document
from app.dwellings.model import DwellingStatus
from app.dwellings.service import Dwellings
from app.people.model import AddressProtection, HeldAddress
from app.people.service import People
from app.settings.service import Settings
from app.storage.database import Database
from app.storage.unit import Unit

S = OfferState


class Offers:
    """One open offer for each dwelling and each application; the answer decides what follows."""

    def __init__(
        self,
        db: Database,
        allocation: Allocation,
        applications: Applications,
        dwellings: Dwellings,
        people: People,
        settings: Settings,
        papers: OfferPapers,
        rule_sets: InForce,
    ) -> None:
        self._db = db
        self._allocation = allocation
        self._applications = applications
        self._dwellings = dwellings
        self._people = people
        self._settings = settings
        self._papers = papers
        self._rule_sets = rule_sets

    def rows(self) -> tuple[OfferRow, ...]:
        """Every offer, the newest first."""
        return store.rows(self._db)

    def get(self, offer: int) -> Offer:
        """One offer as it stands; NotFound when there is none."""
        found = store.get(self._db, offer)
        if found is None:
            raise NotFound("offer_not_found")
        return found

    def of(self, application: ApplicationId) -> tuple[Offer, ...]:
        """Every offer an application has had, oldest first."""
        return store.of_application(self._db, application)

    def open_on(self, dwelling: DwellingId) -> Offer | None:
        """The offer of a dwelling that waits for its answer."""
        return store.open_on(self._db, dwelling)

    def offered(self) -> frozenset[DwellingId]:
        """Every dwelling that is offered to someone now."""
        return store.offered(self._db)

    def drafted(self, application: ApplicationId, dwelling: DwellingId) -> OfferDraft:
        """An offer with the answer day of the municipality's rules."""
        today = self._today
        by = rules.answer_day(self._rule_sets.in_force(today).rules, today)
        return OfferDraft(application, dwelling, by)

    def check(self, draft: OfferDraft) -> tuple[Problem, ...]:
        """What stops an offer."""
        return rules.offer_problems(draft, self._facts(draft))

    def _facts(self, draft: OfferDraft) -> OfferFacts:
        dwelling = self._dwellings.get(draft.dwelling)
        candidate = self._allocation.candidate(draft.application, draft.dwelling)
        against = {each.code for each in candidate.why_not} if candidate else frozenset()
        vedtak = store.granting_vedtak(self._db, draft.application)
        return OfferFacts(
            today=self._today,
            vedtak=vedtak if candidate else None,
            rent_known=dwelling.rent is not None,
            vacant=dwelling.status in {DwellingStatus.READY, DwellingStatus.MAINTENANCE},
            has_offer=store.open_of(self._db, draft.application) is not None,
            stops=tuple(code for stop, code in fitting.STOPS.items() if stop in against),
        )

    def told(self, application: ApplicationId) -> Consequence:
        """What one more no without a valid reason leads to, as the letter tells it."""
        in_force = self._rule_sets.in_force(self._today).rules
        return rules.consequence(in_force, self.of(application))

    def preview(self, draft: OfferDraft) -> Document:
        """The letter as it would be made, marked as a draft; a protected address is left out."""
        number = self._vedtak_number(draft.application)
        told = self.told(draft.application)
        return self._papers.letter(draft, told, number, as_draft=True)

    def _vedtak_number(self, application: ApplicationId) -> str:
        vedtak = store.granting_vedtak(self._db, application)
        if vedtak is None:
            raise Invalid([Problem("application", "offer_needs_vedtak", "FV-24")])
        return store.number_of(self._db, vedtak)

    def make(self, draft: OfferDraft) -> int:
        """The offer with its letter under «Skal sendes»; never undone, but it may be taken back.

        Invalid with what stops it. For strengt fortrolig it is done on paper alone (ADR-02).
        """
        facts = self._facts(draft)
        problems = rules.offer_problems(draft, facts)
        if problems or facts.vedtak is None:
            raise Invalid(problems)
        if self._settings.me is None:
            raise OfficeError("officer_needed")
        told = self.told(draft.application)
        vedtak_number = store.number_of(self._db, facts.vedtak)
        document = self._papers.letter(draft, told, vedtak_number, as_draft=False)
        person = self._papers.receiver(draft.application)
        if person.protection is AddressProtection.CONFIDENTIAL:
            self._people.shown_address(person.id, document.reference)
        with self._db.unit("offer.made", final=True) as unit:
            offer = store.add(unit, draft, document.reference, facts.vedtak, told)
            unit.about(Ref("offer", offer))
            self._papers.issue(unit, offer, document, person)
        return offer

    def accept(self, offer: int, since: date) -> None:
        """They said yes: the dwelling is allocated in the same unit (FV-24)."""
        known = self._may(offer, S.ACCEPTED, since)
        with self._db.unit("offer.accepted", Ref("offer", offer)) as unit:
            store.add_state(unit, offer, S.ACCEPTED, since)
            self._allocation.allocate(unit, known.vedtak, known.dwelling, since, known.number)

    def decline(
        self,
        offer: int,
        since: date,
        reason: DeclineReason | None,
        words: str = "",
        *,
        valid: bool | None,
    ) -> None:
        """They said no, why, and whether the reason is valid; Invalid without either."""
        self._may(offer, S.DECLINED, since, reason, words, valid=valid)
        with self._db.unit("offer.declined", Ref("offer", offer)) as unit:
            store.add_state(unit, offer, S.DECLINED, since, valid=valid, reason=reason, words=words)

    def unanswered(self, offer: int, since: date, words: str = "", *, valid: bool = False) -> None:
        """The day has passed; `valid` when something kept them from answering, told in `words`."""
        self._may(offer, S.UNANSWERED, since, None, words, valid=valid)
        with self._db.unit("offer.unanswered", Ref("offer", offer)) as unit:
            store.add_state(unit, offer, S.UNANSWERED, since, valid=valid, words=words)

    def retract(self, offer: int, since: date, words: str) -> None:
        """We take it back, with a reason; one accepted only until the lease (OfferState)."""
        known = self._may(offer, S.RETRACTED, since, None, words)
        if self._dwellings.get(known.dwelling).status is DwellingStatus.LET:
            raise Invalid([Problem("state", "offer_has_lease")])
        with self._db.unit("offer.retracted", Ref("offer", offer)) as unit:
            store.add_state(unit, offer, S.RETRACTED, since, words=words)
            if known.state is S.ACCEPTED:
                self._allocation.release(unit, known.vedtak, since, words)

    def effect_due(self, offer: int) -> RefusalEffect:
        """What may now be done because of a no; it happens only when the officer does it."""
        known = self.get(offer)
        row = self._applications.rows_of(frozenset({known.application}))[0]
        moves = order_store.moves(self._db, self._today)
        last = any(
            move.application == known.application
            and move.above is None
            and move.since >= known.state_since
            for move in moves
        )
        waiting = row.state is ApplicationState.GRANTED_WAITING
        return rules.effect_due(known, waiting=waiting, placed_last=last)

    def carry_out(self, offer: int, reason: str) -> None:
        """Do what the letter told beforehand; Conflict offer_no_effect when nothing is due."""
        known, effect = self.get(offer), self.effect_due(offer)
        if effect is RefusalEffect.LAST_IN_GROUP:
            self._allocation.move(known.application, None, reason)
        elif effect is RefusalEffect.LAPSES:
            self._lapse(known, reason)
        else:
            raise Conflict("offer_no_effect")

    def _lapse(self, offer: Offer, reason: str) -> None:
        """The letter with the offer was the warning that must come before."""
        if not reason.strip():
            raise Invalid([Problem("reason", "reason_missing")])
        subject = Ref("application", offer.application)
        with self._db.unit("application.lapsed", subject) as unit:
            lapsed = ApplicationState.LAPSED
            self._applications.set_state(unit, offer.application, lapsed, unit.today, reason)

    def _may(
        self,
        offer: int,
        to: OfferState,
        since: date,
        reason: DeclineReason | None = None,
        words: str = "",
        *,
        valid: bool | None = None,
    ) -> Offer:
        known = self.get(offer)
        demand(rules.answer_problems(known, to, since, self._today, reason, words, valid=valid))
        return known

    def holding(self, people: frozenset[PersonId]) -> tuple[HeldAddress, ...]:
        """Offers and reservations, old ones too: ties between a household and a dwelling."""
        return tuple(HeldAddress(ref, person) for ref, person in store.held(self._db, people))

    def forget(self, unit: Unit, people: frozenset[PersonId]) -> tuple[DwellingId, ...]:
        """Remove them."""
        for held in self.holding(people):
            store.remove(unit, held.ref)
        return ()

    @property
    def _today(self) -> date:
        return self._db.clock.today()
