"""The fields of one person: all of them for a new one, what has no day of its own for a known."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.text import Language
from app.people.model import Address, AddressProtection, Person, PersonDraft, ReachedBy
from ui.kit import fonts
from ui.kit.cards import Callout, clear
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.form import Form
from ui.kit.secret_fields import NationalIdField
from ui.labels import problem, title_word

LANGUAGES = [(language, title_word(language)) for language in Language]
WAYS = [(way, title_word(way)) for way in ReachedBy]
PROTECTIONS = [(level, title_word(level)) for level in AddressProtection]


def draft_of(person: Person) -> PersonDraft:
    """What a form begins with for a known person: the number and the address have own verbs."""
    return PersonDraft(
        given_name=person.given_name,
        family_name=person.family_name,
        birth_date=person.birth_date,
        language=person.language,
        interpreter_language=person.interpreter_language,
        phone=person.phone,
        email=person.email,
        note=person.note,
        protection=person.protection,
        to_check=person.to_check,
        reached_by=person.reached_by,
    )


class PersonForm(Form):
    """One person. `whole` also asks what later gets days: number, address, protection."""

    def __init__(self, name: str, today: Callable[[], date], *, whole: bool) -> None:
        super().__init__(name, problem)
        self._whole, self._today = whole, today
        self._who()
        self._contact()
        if whole:
            self._address()
        self.section(self.tr("Annet"))
        self.line(MultilineField("note", self.tr("Merknad"), optional=True, lines=3))

    def _who(self) -> None:
        self.section(self.tr("Hvem"))
        self.line(
            TextField("given_name", self.tr("Fornavn"), optional=True),
            TextField("family_name", self.tr("Etternavn")),
        )
        born = DateField("birth_date", self.tr("Fødselsdato"), optional=True, today=self._today)
        if not self._whole:
            self.line(born)
            return
        number = NationalIdField(
            "national_id", self.tr("Fødselsnummer eller D-nummer"), optional=True
        )
        self.line(number, born)
        self._known = QWidget()
        box = QVBoxLayout(self._known)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(fonts.px(8))
        self.add_part(self._known)

    def _contact(self) -> None:
        self.section(self.tr("Kontakt"))
        self.line(
            TextField("phone", self.tr("Telefon"), optional=True),
            TextField("email", self.tr("E-post"), optional=True),
        )
        self.line(ChoiceField("reached_by", self.tr("Vil helst nås på"), WAYS, width=190))
        self.line(
            ChoiceField("language", self.tr("Brev på"), LANGUAGES, width=190),
            TextField(
                "interpreter_language",
                self.tr("Tolk"),
                optional=True,
                hint=self.tr("Språket det trengs tolk i."),
            ),
        )

    def _address(self) -> None:
        self.section(self.tr("Postadresse"))
        self.line(
            ChoiceField("protection", self.tr("Adressesperre"), PROTECTIONS, width=220),
            TextField(
                "protection_source",
                self.tr("Hvem har sagt fra om sperren"),
                optional=True,
                hint=self.tr("For eksempel Folkeregisteret."),
            ),
        )
        self.line(
            TextField("address", self.tr("Gate og nummer"), optional=True),
            TextField("care_of", self.tr("C/o"), optional=True),
        )
        self.line(
            TextField("postal_code", self.tr("Postnummer"), optional=True, width=150),
            TextField("postal_place", self.tr("Poststed"), optional=True),
        )

    def show_draft(self, draft: PersonDraft, *, whole: bool) -> None:
        """Show a draft; unless `whole`, the field that is being typed in is left as it is."""
        values = {name: getattr(draft, name) or None for name in self.names}
        typing = {name for name in self.names if self.field(name).control.hasFocus()}
        shown = values if whole else {n: v for n, v in values.items() if n not in typing}
        self.set_values(shown)

    def draft(self, known: PersonDraft | None = None) -> PersonDraft:
        """What is typed, on top of what is known."""
        values = self.values()
        held = {name: values[name] for name in self.names if hasattr(PersonDraft, name)}
        held.pop("address", None)
        texts = {name: "" if value is None else value for name, value in held.items()}
        texts["birth_date"] = values["birth_date"]
        texts["language"] = values["language"] or Language.NB
        texts["reached_by"] = values["reached_by"] or ReachedBy.ANY
        if self._whole:
            texts["protection"] = values["protection"] or AddressProtection.NONE
            texts["address"] = self._typed_address(values)
        return replace(known or PersonDraft(), **texts)  # type: ignore[arg-type]  # each field gives its own type

    @staticmethod
    def _typed_address(values: dict[str, object]) -> Address | None:
        line, code, place, care_of = (
            str(values[name] or "")
            for name in ("address", "postal_code", "postal_place", "care_of")
        )
        return Address(line, code, place, care_of) if line or code or place else None

    def warn(self, *callouts: Callout) -> None:
        """Say under the number who is there already; none takes the warning away."""
        box = self._known.layout()
        if box is None:
            return
        clear(box)
        for callout in callouts:
            box.addWidget(callout)
