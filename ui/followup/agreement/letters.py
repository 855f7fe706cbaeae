"""«Skriv samarbeidsavtale»: what each side does, beside the paper both sign (DOC-10)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.documents.model import Size
from app.followup.agreements.model import AgreementDraft
from app.office import Office
from app.people.model import Person
from ui.kit.choice_fields import RadioField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.labels import named, problem
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

AGREEMENT_WRITE = "agreement_write"


class AgreementDesk(LetterDesk):
    """The draft of a person, kept when the desk is left."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        self._person = person
        self._begun = office.agreements.proposed(person.id)
        title = "Skriv samarbeidsavtale"
        super().__init__(office, navigator, title, "agreement.issued", "Lag avtalen", parent)
        self.header.set_subtitle(named(person.name))
        self._fill(self._begun)
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    @property
    def paper(self) -> str:
        return self.tr("Avtalen")

    def add_fields(self) -> None:
        one_each = self.tr("Én ting på hver linje. Skriv til personen: «du».")
        self.form.section(self.tr("Hva dere er enige om"))
        self.form.line(MultilineField("purpose", self.tr("Hvorfor avtalen lages"), lines=2))
        self.form.line(
            MultilineField("we_do", self.tr("Dette gjør kommunen"), lines=3, hint=one_each)
        )
        self.form.line(
            MultilineField("person_does", self.tr("Dette gjør personen"), lines=3, hint=one_each)
        )
        self.form.section(self.tr("Besøk og kontakt"))
        self.form.line(TextField("visits", self.tr("Hvor ofte det er besøk")))
        self.form.line(TextField("visited_by", self.tr("Hvem som kommer")))
        self.form.line(
            TextField("contact_name", self.tr("Kontakt")),
            TextField("contact_phone", self.tr("Telefon")),
        )
        self.form.section(self.tr("Hvis noe ikke går som avtalt"))
        hint = self.tr("Fast tekst står i avtalen. Bolig og hjelp settes aldri på spill.")
        self.form.line(
            MultilineField("if_broken", self.tr("Det dere ellers er enige om"), lines=2, hint=hint)
        )
        self.form.section(self.tr("Videre"))
        today = self.office.clock.today
        self.form.line(DateField("evaluation_on", self.tr("Se på avtalen"), today=today))
        sizes = [(Size.NORMAL, self.tr("Vanlig")), (Size.LARGE, self.tr("Stor"))]
        self.form.line(RadioField("size", self.tr("Skrift"), sizes))

    def _fill(self, draft: AgreementDraft) -> None:
        values: dict[str, object] = {
            name: getattr(draft, name) for name in self.form.names if name != "size"
        }
        self.form.set_values(values | {"size": Size.NORMAL})

    def draft(self) -> AgreementDraft:
        """What is typed."""
        values = self.form.values()
        day = values["evaluation_on"]
        texts = {
            name: str(values[name] or "")
            for name in self.form.names
            if name not in {"evaluation_on", "size"}
        }
        return AgreementDraft(**texts, evaluation_on=day if isinstance(day, date) else None)

    @property
    def large(self) -> bool:
        """Whether large print is chosen."""
        return self.form.field("size").value() is Size.LARGE

    def preview(self) -> bytes:
        papers = self.office.agreement_papers
        document = papers.preview(self._person.id, self.draft(), large=self.large)
        return self.office.letters.preview(document)

    def show_letter(self) -> bool:
        if not super().show_letter():
            return False
        problems = self.office.agreements.problems(self.draft())
        if problems:
            self.form.show_problems(problems)
            self.off(problem(problems[0]))
        return not problems

    def finish(self) -> object:
        return self.office.agreement_papers.issue(self._person.id, self.draft(), large=self.large)

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal avtalen lages slik?"),
            self.tr(
                "Skriv den ut i to eksemplarer. Den gjelder først når begge har skrevet under og"
                " du har ført inn dagen."
            ),
        )

    def leave(self) -> None:
        """What is written stays as a draft; what threatens is not kept."""
        draft = self.draft()
        if draft != self._begun:
            try:
                self.office.agreements.write(self._person.id, draft)
            except Invalid as error:
                self.navigator.tell(problem(error.problems[0]), undo=False)
        super().leave()
