"""«Betalingsplan»: what was agreed, and the plan the person gets beside it."""

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid
from app.debt.model import DebtCase
from app.debt.plans.model import PlanDraft
from app.office import Office
from ui.asking import a_day, text
from ui.debt.plan.columns import tr
from ui.debt.plan.terms_desk import TermsSide, told
from ui.kit.fields import DateField, MultilineField
from ui.labels import named
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator


class PlanDesk(LetterDesk):
    """Begins with what the creditors answered; without an offer, with what the budget leaves."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        self._case = case
        self._begins = begins = office.payment_plans.drafted(case.id)
        self.side = TermsSide(office, case, begins.terms)
        title, make = tr("Betalingsplan"), tr("Lag planen")
        super().__init__(office, navigator, title, "payment_plan.issued", make, parent)
        self.header.set_subtitle(named(case.name))
        values = self.side.fields.values(begins.terms)
        self.form.set_values({**values, "agreed_on": begins.agreed_on})
        self.show_letter()

    @property
    def paper(self) -> str:
        return tr("Planen")

    def add_fields(self) -> None:
        self.side.add_to(self.form)
        self.form.section(tr("Avtalen"))
        today = self.office.clock.today
        self.form.line(DateField("agreed_on", tr("Avtalt"), today=today))
        self.form.line(MultilineField("words", tr("Skriv til personen"), optional=True, lines=2))

    def draft(self) -> PlanDraft:
        """What is typed."""
        values = self.form.values()
        return PlanDraft(
            self.side.fields.terms(values),
            a_day(values, "agreed_on"),
            self._begins.proposal,
            text(values, "words"),
        )

    def show_letter(self) -> bool:
        draft = self.draft()
        self.side.show(draft.terms)
        shown = super().show_letter()
        if shown:
            self.form.show_problems(told(self.office.payment_plans.check(self._case.id, draft)))
        return shown

    def preview(self) -> bytes:
        plans, draft = self.office.payment_plans, self.draft()
        problems = [each for each in plans.check(self._case.id, draft) if each.blocks]
        if problems:
            raise Invalid(problems)
        return self.office.letters.preview(plans.preview(plans.planned(self._case.id, draft)))

    @property
    def question(self) -> tuple[str, str]:
        return (
            tr("Skal planen lages slik?"),
            tr("Planen løper fra nå, og en som løp før, slutter. Papiret ligger under «Brev»."),
        )

    def finish(self) -> object:
        return self.office.payment_plans.make_and_issue(self._case.id, self.draft())
