"""Which act decides each kind of case, who hears the appeal, and within how many weeks."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.cases import CaseKind
from app.office import Office
from app.settings.model import LegalBasis, LegalBasisDraft
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, NumberField, TextField
from ui.labels import day, message, problem, title_word


class BasisDialog(AskDialog):
    """Shows the basis in force for a kind of case, and takes another from a day."""

    def __init__(
        self, office: Office, done: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            office.settings.set_legal_basis(_draft(values))
            done()

        super().__init__(
            "Hjemmel og klage",
            "Dette står i alle vedtak som lages fra dagen du velger. Brev som er laget, endres"
            " ikke.",
            "Bruk fra denne dagen",
            act,
            words=problem,
            message=message,
            width=620,
            parent=parent,
        )
        self._office = office
        cases = [(each, title_word(each)) for each in CaseKind]
        self.form.line(ChoiceField("case", "Hva saken gjelder", cases))
        self.form.line(TextField("name", "Regler"), TextField("paragraph", "Paragraf"))
        self.form.line(
            TextField("appeal_body", "Klageinstans"),
            NumberField("appeal_weeks", "Klagefrist, uker", most=52, width=150),
        )
        self.form.line(
            MultilineField(
                "appeal_address",
                "Klageinstansens adresse",
                lines=3,
                optional=True,
                hint="Står i vinduet på konvolutten når en klage sendes videre.",
            )
        )
        self.form.line(
            DateField("valid_from", "Gjelder fra", today=office.clock.today),
            TextField("source", "Kilde", hint="For eksempel saksnummer og dato."),
        )
        self.form.changed.connect(self._changed)
        self.form.set_values({"case": CaseKind.ALLOCATION})
        self._fill(CaseKind.ALLOCATION)

    def _changed(self, name: str) -> None:
        case = self.form.field("case").value()
        if name == "case" and isinstance(case, CaseKind):
            self._fill(case)

    def _fill(self, case: CaseKind) -> None:
        today = self._office.clock.today()
        known: LegalBasis = self._office.settings.legal_basis(case, today)
        self.form.set_values(
            {
                "name": known.name,
                "paragraph": known.paragraph or None,
                "appeal_body": known.appeal_body,
                "appeal_weeks": known.appeal_weeks,
                "appeal_address": known.appeal_address or None,
                "valid_from": today,
                "source": None,
            }
        )
        since = f"Gjelder fra {day(known.valid_from)}. {known.source}"
        self.form.show_good("name", since if known.id else "Dette følger med programmet.")


def _draft(values: Mapping[str, object]) -> LegalBasisDraft:
    case, weeks, since = values["case"], values["appeal_weeks"], values["valid_from"]
    return LegalBasisDraft(
        case=case if isinstance(case, CaseKind) else CaseKind.ALLOCATION,
        name=str(values["name"] or ""),
        paragraph=str(values["paragraph"] or ""),
        appeal_body=str(values["appeal_body"] or ""),
        appeal_weeks=weeks if isinstance(weeks, int) else 0,
        valid_from=since if isinstance(since, date) else date.max,
        source=str(values["source"] or ""),
        appeal_address=str(values["appeal_address"] or ""),
    )
