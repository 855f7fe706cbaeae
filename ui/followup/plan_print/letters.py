"""«Skriv ut målplan»: size, agreed or offered, what is new, a copy; the print beside (DOC-09)."""

from PySide6.QtWidgets import QWidget

from app.core.errors import OfficeError
from app.core.ids import PlanId
from app.documents.model import Size
from app.followup.plans.model import PlanCopy, PlanPrint
from app.office import Office
from app.people.model import Person
from ui.kit.choice_fields import CheckField, RadioField
from ui.kit.fields import MultilineField
from ui.labels import named, problem, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

MALPLAN_PRINT = "malplan_print"


class PlanPrintDesk(LetterDesk):
    """The running plan of a person, as it is handed over."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        running = office.plans.of(person.id)
        self._plan: PlanId | None = running.id if running is not None else None
        super().__init__(office, navigator, "Skriv ut målplan", "plan.issued", "Lag planen", parent)
        self.header.set_subtitle(named(person.name))
        self.show_letter()

    @property
    def paper(self) -> str:
        return self.tr("Planen")

    def add_fields(self) -> None:
        self.form.section(self.tr("Planen"))
        sizes = [(Size.NORMAL, self.tr("Vanlig")), (Size.LARGE, self.tr("Stor"))]
        self.form.line(RadioField("size", self.tr("Skrift"), sizes))
        self.form.line(
            CheckField(
                "agreed",
                self.tr("Personen er med på planen i dag"),
                hint=self.tr("Uten kryss er planen et tilbud som personen kan tenke på."),
            )
        )
        self.form.line(
            MultilineField(
                "news",
                self.tr("Nytt siden sist"),
                lines=3,
                hint=self.tr("Med dine ord. Står det tomt, skriver Husrom hva som er endret."),
            )
        )
        self.form.section(self.tr("Kopi"))
        self.form.line(
            RadioField(
                "copy",
                self.tr("Kopi til"),
                [(each, title_word(each)) for each in PlanCopy],
                hint_of={
                    PlanCopy.HEALTH: self.tr(
                        "Med samtykke. Det Nav gjør, er bare med når planen kan deles."
                    )
                },
            )
        )
        self.form.set_values({"size": Size.NORMAL, "agreed": False, "copy": PlanCopy.NOBODY})

    @property
    def choice(self) -> PlanPrint:
        """What is chosen."""
        values = self.form.values()
        copy = values["copy"]
        return PlanPrint(
            large=values["size"] is Size.LARGE,
            agreed=bool(values["agreed"]),
            news=str(values["news"] or ""),
            copy=copy if isinstance(copy, PlanCopy) else PlanCopy.NOBODY,
        )

    def preview(self) -> bytes:
        document = self.office.plan_papers.preview(self._known, self.choice)
        return self.office.letters.preview(document)

    def show_letter(self) -> bool:
        if not super().show_letter():
            return False
        blocking = [each for each in self.office.plans.problems(self._known) if each.blocks]
        if blocking:
            self.off(problem(blocking[0]))
        return not blocking

    def finish(self) -> object:
        return self.office.plan_papers.issue(self._known, self.choice)

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal planen lages slik?"),
            self.tr(
                "Den lagres som en egen utgave og kan ikke endres. Du finner den under «Brev»."
            ),
        )

    @property
    def _known(self) -> PlanId:
        if self._plan is None:
            raise OfficeError("plan_not_begun")
        return self._plan
