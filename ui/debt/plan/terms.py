"""The fields of what is paid each month: how much, shared how, from when, to whom."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from app.core.ids import DebtClaimId
from app.core.money import Ore, format_kroner
from app.core.typed_sums import parse_sum
from app.debt.claims.model import DebtClaim
from app.debt.plans.model import ProposalShare, ShareBasis, Terms, fixed_field
from ui.asking import Values, a_day, a_sum, chosen
from ui.debt.plan.columns import tr
from ui.kit.cards import Fact
from ui.kit.choice_fields import CheckField, RadioField
from ui.kit.fields import DateField, MoneyField, NumberField
from ui.kit.form import Form
from ui.labels import title_word, word

_WITH = "with_{}"


class TermsFields:
    """Put in a form, filled from terms and read back."""

    def __init__(
        self, form: Form, claims: Iterable[DebtClaim], first: frozenset[DebtClaimId]
    ) -> None:
        self._form = form
        self._claims = [each for each in claims if each.open and each.owed > 0]
        self._first = first

    def add(self, available: Ore | None, longest: int, today: Callable[[], date]) -> None:
        """The sum, the way it is shared, and the days."""
        self._form.section(tr("Hvor mye og når"))
        hint = (
            tr("Det er ikke laget budsjett.")
            if available is None
            else tr("Budsjettet gir {} i måneden.").format(format_kroner(available))
        )
        self._form.line(
            MoneyField("monthly", tr("Til gjeld i måneden"), read=parse_sum, hint=hint),
            DateField("first_on", tr("Første betaling"), today=today),
            NumberField(
                "months",
                tr("Antall måneder"),
                least=1,
                most=9999,
                optional=True,
                hint=tr("Tomt: til alt er betalt. Høyst {}.").format(longest),
            ),
        )
        bases = [(each, title_word(each)) for each in ShareBasis]
        self._form.line(RadioField("basis", tr("Resten deles"), bases))

    def add_claims(self) -> None:
        """Which claims, and a sum that comes before the others'."""
        self._form.section(tr("Krav som er med"))
        for each in self._claims:
            said = tr("{}, {}").format(each.creditor_name, format_kroner(each.owed))
            tick = CheckField(_WITH.format(each.id), said, hint=self._hint(each))
            if each.id in self._first:
                name = tr("Fast sum i måneden, går først")
                fixed = MoneyField(fixed_field(each.id), name, read=parse_sum, optional=True)
                self._form.line(tick, fixed)
            else:
                self._form.line(tick)

    @staticmethod
    def _hint(claim: DebtClaim) -> str:
        told = [title_word(claim.kind)]
        if claim.draft.disputed:
            told.append(tr("bestridt"))
        if claim.draft.secured:
            told.append(tr("sikret med pant"))
        if not claim.draft.stage.open or claim.draft.attached:
            told.append(word(claim.draft.stage))
        return ", ".join(told)

    def values(self, terms: Terms) -> dict[str, object]:
        """What the fields begin with."""
        found: dict[str, object] = {
            "monthly": terms.monthly,
            "basis": terms.basis,
            "first_on": terms.first_on,
            "months": terms.months,
        }
        for each in self._claims:
            found[_WITH.format(each.id)] = each.id in terms.claims
            if each.id in self._first:
                found[fixed_field(each.id)] = terms.fixed.get(each.id)
        return found

    def terms(self, values: Values) -> Terms:
        """What is typed."""
        months = values.get("months")
        ids = [each.id for each in self._claims if values[_WITH.format(each.id)] is True]
        sums = {each: a_sum(values, fixed_field(each)) for each in ids if each in self._first}
        return Terms(
            monthly=a_sum(values, "monthly"),
            basis=chosen(values, "basis", ShareBasis, ShareBasis.PRO_RATA),
            first_on=a_day(values, "first_on"),
            months=months if isinstance(months, int) else None,
            claims=tuple(ids),
            fixed={claim: amount for claim, amount in sums.items() if amount is not None},
        )


def split_facts(
    shares: Iterable[ProposalShare], names: Mapping[DebtClaimId, str], takes: int
) -> list[Fact]:
    """What each gets of the first month, and how long it takes."""
    facts = [Fact(names.get(each.claim, ""), format_kroner(each.monthly)) for each in shares]
    if takes:
        facts.append(Fact(tr("Varer"), tr("{} måneder").format(takes)))
    return facts


def first_claims(claims: Iterable[DebtClaim], terms: Terms) -> frozenset[DebtClaimId]:
    """Those that may have a sum of their own: what keeps a home, and what was asked for."""
    return frozenset(each.id for each in claims if each.kind.first or each.id in terms.fixed)
