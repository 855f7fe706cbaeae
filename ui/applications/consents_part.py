"""Who speaks for the applicant and what they agree to, as the form tells it."""

from datetime import date

from app.applications.intake.model import (
    Representative,
    RepresentativeKind,
)
from app.applications.intake.registration.model import NOBODY
from app.office import Office
from app.people.consents.model import APPLICATION_SCOPES, Consent, ConsentScope
from ui.kit.choice_fields import ChoiceField
from ui.kit.field import Field
from ui.kit.fields import DateField, TextField
from ui.kit.fold import FoldingForm
from ui.kit.form import Form
from ui.kit.rows_field import RowsField
from ui.labels import problem, title_word

START = "representative."
TEXTS = ("name", "organisation", "line", "postal_code", "postal_place", "phone", "email")


def representative_lines(form: Form, office: Office, start: str = "") -> None:
    """The fields of one who speaks for a person; their names begin with `start`."""
    kinds = [(each, title_word(each)) for each in RepresentativeKind]
    today = office.clock.today
    form.line(
        ChoiceField(f"{start}kind", form.tr("Rolle"), kinds, optional=True, width=150),
        TextField(f"{start}name", form.tr("Navn")),
        TextField(f"{start}organisation", form.tr("Kontor"), optional=True),
    )
    form.line(
        TextField(f"{start}line", form.tr("Postadresse"), optional=True),
        TextField(f"{start}postal_code", form.tr("Postnummer"), optional=True, width=128),
        TextField(f"{start}postal_place", form.tr("Poststed"), optional=True),
    )
    form.line(
        TextField(f"{start}phone", form.tr("Telefon"), optional=True),
        TextField(f"{start}email", form.tr("E-post"), optional=True),
        DateField(f"{start}until", form.tr("Gjelder til"), optional=True, today=today),
    )


def add_representative(form: FoldingForm, office: Office) -> None:
    """One who helps with the application; gets a copy of every letter."""
    form.fold(form.tr("Den som hjelper med søknaden"))
    representative_lines(form, office, START)


def consent_fields(form: Form, office: Office) -> list[Field]:
    """What is agreed to, with whom, and until when."""
    scopes = [(each, title_word(each)) for each in APPLICATION_SCOPES]
    return [
        ChoiceField("scope", form.tr("Samtykke til å"), scopes),
        TextField("body", form.tr("Hvem eller hva"), optional=True),
        DateField("until", form.tr("Gjelder til"), optional=True, today=office.clock.today),
    ]


def add_consents(form: FoldingForm, office: Office) -> None:
    """What the applicant agrees to (PV-02)."""
    form.fold(form.tr("Samtykker"))
    rows = RowsField(
        "consents",
        form.tr("samtykke"),
        lambda: [consent_fields(form, office)],
        ("scope",),
        words=problem,
    )
    form.line(rows)


def representative_of(values: dict[str, object], since: date, start: str = "") -> Representative:
    """Who is typed; the kind is fullmektig unless another is chosen."""
    texts = {name: str(values[f"{start}{name}"] or "") for name in TEXTS}
    kind, until = values[f"{start}kind"], values[f"{start}until"]
    return Representative(
        NOBODY,
        kind if isinstance(kind, RepresentativeKind) else RepresentativeKind.AGENT,
        texts["name"],
        since,
        until if isinstance(until, date) else None,
        texts["organisation"],
        texts["line"],
        texts["postal_code"],
        texts["postal_place"],
        texts["phone"],
        texts["email"],
    )


def says_representative(values: dict[str, object]) -> bool:
    """Whether anything is typed about one."""
    return any(value for name, value in values.items() if name.startswith(START))


def consent_of(values: dict[str, object], since: date) -> Consent | None:
    """What is typed in one row; None without a scope."""
    scope, until = values["scope"], values["until"]
    if not isinstance(scope, ConsentScope):
        return None
    end = until if isinstance(until, date) else None
    return Consent(NOBODY, scope, since, end, str(values["body"] or ""))
