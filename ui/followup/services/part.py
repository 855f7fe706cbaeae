"""«Tjenester»: who helps from which unit, what was agreed to, and what may be told to whom."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.followup.services.model import (
    ContactPerson,
    ServiceGiven,
)
from app.office import Office
from app.people.model import Person
from ui.followup.part import FollowupPart
from ui.followup.services.dialogs import ServiceDialogs
from ui.followup.services.letters import CONSENT_FORM
from ui.followup.services.rows import BASIS, CONTACT, SERVICE, ServiceRows
from ui.kit.buttons import Button, ButtonSize, button_line
from ui.kit.cards import Card
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Heading, Row, Shape
from ui.labels import done
from ui.navigation import Navigator


class ServicesPart(FollowupPart):
    """Unit by unit who helps, then consents, then what may be shared."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, person, parent)
        self.dialogs = ServiceDialogs(office, navigator, person.id, self)
        self._rows = ServiceRows(office, self)
        self._blocks = office.services_given.of(person.id)
        self._services = {each.id: each for block in self._blocks for each in block.services}
        self._contacts = {each.id: each for block in self._blocks for each in block.contacts}
        self._add_buttons()
        self.helpers = RowList(self.tr("Hvem som hjelper"), Shape.TODAY, whole=True)
        self.helpers.activated_key.connect(self._act)
        self.helpers.current_key.connect(lambda _key: self._tell())
        self.consents = RowList(self.tr("Samtykker"), Shape.TODAY, whole=True)
        self.consents.activated_key.connect(self._withdraw)
        self.sharing = RowList(self.tr("Hva kan deles med hvem"), Shape.TODAY, whole=True)
        self.add(self._helpers_card(), self._consents_card(), self._sharing_card())
        self._tell()

    def _add_buttons(self) -> None:
        dialogs, small = self.dialogs, ButtonSize.SMALL
        self.service_button = Button(
            self.tr("Ny tjeneste …"), lambda: dialogs.service(), icon=Icon.NEW, size=small
        )
        self.contact_button = Button(
            self.tr("Ny kontaktperson …"), lambda: dialogs.contact(), size=small
        )
        self.correct_button = Button(self.tr("Rett …"), self.correct, size=small)
        self.end_button = Button(self.tr("Avslutt …"), self.end, size=small)
        self.consent_button = Button(
            self.tr("Nytt samtykke …"), lambda: dialogs.consent(), icon=Icon.SIGN, size=small
        )
        self.form_button = Button(
            self.tr("Lag samtykkeskjema"),
            partial(self.go, CONSENT_FORM),
            icon=Icon.PRINT,
            size=small,
        )
        self.signed_button = Button(
            self.tr("Ta inn underskrevet skjema …"), dialogs.signed_form, size=small
        )

    def begin(self) -> None:
        if self._blocks:
            self.helpers.setFocus()
        else:
            self.service_button.setFocus()

    # who helps

    def _helpers_card(self) -> Card:
        card = Card(self.tr("Hvem som hjelper"), icon=Icon.SERVICES, flush=True)
        if not self._blocks:
            for unused in (self.helpers, self.correct_button, self.end_button):
                unused.setParent(self)
                unused.hide()
            card.add(
                EmptyState(
                    self.tr("Ingen andre enheter er ført inn"),
                    self.tr(
                        "Spør personen hvem som hjelper i dag, og om vi kan snakke med dem."
                        " Før inn samtykket først, så tjenesten."
                    ),
                    primary=self.service_button,
                    secondary=self.contact_button,
                    drawing=False,
                )
            )
            return card
        rows: list[Row | Heading] = []
        for block in self._blocks:
            rows += self._rows.of_unit(block)
        self.helpers.set_rows(rows)
        self.helpers.select_end(last=False)
        buttons = (self.service_button, self.contact_button, self.correct_button, self.end_button)
        card.add(button_line(*buttons, inset=True), self.helpers)
        return card

    # consents

    def _consents_card(self) -> Card:
        everyone = self.office.consents.of(self.person.id)
        today = self.office.clock.today()
        card = Card(self.tr("Samtykker"), icon=Icon.SIGN, flush=True)
        card.add(button_line(self.consent_button, self.form_button, self.signed_button, inset=True))
        if not everyone:
            self.consents.setParent(self)
            self.consents.hide()
            card.add(
                EmptyState(
                    self.tr("Personen har ikke samtykket til noe"),
                    self.tr("Lag et samtykkeskjema, gå gjennom det sammen, og før inn svaret."),
                    drawing=False,
                )
            )
            return card
        holding = [each for each in everyone if each.holds(today)]
        over = [each for each in everyone if not each.holds(today)]
        card.set_fact(self.tr("{} gjelder").format(len(holding)))
        self.consents.set_rows([self._rows.of_consent(each) for each in (*holding, *over)])
        self.consents.select_end(last=False)
        card.add(self.consents)
        return card

    def _withdraw(self, key: object) -> None:
        """At once: it is the person's right, and can be taken back by «Angre»."""
        consent = self.office.consents.get(key) if isinstance(key, int) else None
        if consent is None or not consent.holds(self.office.clock.today()):
            return
        if self.navigator.attempt(lambda: self.office.consents.withdraw(consent.id)):
            self.navigator.tell(done("consent.withdrawn"))

    # what may be shared

    def _sharing_card(self) -> Card:
        card = Card(self.tr("Hva kan deles med hvem"), icon=Icon.LOCK, flush=True)
        rows = self.office.services_given.sharing(self.person.id)
        self.sharing.set_rows(
            [self._rows.of_receiver(place, row) for place, row in enumerate(rows)]
        )
        self.sharing.select_end(last=False)
        card.add(self.sharing)
        return card

    # what is done

    def _chosen(self) -> ServiceGiven | ContactPerson | None:
        row = self.helpers.current
        if row is None or not isinstance(row.key, tuple):
            return None
        kind, number = row.key
        return self._contacts.get(number) if kind == CONTACT else self._service_of(kind, number)

    def _service_of(self, kind: object, number: int) -> ServiceGiven | None:
        return self._services.get(number) if kind == SERVICE else None

    def _tell(self) -> None:
        off = "" if self._chosen() else self.tr("Velg en tjeneste eller kontaktperson først.")
        self.correct_button.set_off(off)
        self.end_button.set_off(off)

    def _act(self, key: object) -> None:
        kind, number = key if isinstance(key, tuple) else ("", 0)
        if kind == CONTACT:
            self.confirm(number)
        elif kind == SERVICE:
            self.dialogs.change_service(self._services[number])
        elif kind == BASIS:
            self.dialogs.basis(number)

    def confirm(self, contact: int) -> None:
        """It still is so: one key."""
        if self.navigator.attempt(lambda: self.office.services_given.confirm(contact)):
            self.navigator.tell(done("unit_contact.confirmed"))

    def correct(self) -> None:
        """What the chosen one should have said."""
        found = self._chosen()
        if isinstance(found, ContactPerson):
            self.dialogs.change_contact(found)
        elif found is not None:
            self.dialogs.change_service(found)

    def end(self) -> None:
        """The last day of the chosen one."""
        found = self._chosen()
        if isinstance(found, ContactPerson):
            self.dialogs.end_contact(found)
        elif found is not None:
            self.dialogs.end_service(found)
