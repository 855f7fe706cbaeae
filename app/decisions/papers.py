"""Gathers what the letter with a vedtak says, and writes it in the reader's language."""

from app.applications.service import Applications
from app.core.clock import Clock
from app.core.working_days import assumed_arrival
from app.decisions.model import LetterFrom, Vedtak, VedtakLetter
from app.decisions.prints import vedtak_letter
from app.decisions.stationery import window
from app.documents.model import Document
from app.documents.texts import load_text
from app.people.model import AddressProtection, Person
from app.people.service import People
from app.settings.rulebook import deadline_for
from app.settings.service import Settings

NEEDS_SIGNATURE = "FVL1967"
"""The act under which an appeal is signed (FV-15)."""


class Papers:
    """The letter as a document, of a draft or for good; and who writes it."""

    def __init__(
        self, applications: Applications, people: People, settings: Settings, clock: Clock
    ) -> None:
        self._applications = applications
        self._people = people
        self._settings = settings
        self._clock = clock

    def letter(self, vedtak: Vedtak, *, draft: bool) -> Document:
        """As it is now; as a draft it may lack parts and hides a protected address."""
        application = self._applications.get(vedtak.application)
        person = self._people.get(application.applicant)
        hidden = draft and person.protection is not AddressProtection.NONE
        sender = self.sender(person, () if hidden else window(person), draft)
        today, parameters = self._clock.today(), self._settings.parameters
        arrival = assumed_arrival(today, parameters.whole("local.post_days", today))
        members = self._people.household(application.household).members
        letter = VedtakLetter(
            vedtak=vedtak,
            sender=sender,
            received_on=application.received_on,
            household=len([member for member in members if member.until is None]),
            appeal_period=parameters.period("fvl.complaint_weeks", today),
            arrival=arrival,
            last_day=deadline_for(parameters, "fvl.complaint_weeks", arrival).moved,
            signed_appeal=parameters.text("fvl.ruleset", today) == NEEDS_SIGNATURE,
        )
        name = "vedtak_granted" if vedtak.draft.result.grants else "vedtak_refused"
        text = load_text(name, sender.language.value, today)
        return vedtak_letter(letter, text, load_text("appeal", sender.language.value, today))

    def sender(self, to: Person, recipient: tuple[str, ...], draft: bool) -> LetterFrom:
        """Who writes to that person now, in that person's language."""
        me = self._settings.me
        return LetterFrom(
            office=self._settings.profile,
            officer_name=me.name if me else "",
            officer_title=me.title if me else "",
            recipient=recipient,
            issued=self._clock.now(),
            language=to.language,
            draft=draft,
        )
