"""Gathers what the letter with an offer says, and issues it with its copies."""

from dataclasses import replace

from app.allocation.offers.model import Consequence, OfferDraft, OfferLetter, Representatives
from app.allocation.offers.prints import offer_letter
from app.applications.service import Applications
from app.core.clock import Clock
from app.core.ids import ApplicationId, Ref
from app.documents.model import Document
from app.dwellings.service import Dwellings
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.people.model import AddressProtection, Person
from app.people.prints import window
from app.people.service import People
from app.settings.service import Settings
from app.storage.unit import Unit

PREFIX = "T"
"""What the numbers of offers begin with («tilbud»)."""


class OfferPapers:
    """The letter as a document, of a draft or for good."""

    def __init__(
        self,
        applications: Applications,
        dwellings: Dwellings,
        people: People,
        letters: Letters,
        settings: Settings,
        representatives: Representatives,
        clock: Clock,
    ) -> None:
        self._applications = applications
        self._dwellings = dwellings
        self._people = people
        self._letters = letters
        self._settings = settings
        self._representatives = representatives
        self._clock = clock

    def receiver(self, application: ApplicationId) -> Person:
        """Who asked."""
        return self._people.get(self._applications.get(application).applicant)

    def letter(
        self, draft: OfferDraft, told: Consequence, vedtak_number: str, *, as_draft: bool
    ) -> Document:
        """As it is now; a draft never shows an address that is kept secret (ADR-03)."""
        person = self.receiver(draft.application)
        now, me = self._clock.now(), self._settings.me
        hidden = as_draft and person.protection is not AddressProtection.NONE
        others = self._representatives.representatives(person.id)
        letter = OfferLetter(
            office=self._settings.profile,
            officer_name=me.name if me else "",
            officer_title=me.title if me else "",
            recipient=() if hidden else window(person),
            issued=now,
            language=person.language,
            number=self._letters.next_number(PREFIX, now.year),
            vedtak_number=vedtak_number,
            dwelling=self._dwellings.get(draft.dwelling),
            offer=draft,
            consequence=told,
            copies=tuple(each.name for each in others),
            draft=as_draft,
        )
        return offer_letter(letter, self._settings.text("offer", person.language, now.date()))

    def issue(self, unit: Unit, offer: int, document: Document, person: Person) -> None:
        """Put the letter under «Skal sendes», and a copy to each who speaks for the person."""
        self._issue(unit, offer, document, DocumentKind.OFFER, person)
        others = self._representatives.representatives(person.id)
        for at, each in enumerate(others, start=1):
            place = f"{each.postal_code} {each.postal_place.upper()}".strip()
            lines = (each.name, each.organisation, each.line, place)
            copy = replace(
                document,
                recipient=tuple(line for line in lines if line) if each.line else (),
                reference=f"{document.reference}-K{at}",
            )
            self._issue(unit, offer, copy, DocumentKind.OFFER_COPY, person)

    def _issue(
        self, unit: Unit, offer: int, document: Document, kind: DocumentKind, person: Person
    ) -> None:
        self._letters.issue(
            unit,
            document,
            kind=kind,
            number=document.reference,
            case=Ref("offer", offer),
            person=person.id,
            to_send=True,
        )
