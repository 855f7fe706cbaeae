"""«Forslag til kreditorene»: what there is, how it is shared, the first letter beside it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.debt.model import DebtCase
from app.debt.plans.contact.model import LettersMade
from app.debt.plans.model import ProposalDraft
from app.office import Office
from ui.asking import a_day, text
from ui.debt.plan.batch import BatchDesk
from ui.debt.plan.columns import tr
from ui.debt.plan.terms_desk import TermsSide, told
from ui.kit.fields import DateField, MultilineField
from ui.letter_job import GoOn
from ui.navigation import Navigator


class ProposalDesk(BatchDesk):
    """Begins with what the budget leaves."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        draft = office.payment_proposals.drafted(case.id)
        self.side = TermsSide(office, case, draft.terms)
        title = tr("Forslag til kreditorene")
        super().__init__(office, navigator, case, title, "payment_proposal.letter_issued", parent)
        values = self.side.fields.values(draft.terms)
        self.form.set_values({**values, "answer_by": draft.answer_by})
        self.show_letter()

    def add_fields(self) -> None:
        self.side.add_to(self.form)
        self.form.section(tr("Brevet"))
        self.form.line(DateField("answer_by", tr("Svar senest"), today=self.office.clock.today))
        hint = tr("Samme ord til alle. Skriv ikke om andre kreditorer, eller hvor noen bor.")
        self.form.line(MultilineField("words", tr("Skriv mer"), optional=True, lines=2, hint=hint))

    def draft(self) -> ProposalDraft:
        """What is typed."""
        values = self.form.values()
        terms = self.side.fields.terms(values)
        return ProposalDraft(terms, a_day(values, "answer_by"), text(values, "words"))

    def show_letter(self) -> bool:
        draft = self.draft()
        self.side.show(draft.terms)
        shown = super().show_letter()
        if shown:
            self.form.show_problems(told(self.office.payment_proposals.check(self.case.id, draft)))
        return shown

    def preview(self) -> bytes:
        document = self.office.payment_proposals.preview(self.case.id, self.draft())
        return self.office.letters.preview(document)

    def count(self) -> int:
        mine = set(self.draft().terms.claims)
        claims = self.office.debt_claims.of(self.case.id)
        return len({each.receiver for each in claims if each.id in mine})

    def maker(self) -> Callable[[Office, GoOn], LettersMade]:
        made = self.office.payment_proposals.make(self.case.id, self.draft())
        return lambda office, go_on: office.payment_proposals.write(made, go_on)
