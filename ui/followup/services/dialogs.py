"""What is asked about services, contact persons, what is leaned on, and consents."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, Problem
from app.core.ids import PersonId, ServiceUnitId
from app.followup.services.model import (
    ContactDraft,
    ContactPerson,
    ServiceDraft,
    ServiceGiven,
)
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from ui.asking import Asking, Values, a_day, text
from ui.followup.services.basis import add_basis, basis_of
from ui.kit.ask import Act, AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, TextField
from ui.kit.scan_field import ScanField, scanned
from ui.labels import capital, title_word
from ui.navigation import Navigator


def _tr(words: str) -> str:
    return QCoreApplication.translate("ServiceDialogs", words)


class ServiceDialogs(Asking):
    """Opens them; what is done is told by the navigator."""

    def __init__(
        self, office: Office, navigator: Navigator, person: PersonId, window: QWidget
    ) -> None:
        super().__init__(office, navigator, window)
        self._person = person

    # the signed form

    def signed_form(self) -> AskDialog:
        """The paper with the person's own hand, kept on the person."""

        def act(values: Values) -> None:
            file = scanned(values["file"])
            if file is None:
                raise Invalid([Problem("file", "scan_missing")])
            name = _tr("Underskrevet samtykkeskjema")
            self.office.consent_forms.receive(self._person, *file, name)

        dialog = self.ask(
            _tr("Ta inn underskrevet skjema"),
            _tr(
                "Skjemaet legges blant personens brev. Før inn samtykket selv med «Nytt samtykke»."
            ),
            _tr("Ta inn"),
            act,
            "document.received",
            undo=False,
        )
        dialog.form.line(ScanField("file", _tr("Det underskrevne skjemaet"), optional=False))
        dialog.open()
        return dialog

    # services

    def service(self, unit: ServiceUnitId | None = None) -> AskDialog:
        """What the person has from a unit."""

        def act(values: Values) -> None:
            basis = basis_of(values)
            self.office.services_given.add(self._person, _service(values), basis)

        return self._of_service(
            _tr("Ny tjeneste"), _tr("Før inn"), act, "service_given.added",
            ServiceDraft(unit, since=self.today()), with_basis=True,
        )  # fmt: skip

    def change_service(self, given: ServiceGiven) -> AskDialog:
        """It was typed wrong."""

        def act(values: Values) -> None:
            self.office.services_given.change(given.id, _service(values))

        return self._of_service(
            _tr("Rett tjenesten"), _tr("Lagre"), act, "service_given.changed",
            given.draft, with_basis=False,
        )  # fmt: skip

    def _of_service(
        self,
        title: str,
        verb: str,
        act: Act,
        told: str,
        start: ServiceDraft,
        *,
        with_basis: bool,
    ) -> AskDialog:
        explanation = _tr("Skriv bare det vi trenger å vite for å hjelpe personen å bo.")
        dialog = self.ask(title, explanation, verb, act, told)
        dialog.form.line(
            self._units(),
            TextField("what", _tr("Tjeneste"), example=_tr("Praktisk bistand")),
        )
        dialog.form.line(
            TextField("vedtak", _tr("Vedtak"), optional=True, width=160),
            DateField("since", _tr("Fra"), today=self.today),
            DateField("until", _tr("Til"), optional=True, today=self.today),
        )
        hint = _tr("Kommer ikke med i en kopi til andre enn Nav.")
        dialog.form.line(CheckField("nav_only", _tr("Bare for Nav"), hint=hint))
        if with_basis:
            add_basis(dialog.form, self.office, self._person, optional=True)
        dialog.form.set_values(
            {
                "unit": start.unit,
                "what": start.what or None,
                "vedtak": start.vedtak or None,
                "since": start.since,
                "until": start.until,
                "nav_only": start.nav_only,
            }
        )
        dialog.open()
        return dialog

    def end_service(self, given: ServiceGiven) -> AskDialog:
        """The last day they have it."""

        def act(values: Values) -> None:
            self.office.services_given.end(given.id, a_day(values, "until") or self.today())

        return self._ends(_tr("Avslutt tjenesten"), given.draft.what, act, "service_given.ended")

    # contact persons

    def contact(self, unit: ServiceUnitId | None = None) -> AskDialog:
        """Whom to ring in a unit."""

        def act(values: Values) -> None:
            draft = self._contact(values)
            self.office.services_given.add_contact(self._person, draft, basis_of(values))

        start = ContactDraft(unit, since=self.today())
        return self._of_contact(
            _tr("Ny kontaktperson"), _tr("Før inn"), act, "unit_contact.added", start,
            with_basis=True,
        )  # fmt: skip

    def change_contact(self, contact: ContactPerson) -> AskDialog:
        """Another phone, or it was typed wrong."""

        def act(values: Values) -> None:
            self.office.services_given.change_contact(contact.id, self._contact(values))

        return self._of_contact(
            _tr("Rett kontaktpersonen"), _tr("Lagre"), act, "unit_contact.changed",
            contact.draft, with_basis=False,
        )  # fmt: skip

    def _of_contact(
        self,
        title: str,
        verb: str,
        act: Act,
        told: str,
        start: ContactDraft,
        *,
        with_basis: bool,
    ) -> AskDialog:
        explanation = _tr("Det du skriver i dag, regnes som bekreftet i dag.")
        dialog = self.ask(title, explanation, verb, act, told)
        dialog.form.line(self._units(), TextField("name", _tr("Navn")))
        dialog.form.line(
            TextField("role", _tr("Rolle"), optional=True, example=_tr("Primærkontakt")),
            TextField("phone", _tr("Telefon"), optional=True, width=150),
        )
        dialog.form.line(DateField("since", _tr("Fra"), today=self.today))
        if with_basis:
            add_basis(dialog.form, self.office, self._person, optional=True)
        texts = {name: getattr(start, name) or None for name in ("name", "role", "phone")}
        dialog.form.set_values({"unit": start.unit, "since": start.since, **texts})
        dialog.open()
        return dialog

    def end_contact(self, contact: ContactPerson) -> AskDialog:
        """The last day it was whom to ring."""

        def act(values: Values) -> None:
            self.office.services_given.end_contact(
                contact.id, a_day(values, "until") or self.today()
            )

        title = _tr("Avslutt kontaktpersonen")
        return self._ends(title, contact.draft.name, act, "unit_contact.ended")

    # what is leaned on

    def basis(self, unit: ServiceUnitId) -> AskDialog:
        """What lets us know what a unit does."""

        def act(values: Values) -> None:
            draft = basis_of(values)
            if draft is None:
                raise Invalid([Problem("known_by", "unit_basis_missing", "PV-02")])
            self.office.services_given.lean_on(self._person, unit, draft)

        dialog = self.ask(
            _tr("Hva bygger vi på?"),
            _tr("Enheten: {}. Uten samtykke eller lov vises ikke det den gjør.").format(
                self.office.service_units.get(unit).name()
            ),
            _tr("Lagre"),
            act,
            "unit_basis.set",
        )
        add_basis(dialog.form, self.office, self._person, optional=False)
        dialog.open()
        return dialog

    # consents

    def consent(self) -> AskDialog:
        """What the person says yes to; it ends by itself (PV-02)."""

        def act(values: Values) -> None:
            scope = values["scope"]
            if not isinstance(scope, ConsentScope):
                raise Invalid([Problem("scope", "consent_scope_missing", "PV-02")])
            end = a_day(values, "until")
            since = a_day(values, "since") or self.today()
            body = text(values, "body")
            self.office.consents.add(Consent(self._person, scope, since, end, body))

        dialog = self.ask(
            _tr("Nytt samtykke"),
            _tr("Skriv bare det personen har sagt ja til. Det kan trekkes når som helst."),
            _tr("Før inn"),
            act,
            "consent.given",
        )
        scopes = [(each, title_word(each)) for each in ConsentScope]
        dialog.form.line(ChoiceField("scope", _tr("Samtykke til å"), scopes))
        dialog.form.line(TextField("body", _tr("Hvem eller hva"), optional=True))
        dialog.form.line(
            DateField("since", _tr("Gitt"), today=self.today),
            DateField("until", _tr("Gjelder til"), optional=True, today=self.today),
        )
        end = self.office.services_given.consent_end(self.today())
        dialog.form.set_values({"since": self.today(), "until": end})
        dialog.open()
        return dialog

    # what they share

    def _units(self) -> ChoiceField:
        units = [(each.id, capital(each.name())) for each in self.office.service_units.open()]
        return ChoiceField("unit", _tr("Enhet"), units)

    def _ends(self, title: str, what: str, act: Act, told: str) -> AskDialog:
        explanation = _tr("{}. Det som var, blir stående i registeret.").format(what)
        dialog = self.ask(title, explanation, _tr("Avslutt"), act, told)
        dialog.form.line(DateField("until", _tr("Siste dag"), today=self.today))
        dialog.form.set_values({"until": self.today()})
        dialog.open()
        return dialog

    def _contact(self, values: Values) -> ContactDraft:
        unit = values["unit"]
        name, role, phone = (str(values[each] or "") for each in ("name", "role", "phone"))
        return ContactDraft(
            ServiceUnitId(unit) if isinstance(unit, int) else None,
            name,
            role,
            phone,
            a_day(values, "since"),
        )


def _service(values: Values) -> ServiceDraft:
    unit = values["unit"]
    return ServiceDraft(
        ServiceUnitId(unit) if isinstance(unit, int) else None,
        text(values, "what"),
        text(values, "vedtak"),
        bool(values["nav_only"]),
        a_day(values, "since"),
        a_day(values, "until"),
    )
