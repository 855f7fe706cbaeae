"""What is leaned on, chosen in a dialog: a consent of the person, or a law in words."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.core.ids import PersonId
from app.core.records import dataclass
from app.followup.services.model import BasisDraft, KnownBy
from app.office import Office
from ui.followup.services.words import consent_words, last_words
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, TextField
from ui.kit.form import Form
from ui.labels import title_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("ServiceDialogs", text)


@dataclass(frozen=True, slots=True)
class Leaned:
    """One choice of what to lean on: a consent of the person, or a kind of law."""

    known_by: KnownBy
    consent: int | None = None


def add_basis(form: Form, office: Office, person: PersonId, *, optional: bool) -> None:
    """The fields; `optional` when the unit may have something to lean on already."""
    hint = _tr("Trengs når enheten ikke har et grunnlag fra før.") if optional else ""
    choices, label = _choices(office, person), _tr("Det vi bygger på")
    form.line(ChoiceField("known_by", label, choices, optional=optional, hint=hint))
    form.line(
        TextField(
            "words",
            _tr("Hvilken lov eller bestemmelse"),
            optional=True,
            hint=_tr("Skrives når det ikke er et samtykke."),
        ),
        DateField("basis_until", _tr("Gjelder til"), optional=True, today=office.clock.today),
    )


def _choices(office: Office, person: PersonId) -> list[tuple[object, str]]:
    agreed = [
        (Leaned(KnownBy.CONSENT, each.id), f"{consent_words(each)}, {last_words(each.until)}")
        for each in office.consents.of(person)
        if each.holds(office.clock.today())
    ]
    laws = [(Leaned(each), title_word(each)) for each in KnownBy if each is not KnownBy.CONSENT]
    return [*agreed, *laws]


def basis_of(values: Mapping[str, object]) -> BasisDraft | None:
    """What is chosen to lean on; None when nothing is."""
    chosen, until = values["known_by"], values["basis_until"]
    if not isinstance(chosen, Leaned):
        return None
    end = until if isinstance(until, date) else None
    return BasisDraft(chosen.known_by, chosen.consent, str(values["words"] or ""), until=end)
