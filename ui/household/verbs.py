"""The small verbs of the card: each a dialog of a few fields, done and told."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, Problem
from app.core.ids import PersonId
from app.office import Office
from app.people.model import (
    Address,
    AddressProtection,
    Household,
    HouseholdKind,
    MemberDraft,
    Person,
    Presence,
    Role,
)
from ui.household.facts import living
from ui.household.person_form import draft_of
from ui.household.picker import PersonPicker
from ui.kit.ask import Act, AskDialog, fit
from ui.kit.buttons import ButtonKind
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, TextField
from ui.kit.secret_fields import NationalIdField
from ui.labels import done, message, problem, title_word
from ui.navigation import Navigator

ROLES = [(role, title_word(role)) for role in Role]
PRESENCES = [(presence, title_word(presence)) for presence in Presence]
KINDS = [(kind, title_word(kind)) for kind in HouseholdKind]

Values = Mapping[str, object]


class Verbs:
    """Opens the dialogs. What is done is told by the navigator, with «Angre» where it can be."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window
        self._today: Callable[[], date] = office.clock.today

    def _ask(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Act,
        told: str,
        *,
        final: bool = False,
    ) -> AskDialog:
        def do(values: Values) -> None:
            act(values)
            self._navigator.tell(done(told), undo=not final)

        return AskDialog(
            title,
            explanation,
            verb,
            do,
            words=problem,
            message=message,
            kind=ButtonKind.PRIMARY,
            parent=self._window,
        )

    def _day(self, name: str, label: str, hint: str = "") -> DateField:
        field = DateField(name, label, hint=hint, today=self._today)
        field.set_value(self._today())
        return field

    # numbers and addresses

    def new_number(self, person: Person) -> AskDialog:
        """A number that takes over from today (ID-04)."""

        def act(values: Values) -> None:
            number = str(_needed(values, "national_id", "id_length", length=0))
            self._office.people.correct(person.id, replace(draft_of(person), national_id=number))

        dialog = self._ask(
            "Nytt nummer",
            "Det nye nummeret gjelder fra i dag. Det gamle blir stående, så personen kan finnes"
            " på begge.",
            "Lagre nummeret",
            act,
            "person.corrected",
        )
        dialog.form.line(NationalIdField("national_id", "Fødselsnummer eller D-nummer"))
        dialog.open()
        return dialog

    def new_address(self, person: Person) -> AskDialog:
        """An address that holds from a day; the ones before stay in the history."""

        def act(values: Values) -> None:
            line = str(_needed(values, "address", "address_line_missing"))
            address = Address(
                line,
                str(values["postal_code"] or ""),
                str(values["postal_place"] or ""),
                str(values["care_of"] or ""),
                _day_in(values, "since", self._today()),
            )
            self._office.people.correct(person.id, replace(draft_of(person), address=address))

        dialog = self._ask(
            "Ny adresse",
            "Adressen før blir stående i historikken.",
            "Lagre adressen",
            act,
            "person.corrected",
        )
        form = dialog.form
        form.line(
            TextField("address", "Gate og nummer"), TextField("care_of", "C/o", optional=True)
        )
        form.line(
            TextField("postal_code", "Postnummer", optional=True, width=150),
            TextField("postal_place", "Poststed", optional=True),
        )
        form.line(self._day("since", "Gjelder fra"))
        dialog.open()
        return dialog

    # the household

    def found(self, person: Person) -> AskDialog:
        """A household of one, to move others into."""

        def act(values: Values) -> None:
            kind = HouseholdKind(str(values["kind"] or HouseholdKind.SINGLE))
            role = Role(str(values["role"] or Role.APPLICANT))
            self._office.people.found_household(kind, (MemberDraft(person.id, role),))

        dialog = self._ask(
            "Lag husstand",
            "Husstanden er de som bor sammen eller skal bo sammen. Flytt de andre inn etterpå.",
            "Lag husstanden",
            act,
            "household.formed",
        )
        kind = ChoiceField("kind", "Hvordan de bor", KINDS)
        kind.set_value(HouseholdKind.SINGLE)
        role = ChoiceField("role", f"{person.name} er", ROLES)
        role.set_value(Role.APPLICANT)
        dialog.form.line(kind, role)
        dialog.open()
        return dialog

    def move_in(self, household: Household) -> AskDialog:
        """One more member from today."""
        members = frozenset(member.person for member in living(household, self._today()))
        picker = PersonPicker(self._office.search.find, members)

        def act(values: Values) -> None:
            if picker.person is None:
                raise Invalid([Problem("role", "member_missing")])
            member = MemberDraft(
                picker.person,
                Role(str(values["role"])),
                Presence(str(values["presence"])),
            )
            self._office.people.move_in(household.id, member)

        dialog = self._ask(
            "Flytt inn",
            "Velg en som er registrert. Er personen ny, registrer den først.",
            "Flytt inn",
            act,
            "household.member_added",
        )
        role = ChoiceField("role", "Rolle i husstanden", ROLES)
        role.set_value(Role.ADULT)
        presence = ChoiceField("presence", "Bor her", PRESENCES)
        presence.set_value(Presence.LIVES_HERE)
        dialog.form.add_part(picker)
        dialog.form.line(role, presence)
        dialog.set_off("Velg hvem først.")
        picker.searched.connect(partial(fit, dialog))
        picker.picked.connect(lambda person: dialog.set_off("" if person else "Velg hvem først."))
        dialog.open()
        picker.search.setFocus()
        return dialog

    def move_out(self, household: Household, person: PersonId) -> AskDialog:
        """A member's first day away."""
        members = living(household, self._today())

        def act(values: Values) -> None:
            member = _needed(values, "member", "member_missing")
            until = _day_in(values, "until", self._today())
            self._office.people.move_out(household.id, int(str(member)), until)

        dialog = self._ask(
            "Flytt ut",
            "Personen blir stående i registeret, men hører ikke lenger til husstanden.",
            "Flytt ut",
            act,
            "household.member_left",
        )
        who = ChoiceField("member", "Hvem", [(member.id, member.name) for member in members])
        who.set_value(next((one.id for one in members if one.person == person), None))
        dialog.form.line(who, self._day("until", "Første dag borte"))
        dialog.open()
        return dialog

    # protection

    def confidential(self, person: Person) -> AskDialog:
        """Fortrolig: the address is masked until shown with a reason (ADR-03)."""
        return self._protect(
            person,
            AddressProtection.CONFIDENTIAL,
            "Sett fortrolig adresse",
            "Adressen blir skjult overalt. Den vises bare når noen oppgir en grunn, og grunnen"
            " blir logget. Dette kan ikke angres, men sperren kan oppheves.",
            "Sett fortrolig",
        )

    def lift(self, person: Person) -> AskDialog:
        """The protection has ended."""
        return self._protect(
            person,
            AddressProtection.NONE,
            "Opphev adressesperren",
            "Adressen blir synlig for alle som åpner registeret. Dette kan ikke angres, men"
            " sperren kan settes på nytt.",
            "Opphev sperren",
        )

    def _protect(
        self, person: Person, level: AddressProtection, title: str, explanation: str, verb: str
    ) -> AskDialog:
        def act(values: Values) -> None:
            source = str(_needed(values, "source", "reason_missing"))
            self._office.people.protect(person.id, level, source)

        dialog = self._ask(title, explanation, verb, act, "person.protected", final=True)
        dialog.form.line(
            TextField("source", "Hvem har sagt fra", hint="For eksempel Folkeregisteret.")
        )
        dialog.open()
        return dialog

    def show_address(
        self, person: Person, guarded: PersonId, shown: Callable[[Address | None], object]
    ) -> AskDialog:
        """A confidential address, for a reason that is logged on whom it protects (ADR-03)."""

        def act(values: Values) -> None:
            reason = str(values["reason"] or "")
            self._office.people.shown_address(guarded, reason)
            shown(self._office.people.get(person.id).address)

        dialog = self._ask(
            "Vis fortrolig adresse",
            "Skriv hvorfor du trenger adressen. Grunnen og navnet ditt blir logget. Adressen"
            " skjules igjen når du går fra siden.",
            "Vis adressen",
            act,
            "address.shown",
            final=True,
        )
        dialog.form.line(TextField("reason", "Grunn"))
        dialog.open()
        return dialog


def _needed(values: Values, name: str, code: str, **facts: object) -> object:
    """A value that must be there, else its problem beside the field."""
    if values[name] is None:
        raise Invalid([Problem(name, code, facts=facts)])
    return values[name]


def _day_in(values: Values, name: str, otherwise: date) -> date:
    value = values[name]
    return value if isinstance(value, date) else otherwise
