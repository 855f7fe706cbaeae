"""What unpaid rent needs of follow-up: the log of contact, and help given."""

from collections.abc import Mapping
from datetime import date

from app.arrears.contact_log import RentContact
from app.arrears.rounds.model import HelpNow, LastSaid
from app.arrears.steps.model import ArrearsStepKind
from app.core.ids import PersonId
from app.followup.contact_notes import store
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.contact_notes.service import ContactNotes
from app.followup.levels.service import Levels
from app.followup.owners.service import Owners
from app.followup.services.service import ServicesGiven
from app.settings.service import Settings
from app.settings.units.service import ServiceUnits
from app.storage.unit import Unit

_CHANNELS = {
    ArrearsStepKind.CALL: ContactChannel.PHONE,
    ArrearsStepKind.VISIT: ContactChannel.HOME_VISIT,
    ArrearsStepKind.MEETING: ContactChannel.MEETING,
}


class RentTalks:
    """Calls, visits and meetings about the rent stand among all other contact with a person."""

    def __init__(self, notes: ContactNotes, settings: Settings) -> None:
        self._notes = notes
        self._settings = settings

    def log_contact(self, unit: Unit, person: PersonId, contact: RentContact) -> None:
        """Write it in the log, in the unit that is open."""
        me = self._settings.me
        note = ContactNoteDraft(
            happened_on=contact.day,
            channel=_CHANNELS[contact.kind],
            outcome=ContactOutcome(contact.result.value),
            words=contact.words,
            follow_up_on=contact.follow_up_on,
        )
        store.insert(unit, person, note, me.name if me else "")

    def spoken_on(self, day: date) -> Mapping[PersonId, date]:
        """The last day each was spoken with."""
        return {
            person: standing.last_on
            for person, standing in self._notes.latest_of_all(day).items()
            if standing.last_on is not None
        }

    def last_said(self, person: PersonId) -> LastSaid | None:
        """The newest note with words that is not Nav's alone (A3)."""
        for note in self._notes.of(person):
            if note.now.words and not note.now.nav_only:
                return LastSaid(note.now.happened_on, note.now.words)
        return None


class HelpToday:
    """Level and units, as far as they may be known (A1)."""

    def __init__(
        self, levels: Levels, owners: Owners, services: ServicesGiven, units: ServiceUnits
    ) -> None:
        self._levels = levels
        self._owners = owners
        self._services = services
        self._units = units

    def help_of(self, person: PersonId, day: date) -> HelpNow:
        """The level, the unit that answers, and those with a service that may be shown."""
        held = self._levels.of(person, day)
        owner = self._owners.of(person, day)
        named = {each.id: each.name() for each in self._units.all()}
        found = [owner.unit] if owner else []
        found += [block.unit for block in self._services.of(person, day) if block.services]
        units = dict.fromkeys(named[unit] for unit in found if unit in named)
        return HelpNow(int(held.level) if held else 0, tuple(units))
