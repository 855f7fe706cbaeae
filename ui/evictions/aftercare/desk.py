"""«Lag brevet om hjelp etterpå»: what the household needs to know today."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.evictions.aftercare.model import LetterDraft
from app.evictions.model import EvictionCase
from app.office import Office
from ui.kit.choice_fields import CheckField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import named
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

AFTERCARE_LETTER = "aftercare_letter"


class AftercareLetterDesk(LetterDesk):
    """Filled with what is known; each field is a part of the letter that must be there."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        case: EvictionCase,
        parent: QWidget | None = None,
    ) -> None:
        self._case = case
        title = "Lag brevet om hjelp etterpå"
        super().__init__(office, navigator, title, "aftercare.letter_issued", "", parent)
        self.header.set_subtitle(named(case.name))
        draft = office.aftercare_letters.drafted(case.id)
        self.form.set_values({name: getattr(draft, name) for name in self.form.names})
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def add_fields(self) -> None:
        to_you = self.tr("Skriv til personen: «du».")
        self.form.section(self.tr("I natt"))
        self.form.line(
            MultilineField("sleep", self.tr("Her kan du sove i natt"), lines=2, hint=to_you)
        )
        self.form.section(self.tr("Tingene"))
        self.form.line(CheckField("nothing_left", self.tr("Ingenting er igjen i boligen")))
        self.form.line(
            MultilineField(
                "things",
                self.tr("Slik får du tingene dine"),
                lines=2,
                hint=self.tr("Hvor de er, hvem som åpner, og om noen kan hjelpe med å bære."),
            )
        )
        today = self.office.clock.today
        self.form.line(DateField("fetch_by", self.tr("Hentes senest"), optional=True, today=today))
        self.form.section(self.tr("Ring oss"))
        self.form.line(
            TextField("call_name", self.tr("Hvem du kan ringe")),
            TextField("call_phone", self.tr("Telefon")),
        )
        self.form.section(self.tr("Videre"))
        each = self.tr("Én ting på hver linje.")
        self.form.line(MultilineField("we_do", self.tr("Dette gjør vi nå"), lines=3, hint=each))

    def draft(self) -> LetterDraft:
        """What is typed."""
        values = self.form.values()
        day, nothing = values["fetch_by"], values["nothing_left"] is True
        return LetterDraft(
            sleep=str(values["sleep"] or ""),
            things="" if nothing else str(values["things"] or ""),
            fetch_by=day if isinstance(day, date) and not nothing else None,
            nothing_left=nothing,
            call_name=str(values["call_name"] or ""),
            call_phone=str(values["call_phone"] or ""),
            we_do=str(values["we_do"] or ""),
        )

    def preview(self) -> bytes:
        problems = self.office.aftercare_letters.check(self._case.id, self.draft())
        if problems:
            raise Invalid(problems)
        document = self.office.aftercare_letters.preview(self._case.id, self.draft())
        return self.office.letters.preview(document)

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal brevet lages slik?"),
            self.tr(
                "Det går til adressen som er ført inn. Rett den først hvis den ikke gjelder lenger,"
                " eller gi brevet i hånda og før inn det under «Skal sendes»."
            ),
        )

    def finish(self) -> object:
        return self.office.aftercare_letters.issue(self._case.id, self.draft())
