"""Incomes by person and kind, what is owned, what is paid, and what is owed: small tables."""

from collections.abc import Callable, Sequence

from app.applications.intake.model import AssetKind, ExpenseKind, IncomeKind
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import MoneyField, TextField
from ui.kit.fold import FoldingForm
from ui.kit.rows_field import RowsField
from ui.labels import problem, title_word

People = Sequence[tuple[object, str]]

SUM = 150
ROWS = ("incomes", "assets", "expenses", "loans")


def add_economy(form: FoldingForm, people: Callable[[], People]) -> None:
    """All the form asks about money; `people` gives those whose incomes can be told."""
    form.fold(form.tr("Inntekt"))
    form.line(_incomes(form, people))
    form.fold(form.tr("Det de eier, og faste utgifter"))
    form.line(_assets(form))
    form.line(_expenses(form))
    form.fold(form.tr("Lån og gjeld"))
    form.line(_loans(form))


def show_people(form: FoldingForm, people: People) -> None:
    """Others to choose among in every row of incomes."""
    rows = form.field("incomes")
    if isinstance(rows, RowsField):
        for row in rows.rows:
            who = row.form.field("person")
            if isinstance(who, ChoiceField):
                who.set_options(people)


def _incomes(form: FoldingForm, people: Callable[[], People]) -> RowsField:
    kinds = [(each, title_word(each)) for each in IncomeKind]

    def make() -> list[list[ChoiceField | MoneyField]]:
        return [
            [
                ChoiceField("person", form.tr("Hvem"), people(), width=190),
                ChoiceField("kind", form.tr("Inntekt"), kinds),
                MoneyField("monthly", form.tr("I måneden før skatt"), width=SUM),
            ]
        ]

    def start() -> dict[str, object]:
        known = people()
        return {"person": known[0][0] if known else None, "kind": IncomeKind.WORK}

    return RowsField("incomes", form.tr("inntekt"), make, ("monthly",), start, problem)


def _assets(form: FoldingForm) -> RowsField:
    kinds = [(each, title_word(each)) for each in AssetKind]

    def make() -> list[list[ChoiceField | MoneyField]]:
        return [
            [
                ChoiceField("kind", form.tr("Eiendel"), kinds, width=240),
                MoneyField("value", form.tr("Verdi"), width=SUM),
            ]
        ]

    return RowsField(
        "assets", form.tr("eiendel"), make, ("value",), lambda: {"kind": AssetKind.BANK}, problem
    )


def _expenses(form: FoldingForm) -> RowsField:
    kinds = [(each, title_word(each)) for each in ExpenseKind]

    def make() -> list[list[ChoiceField | MoneyField]]:
        return [
            [
                ChoiceField("kind", form.tr("Utgift"), kinds, width=240),
                MoneyField("monthly", form.tr("I måneden"), width=SUM),
            ]
        ]

    return RowsField(
        "expenses",
        form.tr("utgift"),
        make,
        ("monthly",),
        lambda: {"kind": ExpenseKind.RENT},
        problem,
    )


def _loans(form: FoldingForm) -> RowsField:
    def make() -> list[list[TextField | MoneyField]]:
        return [
            [
                TextField("creditor", form.tr("Hvem de skylder")),
                TextField("reference", form.tr("Lånenummer"), optional=True, width=190),
            ],
            [
                MoneyField("original", form.tr("Lånt"), optional=True, width=SUM),
                MoneyField("remaining", form.tr("Igjen"), optional=True, width=SUM),
                MoneyField("monthly", form.tr("I måneden"), optional=True, width=SUM),
            ],
        ]

    needed = ("creditor", "reference", "original", "remaining", "monthly")
    return RowsField("loans", form.tr("lån"), make, needed, words=problem)
