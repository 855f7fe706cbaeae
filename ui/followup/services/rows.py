"""The rows of «Tjenester»: unit by unit, consent by consent, receiver by receiver."""

from PySide6.QtCore import QObject

from app.followup.services.model import (
    ContactPerson,
    ServiceGiven,
    Sharing,
    Standing,
    UnitBlock,
)
from app.office import Office
from app.people.consents.model import Consent
from ui.followup.services.words import (
    basis_words,
    consent_words,
    contact_words,
    lacking_words,
    last_words,
    receiver_words,
    service_words,
    sharing_words,
    unit_name,
)
from ui.kit.chips import Chip, ChipKind
from ui.kit.rows import Heading, Row
from ui.labels import day

SERVICE, CONTACT, BASIS = "service", "contact", "basis"
_WARN_DAYS = "local.consent_warn_days"


class ServiceRows(QObject):
    """Makes them as they stand today."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self.office, self._today = office, office.clock.today()

    def of_unit(self, block: UnitBlock) -> list[Row | Heading]:
        """Its name, whom to ring, what it gives, and what lets us know it."""
        unit = self.office.service_units.get(block.unit)
        phone = unit.draft.phone
        name = unit_name(self.office, block.unit)
        rows: list[Row | Heading] = [Heading(f"{name} · {phone}" if phone else name)]
        rows += [self._contact(each) for each in block.contacts]
        rows += [self._service(each) for each in block.services]
        if block.standing is not Standing.OURS:
            rows.append(self._basis(block))
        return rows

    def _contact(self, contact: ContactPerson) -> Row:
        stale = self.office.services_given.confirmed_long_ago(contact)
        chip = (
            Chip(ChipKind.SOON, self.tr("Bekreft"))
            if stale
            else Chip(ChipKind.OK, self.tr("Kontakt"))
        )
        return Row(
            (CONTACT, contact.id),
            contact_words(contact),
            contact.draft.phone or self.tr("Uten telefon"),
            chip,
            when=day(contact.confirmed_on),
            how_long=self.tr("sist bekreftet"),
            action=self.tr("Bekreft i dag"),
        )

    def _service(self, given: ServiceGiven) -> Row:
        nav = given.draft.nav_only
        chip = (
            Chip(ChipKind.PROTECTED, self.tr("Bare Nav"))
            if nav
            else Chip(ChipKind.INFO, self.tr("Tjeneste"))
        )
        return Row(
            (SERVICE, given.id),
            given.draft.what,
            service_words(given),
            chip,
            when="" if given.draft.until is None else last_words(given.draft.until),
            action=self.tr("Rett …"),
        )

    def _basis(self, block: UnitBlock) -> Row:
        key = (BASIS, block.unit)
        if not block.standing.shown or block.basis is None:
            return Row(
                key,
                lacking_words(block),
                self.tr("Be om et nytt samtykke, eller skriv hva vi ellers bygger på."),
                Chip(ChipKind.SOON, self.tr("Mangler")),
                action=self.tr("Nytt grunnlag …"),
            )
        ends = block.basis.last_day
        warn = self.office.settings.parameters.whole(_WARN_DAYS, self._today)
        soon = ends is not None and (ends - self._today).days <= warn
        return Row(
            key,
            basis_words(block.basis),
            self.tr("Derfor kan vi vite hva enheten gjør."),
            Chip(ChipKind.SOON, self.tr("Går ut"))
            if soon
            else Chip(ChipKind.OK, self.tr("Grunnlag")),
            when=last_words(ends),
            action=self.tr("Nytt grunnlag …"),
        )

    def of_consent(self, consent: Consent) -> Row:
        """What was agreed to; one that holds can be withdrawn with one key."""
        given = self.tr("Gitt {}").format(day(consent.since))
        if consent.holds(self._today):
            return Row(
                consent.id,
                consent_words(consent),
                given,
                Chip(ChipKind.OK, self.tr("Gjelder")),
                when=last_words(consent.until),
                action=self.tr("Trekk"),
            )
        taken_back = consent.withdrawn_on is not None
        return Row(
            consent.id,
            consent_words(consent),
            given,
            Chip(ChipKind.NO, self.tr("Trukket") if taken_back else self.tr("Gått ut")),
            when=day(consent.withdrawn_on or consent.until),
        )

    def of_receiver(self, place: int, row: Sharing) -> Row:
        """What one receiver may be told, and what never."""
        may = bool(row.consents)
        return Row(
            place,
            receiver_words(row),
            sharing_words(row),
            Chip(ChipKind.OK, self.tr("Kan deles")) if may else Chip(ChipKind.NO, self.tr("Nei")),
            when=last_words(row.until) if may else "",
        )
