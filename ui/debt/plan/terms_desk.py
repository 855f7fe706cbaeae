"""What an offer and a plan have in common: terms on the left, who gets what, the paper beside."""

from app.core.errors import Problem
from app.debt.model import DebtCase
from app.debt.plans.model import Terms
from app.office import Office
from ui.debt.plan.columns import tr
from ui.debt.plan.terms import TermsFields, first_claims, split_facts
from ui.kit.cards import Facts
from ui.kit.form import Form


class TermsSide:
    """The fields of terms with the split of the first month under them."""

    def __init__(self, office: Office, case: DebtCase, terms: Terms) -> None:
        self._office, self._case, self.begins = office, case, terms
        self._claims = office.debt_claims.of(case.id)
        self._names = {each.id: each.creditor_name for each in self._claims}
        self.split = Facts()
        self._fields: TermsFields | None = None

    def add_to(self, form: Form) -> None:
        """Put the fields in a form."""
        case, office = self._case.id, self._office
        self._fields = TermsFields(form, self._claims, first_claims(self._claims, self.begins))
        available = office.debt_budgets.available(case)
        longest = office.payment_proposals.longest()
        self._fields.add(available, longest, office.clock.today)
        self._fields.add_claims()
        form.section(tr("Slik deles den første måneden"))
        form.add_part(self.split)

    @property
    def fields(self) -> TermsFields:
        """The fields, once they are put in a form."""
        if self._fields is None:
            raise ValueError("no form yet")
        return self._fields

    def show(self, terms: Terms) -> None:
        """Show who gets what."""
        proposals = self._office.payment_proposals
        takes = proposals.takes(self._case.id, terms)
        offered = proposals.offered(self._case.id, terms)
        self.split.set_facts(split_facts(offered, self._names, takes))


def told(problems: tuple[Problem, ...]) -> list[Problem]:
    """What does not stop it, and is said beside the field."""
    return [each for each in problems if not each.blocks]
