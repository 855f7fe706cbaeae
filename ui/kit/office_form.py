"""The fields that say who an office is, the same in the first run and in the settings."""

from collections.abc import Callable

from app.core.errors import OfficeError
from app.core.numbers import NumberKind, identify
from ui.kit.fields import ReadField, TextField
from ui.kit.form import Form


def number_field(
    name: str, label: str, kind: NumberKind, *, width: int, hint: str = ""
) -> ReadField:
    """A number that is checked when it is left; optional."""
    return ReadField(name, label, _reader(kind), str, optional=True, width=width, hint=hint)


def _reader(kind: NumberKind) -> Callable[[str], object]:
    def read(text: str) -> object:
        checked = identify(text, kind)[0]
        if not checked.ok:
            raise OfficeError(checked.code)
        return checked.value

    return read


def add_office(form: Form) -> None:
    """Whose office it is."""
    form.line(TextField("municipality", "Kommune", example="Lia kommune"))
    form.line(TextField("name", "Kontor", example="Boligkontoret"))
    form.line(
        number_field("municipality_number", "Kommunenummer", NumberKind.MUNICIPALITY, width=130),
        number_field("org_number", "Organisasjonsnummer", NumberKind.ORGANISATION, width=170),
    )


def add_letterhead(form: Form) -> None:
    """What stands at the head and foot of letters, and whom letters and sheets name."""
    form.line(TextField("address", "Gate eller postboks", optional=True))
    form.line(
        number_field("postal_code", "Postnummer", NumberKind.POSTCODE, width=130),
        TextField("postal_place", "Poststed", optional=True),
    )
    form.line(
        TextField("phone", "Telefon", optional=True),
        TextField("email", "E-post", optional=True),
    )
    form.line(
        TextField("web", "Nettsted", optional=True),
        number_field("rent_account", "Konto for husleie", NumberKind.ACCOUNT, width=170),
    )
    form.line(
        TextField(
            "appeal_body",
            "Klageorgan",
            optional=True,
            hint="Det organet i kommunen som behandler klager over vedtak.",
        )
    )
    form.line(
        TextField(
            "incident_contact",
            "Hvem som ringes hvis maskinen er borte",
            optional=True,
            hint="Navn og telefon. Står på arket «Mistet maskin».",
        )
    )


TEXTS = (
    "municipality",
    "name",
    "municipality_number",
    "org_number",
    "address",
    "postal_code",
    "postal_place",
    "phone",
    "email",
    "web",
    "rent_account",
    "appeal_body",
    "incident_contact",
)


def texts_of(*forms: Form) -> dict[str, str]:
    """What the forms hold, empty texts for nothing."""
    held = {name: value for form in forms for name, value in form.values().items()}
    return {name: str(held.get(name) or "") for name in TEXTS}
