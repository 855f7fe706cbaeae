"""The five fields of a note, what they hold, and what stands half typed in them (D10)."""

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.core.days import clock_time, day_and_month
from app.core.ids import PersonId
from app.followup.contact_notes.model import (
    FIELDS,
    ContactChannel,
    ContactNoteDraft,
    ContactOutcome,
)
from app.office import Office
from app.people.model import AddressProtection
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField
from ui.kit.form import Form
from ui.labels import title_word
from ui.note_words import NoteWords

_AT = "kept_at"


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("contact", text)


def add_note_fields(form: Form, office: Office, lines: int = 2) -> NoteWords:
    """Day, way and outcome on one line; words and the day of the next step on the other."""
    today = office.clock.today
    channels = [(each, title_word(each)) for each in ContactChannel]
    outcomes = [(each, title_word(each)) for each in ContactOutcome]
    words = NoteWords("words", tr("Hva som ble sagt"), lines=lines)
    form.line(
        DateField("happened_on", tr("Dag"), today=today),
        ChoiceField("channel", tr("Hvordan"), channels),
        ChoiceField("outcome", tr("Hva det førte til"), outcomes),
    )
    form.line(
        words, DateField("follow_up_on", tr("Neste steg"), optional=True, today=today, width=150)
    )
    form.set_values(blank(office))
    return words


def blank(office: Office) -> dict[str, object]:
    """A call today that was answered: what is most often meant."""
    return dict.fromkeys(FIELDS) | {
        "happened_on": office.clock.today(),
        "channel": ContactChannel.PHONE,
        "outcome": ContactOutcome.REACHED,
    }


def values_of(draft: ContactNoteDraft) -> dict[str, object]:
    """A note as the fields show it."""
    return {name: getattr(draft, name) or None for name in FIELDS}


def draft_of(values: Mapping[str, object], *, nav_only: bool) -> ContactNoteDraft:
    """What the fields hold."""
    happened, ahead = values["happened_on"], values["follow_up_on"]
    channel, outcome = values["channel"], values["outcome"]
    return ContactNoteDraft(
        happened_on=happened if isinstance(happened, date) else None,
        channel=channel if isinstance(channel, ContactChannel) else None,
        outcome=outcome if isinstance(outcome, ContactOutcome) else None,
        words=str(values["words"] or ""),
        follow_up_on=ahead if isinstance(ahead, date) else None,
        nav_only=nav_only,
    )


def hint_for(office: Office, person: PersonId | None) -> str:
    """What stands under the words; where someone lives is never written of some (ADR-02)."""
    enter = tr("Enter lagrer. Skift Enter gir ny linje.")
    if person is None:
        return enter
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    if office.people.get(person).protection is not strict:
        return enter
    return tr("Strengt fortrolig: skriv aldri hvor personen bor, eller hvor dere møttes.")


class HalfTyped:
    """What stands in the fields, kept inside the register alone, by the person it is about."""

    def __init__(self, office: Office, form: Form, person: PersonId | None) -> None:
        self._office, self._form = office, form
        self.person = person

    @property
    def _key(self) -> str:
        return "contact_note" if self.person is None else f"contact_note:{self.person}"

    @property
    def typed(self) -> bool:
        """Whether anything is written that would be missed."""
        values = self._form.values()
        return values["words"] is not None or values["follow_up_on"] is not None

    def load(self) -> None:
        """Show what was half typed last time, and say from when it is."""
        kept = self._office.drafts.of(self._key)
        at = kept.pop(_AT, None)
        if not isinstance(at, str):
            return
        self._form.set_values({name: kept.get(name) for name in FIELDS})
        self._form.field("words").set_hint(self._told(datetime.fromisoformat(at)))

    def _told(self, at: datetime) -> str:
        now = self._office.clock.now()
        local = at.astimezone(now.tzinfo)
        when = "" if local.date() == now.date() else f"{day_and_month(local.date())} "
        return tr("Utkast fra {}. Skriv videre, eller tøm feltet.").format(
            f"{when}{clock_time(local.time())}"
        )

    def keep(self) -> None:
        """Keep what is typed; an empty form is no draft."""
        if not self.typed:
            self.drop()
            return
        at = self._office.clock.now().isoformat()
        self._office.drafts.keep(self._key, self._form.values() | {_AT: at})

    def drop(self) -> None:
        """The note is written, or given up."""
        if self._office.drafts.of(self._key):
            self._office.drafts.drop(self._key)
