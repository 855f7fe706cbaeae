"""What the money track asks of the slices above it: the home track, and the log of contact."""

from app.arrears.steps.model import ArrearsStepKind, ContactDraft
from app.core.ids import LeaseId, PersonId
from app.evictions.notices.service import HomeTracks
from app.followup.contact_notes import store
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.settings.service import Settings
from app.storage.unit import Unit

_CHANNELS = {
    ArrearsStepKind.CALL: ContactChannel.PHONE,
    ArrearsStepKind.VISIT: ContactChannel.HOME_VISIT,
    ArrearsStepKind.MEETING: ContactChannel.MEETING,
}


class HomeTrackBegun:
    """Whether the track of the dwelling runs already (INK-12)."""

    def __init__(self, tracks: HomeTracks) -> None:
        self._tracks = tracks

    def begun(self, lease: LeaseId) -> bool:
        """Whether a notice that holds is made, or a petition filed."""
        return self._tracks.begun(lease)


class RentContacts:
    """Calls and visits about the rent stand among all other contact with a person."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def log_contact(self, unit: Unit, person: PersonId, draft: ContactDraft) -> None:
        """Write it in the log, in the unit that is open."""
        me = self._settings.me
        reached = ContactOutcome.REACHED if draft.spoke else ContactOutcome.NOT_REACHED
        channel = _CHANNELS[draft.kind] if draft.kind else None
        note = ContactNoteDraft(draft.day, channel, reached, draft.words.strip())
        store.insert(unit, person, note, me.name if me else "")
