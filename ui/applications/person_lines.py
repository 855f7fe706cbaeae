"""The fields of one who is not in the register yet, inside the form of an application."""

from collections.abc import Mapping
from datetime import date

from app.core.text import Language
from app.office import Office
from app.people.model import Address, AddressProtection, PersonDraft
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, TextField
from ui.kit.form import Form
from ui.kit.secret_fields import NationalIdField
from ui.labels import title_word

NAMES = (
    "given_name",
    "family_name",
    "national_id",
    "birth_date",
    "phone",
    "email",
    "language",
    "interpreter_language",
    "address",
    "postal_code",
    "postal_place",
    "protection",
    "protection_source",
)


def add_lines(form: Form, office: Office) -> None:
    """Name, number, telephone, where post reaches, and whether the address is kept secret."""
    levels = [(level, title_word(level)) for level in AddressProtection]
    form.line(
        TextField("given_name", form.tr("Fornavn"), optional=True),
        TextField("family_name", form.tr("Etternavn")),
    )
    form.line(
        NationalIdField("national_id", optional=True),
        DateField("birth_date", form.tr("Fødselsdato"), optional=True, today=office.clock.today),
        TextField("phone", form.tr("Telefon"), optional=True),
    )
    form.line(
        TextField("email", form.tr("E-post"), optional=True),
        ChoiceField(
            "language",
            form.tr("Brev på"),
            [(each, title_word(each)) for each in Language],
            width=130,
        ),
        TextField("interpreter_language", form.tr("Tolk, språk"), optional=True, width=150),
    )
    form.line(
        TextField("address", form.tr("Gate og nummer"), optional=True),
        TextField("postal_code", form.tr("Postnummer"), optional=True, width=128),
        TextField("postal_place", form.tr("Poststed"), optional=True),
    )
    form.line(
        ChoiceField("protection", form.tr("Adressesperre"), levels, width=190),
        TextField("protection_source", form.tr("Hvem har meldt sperren"), optional=True),
    )


def show_lines(form: Form, *, shown: bool) -> None:
    """In sight, or not at all."""
    for name in NAMES:
        line = form.field(name).parentWidget()
        if line is not None:
            line.setVisible(shown)


def person_of(values: Mapping[str, object], otherwise: Language) -> PersonDraft:
    """What is typed about the person; `otherwise` is the language where none is chosen."""
    texts = {name: str(values[name] or "") for name in NAMES}
    line, code, place = texts["address"], texts["postal_code"], texts["postal_place"]
    born, level = values["birth_date"], values["protection"]
    language = values["language"]
    return PersonDraft(
        given_name=texts["given_name"],
        family_name=texts["family_name"],
        national_id=texts["national_id"],
        birth_date=born if isinstance(born, date) else None,
        phone=texts["phone"],
        email=texts["email"],
        language=language if isinstance(language, Language) else otherwise,
        interpreter_language=texts["interpreter_language"],
        protection=level if isinstance(level, AddressProtection) else AddressProtection.NONE,
        protection_source=texts["protection_source"],
        address=Address(line, code, place) if line or code or place else None,
    )
