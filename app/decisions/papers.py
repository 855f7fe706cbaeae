"""Gathers what the letter with a vedtak says, and writes it in the reader's language."""

from collections.abc import Callable

from app.applications.service import Applications
from app.core.clock import Clock
from app.core.ids import PersonId, VedtakId
from app.core.periods import Period, Unit
from app.core.working_days import assumed_arrival
from app.decisions.appeals.rules import appeal_deadline
from app.decisions.grounds import Spokesmen
from app.decisions.model import LetterFrom, Vedtak, VedtakLetter
from app.decisions.prints import text_name, vedtak_letter
from app.documents.model import Document
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings

NEEDS_SIGNATURE = "FVL1967"
"""The act under which an appeal is signed (FV-15)."""


class Papers:
    """The letter as a document, of a draft or for good; and who writes it."""

    def __init__(
        self,
        applications: Applications,
        people: People,
        settings: Settings,
        clock: Clock,
        replaced: Callable[[VedtakId], Vedtak | None],
    ) -> None:
        self._applications = applications
        self._people = people
        self._settings = settings
        self._clock = clock
        self._replaced = replaced
        self._spokesmen: Spokesmen | None = None

    def know_spokesmen(self, spokesmen: Spokesmen) -> None:
        """Ask there who else gets a copy."""
        self._spokesmen = spokesmen

    def copies(self, person: PersonId) -> tuple[str, ...]:
        """The names of those who get a copy."""
        if self._spokesmen is None:
            return ()
        return tuple(who.name for who in self._spokesmen.representatives(person))

    def letter(self, vedtak: Vedtak, *, draft: bool, to: tuple[str, ...] | None = None) -> Document:
        """As it is now; as a draft it may lack parts and hides a protected address.

        `to` is the window of a copy to someone else.
        """
        told, today = self.told(vedtak, draft=draft, to=to), self._clock.today()
        language = told.sender.language
        text = self._settings.text(text_name(vedtak.draft), language, today)
        return vedtak_letter(told, text, self._settings.text("appeal", language, today))

    def told(
        self, vedtak: Vedtak, *, draft: bool, to: tuple[str, ...] | None = None
    ) -> VedtakLetter:
        """What it says, gathered today."""
        application = self._applications.get(vedtak.application)
        person = self._people.get(application.applicant)
        hidden = draft and person.protection is not AddressProtection.NONE
        own = () if hidden else window(person)
        sender = self.sender(person, own if to is None else to, draft)
        today, parameters = self._clock.today(), self._settings.parameters
        arrival = assumed_arrival(today, parameters.whole("local.post_days", today))
        weeks = vedtak.draft.appeal_weeks
        period = parameters.period("fvl.complaint_weeks", today)
        period = Period(weeks, Unit.WEEKS) if weeks else period
        members = self._people.household(application.household).members
        return VedtakLetter(
            vedtak=vedtak,
            sender=sender,
            received_on=application.received_on,
            household=len([member for member in members if member.until is None]),
            appeal_period=period,
            arrival=arrival,
            last_day=appeal_deadline(parameters, arrival, weeks).moved,
            signed_appeal=parameters.text("fvl.ruleset", today) == NEEDS_SIGNATURE,
            copies=self.copies(person.id),
            replaces=self._replaced(vedtak.id),
        )

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
