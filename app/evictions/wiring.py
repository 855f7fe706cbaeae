"""What is known and done where a home may be lost, put together for the office."""

from app.arrears.signals.finders import LeasesEnding, MissedContacts
from app.arrears.wiring import ArrearsServices
from app.arrears.wiring import Ground as ArrearsGround
from app.core.records import dataclass
from app.debt.wiring import DebtServices
from app.evictions.advice.service import EvictionAdvice
from app.evictions.aftercare.early import Early
from app.evictions.aftercare.letters import AftercareLetters
from app.evictions.aftercare.service import AftercareCases
from app.evictions.case_letters import CaseLetters
from app.evictions.childhood.service import Childhood
from app.evictions.home_threats import OpenThreats
from app.evictions.notices.facts import TrackFacts
from app.evictions.notices.papers import HomeLetters
from app.evictions.notices.service import HomeTracks
from app.evictions.petitions import OpenPetitions
from app.evictions.rent_tracks import HomeTrackBegun
from app.evictions.service import EvictionCases
from app.evictions.telling_store import TELLING
from app.evictions.units.gathering import Sources
from app.evictions.units.service import UnitNotes
from app.followup.rent_talks import HelpToday, RentTalks
from app.followup.wiring import FollowupServices
from app.leases.wiring import LeaseServices
from app.people.telling import TellingRows


@dataclass(frozen=True, slots=True)
class Ground:
    """What is there before these cases are: what arrears stand on, and those made since."""

    below: ArrearsGround
    leases: LeaseServices
    arrears: ArrearsServices
    followup: FollowupServices
    debt: DebtServices


class EvictionServices:
    """Made once for an office, which hands each of them out under the same name."""

    def __init__(self, on: Ground) -> None:
        self._on = on
        self._wire_cases(on)
        self._wire_home_track(on)
        self._wire_around(on)

    def _wire_cases(self, on: Ground) -> None:
        """The case itself, from the first message to its outcome."""
        below = on.below
        self.eviction_cases = EvictionCases(
            below.db,
            below.people,
            below.settings,
            on.arrears.arrears,
            below.leases,
            on.leases.endings,
        )
        below.people.know_holder(self.eviction_cases)  # before leases are let go of
        self.eviction_advice = EvictionAdvice(
            below.db,
            self.eviction_cases,
            below.settings,
            on.arrears,
            on.followup,
            on.debt.debt_cases,
        )
        on.debt.debt_queue.know_threats(OpenThreats(self.eviction_cases, below.people))
        self._tell_signals(on)
        self._tell_talks(on)
        on.leases.notices.know_deposits(on.arrears.rent_disputes)
        on.leases.terminations.know_deposits(on.arrears.rent_disputes)

    def _tell_signals(self, on: Ground) -> None:
        """What the slices between hold of early signs that a home may be lost."""
        settings, leases = on.below.settings, on.leases
        on.arrears.early_signals.know_finder(MissedContacts(on.followup.contact_notes, settings))
        on.arrears.early_signals.know_finder(
            LeasesEnding(
                on.below.db, on.below.leases, leases.renewals, leases.term_reviews, settings
            )
        )

    def _wire_home_track(self, on: Ground) -> None:
        """Notice, the word to the social service, and the petition with what it waits for."""
        below, leases = on.below, on.leases
        facts = TrackFacts(
            on.arrears.arrears,
            below.leases,
            leases.notices,
            leases.terminations,
            on.followup.contact_notes,
            below.letters,
            on.arrears.arrears_steps,
        )
        self.home_track = HomeTracks(
            below.db, facts, below.leases, below.people, below.settings, below.letters
        )
        self.home_letters = HomeLetters(
            below.db,
            self.home_track,
            facts,
            leases.letters,
            below.letters,
            below.people,
            below.landlords,
            below.settings,
        )
        self.home_track.know_cases(self.eviction_cases)
        self.home_track.know_agreements(on.arrears.instalments)
        self.home_track.know_pauses(on.arrears.pauses)
        on.arrears.arrears_steps.know_home_tracks(HomeTrackBegun(self.home_track))
        below.people.know_holder(self.home_track)  # before letters, whose papers it points at
        on.arrears.early_signals.know_petitions(OpenPetitions(below.db, self.eviction_cases))

    def _tell_talks(self, on: Ground) -> None:
        """What the slices between hold of talks with tenants and of help."""
        follow, below = on.followup, on.below
        talks = RentTalks(follow.contact_notes, below.settings)
        on.arrears.arrears_steps.know_contact_log(talks)
        on.arrears.arrears_rounds.know_contact_log(talks)
        on.arrears.arrears_meetings.know_help(
            HelpToday(follow.levels, follow.owners, follow.services_given, below.units)
        )

    def _wire_around(self, on: Ground) -> None:
        """The units around the household, its children, and what comes after."""
        below, follow, cases = on.below, on.followup, self.eviction_cases
        letters = CaseLetters(below.decisions, below.people, below.letters, below.settings)
        sources = Sources(
            below.people,
            below.settings,
            below.units,
            below.consents,
            follow.owners,
            follow.plans,
            follow.services_given,
        )
        self.unit_notes = UnitNotes(below.db, cases, sources, letters)
        self.unit_notes.know_opt_outs(self.home_track)
        self.childhood = Childhood(below.db, cases, below.people)
        arrears = on.arrears
        self.early = early = Early(
            arrears.arrears,
            arrears.arrears_steps,
            arrears.early_signals,
            follow.contact_notes,
            below.settings,
        )
        self.aftercare = AftercareCases(below.db, cases, below.settings, on.leases.stays, early)
        self.aftercare_letters = AftercareLetters(below.db, self.aftercare, letters, below.settings)
        self.eviction_words = TellingRows(below.db, "eviction_case", TELLING)
        below.people.know_holder(self.eviction_words)  # before letters, whose papers it points at
