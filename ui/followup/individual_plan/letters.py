"""«Skriv ut individuell plan»: large print and copies beside the plan as it will be."""

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.followup.individual_plans.model import IndividualPlanPrint
from app.office import Office
from app.people.model import AddressProtection, Person
from ui.kit.choice_fields import CheckField
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import named, problem
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

_COPY = "copy_"


class IndividualPlanDesk(LetterDesk):
    """The print of one person's individual plan."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        self._person = person
        strict = person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
        known = office.individual_plans.of(person.id)
        allowed = () if strict else office.individual_plans.may_get(known)
        self._copies = {f"{_COPY}{each.id}": each for each in allowed}
        self._others = len(known.taking_part) - len(allowed)
        super().__init__(
            office,
            navigator,
            "Individuell plan",
            "individual_plan.issued",
            "Lag planen",
            parent,
        )
        self.header.set_subtitle(named(person.name))
        self.form.set_values(dict.fromkeys(self.form.names, False))
        self.show_letter()

    @property
    def paper(self) -> str:
        return self.tr("Planen")

    def add_fields(self) -> None:
        self.form.section(self.tr("Utskriften"))
        self.form.line(
            CheckField("large", self.tr("Stor skrift"), hint=self.tr("For den som ser dårlig."))
        )
        if self._copies:
            self.form.section(self.tr("Kopi til"))
        for name, one in self._copies.items():
            who = ", ".join(part for part in (one.draft.name, one.unit_name) if part)
            self.form.line(CheckField(name, who))
        if self._others:
            words = self.tr("Andre som er med, kan ikke få kopi: samtykke til å dele mangler.")
            self.form.add_part(Label(words, Type.HELP, Token.TEXT2, wrap=True))

    def draft(self) -> IndividualPlanPrint:
        """What is ticked."""
        values = self.form.values()
        ticked = tuple(one.id for name, one in self._copies.items() if values[name])
        return IndividualPlanPrint(large=bool(values["large"]), copies=ticked)

    def preview(self) -> bytes:
        document = self.office.individual_plan_papers.preview(self._person.id, self.draft())
        return self.office.letters.preview(document)

    def show_letter(self) -> bool:
        if not super().show_letter():
            return False
        problems = self._lacks()
        if problems:
            self.off(problem(problems[0]))
        return not problems

    def _lacks(self) -> tuple[Problem, ...]:
        return self.office.individual_plan_papers.check(self._person.id, self.draft())

    def finish(self) -> object:
        return self.office.individual_plan_papers.issue(self._person.id, self.draft())

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal planen lages slik?"),
            self.tr(
                "Den lagres som en ny utgave og kan ikke endres. De som skal ha kopi, får hver sin,"
                " og alt ligger under «Brev»."
            ),
        )
