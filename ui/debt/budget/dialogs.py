"""Dialogs about a budget: a version, a line of it, which one holds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.core.ids import BudgetId, DebtCaseId
from app.core.money import format_kroner
from app.debt.budget.model import (
    BudgetDraft,
    BudgetLine,
    BudgetPart,
    BudgetVersion,
    ChangeDraft,
    LivingBasis,
)
from app.office import Office
from ui.asking import Asking, Values, a_day, a_sum, chosen, text
from ui.debt.budget.words import line_words, part_words, tr, version_words
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fields import DateField, MoneyField, MultilineField, TextField
from ui.labels import done, title_word
from ui.navigation import Navigator


class BudgetDialogs(Asking):
    """Opened over the window of a part; `made` is told of a version that is to be shown."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        part: QWidget,
        case: DebtCaseId,
        made: Callable[[BudgetId], None],
    ) -> None:
        super().__init__(office, navigator, part)
        self._case, self._made = case, made

    # a version

    def new(
        self, like: BudgetVersion, then: Callable[[BudgetId], object] | None = None
    ) -> AskDialog:
        """A version like another; `then` goes on with it, as to the line that was chosen."""
        made: list[BudgetId] = []
        self._part = self.window  # the part is made anew with the version, and the window stays

        def act(values: Values) -> None:
            made.append(self.office.debt_budgets.make(self._case, _draft(values), like))
            self._made(made[0])

        dialog = self.ask(
            tr("Ny versjon av budsjettet"),
            tr("Begynner som «{}». Du endrer linjene etterpå, og den andre blir stående.").format(
                version_words(like)
            ),
            tr("Lag versjonen"),
            act,
            "budget.made",
        )
        self._fields(dialog)
        dialog.form.set_values(
            {"counted_for": max(like.counted_for, self.today()), "living": like.living}
        )
        if then is not None:
            dialog.accepted.connect(lambda: QTimer.singleShot(0, lambda: then(made[0])))
        dialog.open()
        return dialog

    def correct(self, version: BudgetVersion) -> AskDialog:
        """Its name, its day, and what living is counted by."""

        def act(values: Values) -> None:
            self.office.debt_budgets.correct(version.id, _draft(values))

        dialog = self.ask(
            tr("Endre «{}»").format(version.name),
            tr("Dagen bestemmer satsene, hvor gamle barna er, og hva som er med."),
            tr("Lagre"),
            act,
            "budget.corrected",
        )
        self._fields(dialog)
        dialog.form.set_values(
            {
                "name": version.name,
                "counted_for": version.counted_for,
                "living": version.living,
                "words": version.words,
            }
        )
        dialog.open()
        return dialog

    def _fields(self, dialog: AskDialog) -> None:
        example = tr("Etter flytting")
        dialog.form.line(
            TextField("name", tr("Navn"), example=example, longest=60),
            DateField("counted_for", tr("Gjelder for"), today=self.office.clock.today),
        )
        options = [(each, title_word(each)) for each in LivingBasis]
        hints: dict[object, str] = {
            LivingBasis.RATES: tr("Strøm og innboforsikring er med. Kommer av seg selv for dagen."),
            LivingBasis.REFERENCE: tr("Tallene skriver du inn. Strøm legges til for seg."),
        }
        dialog.form.line(
            RadioField("living", tr("Livsopphold regnes etter"), options, hint_of=hints)
        )
        dialog.form.line(MultilineField("words", tr("Merknad"), optional=True, lines=2))

    def choose(self, version: BudgetVersion) -> AskDialog:
        """This one holds from a day."""

        def act(values: Values) -> None:
            budget = None if version.now else version.id
            self.office.debt_budgets.choose(self._case, budget, a_day(values, "since"))

        dialog = self.ask(
            tr("La «{}» gjelde").format(version_words(version)),
            tr("Kreditorene deler det som er igjen her. Det som gjaldt før, blir stående."),
            tr("La det gjelde"),
            act,
            "budget.chosen",
        )
        dialog.form.line(DateField("since", tr("Fra"), today=self.office.clock.today))
        dialog.form.set_values({"since": self.today()})
        dialog.open()
        return dialog

    def remove(self, version: BudgetVersion) -> None:
        """Take it away, with «Angre»."""
        if self.navigator.attempt(lambda: self.office.debt_budgets.remove(version.id)):
            self.navigator.tell(done("budget.removed"))

    # its lines

    def line(self, version: BudgetVersion, line: BudgetLine) -> AskDialog:
        """Another sum for a line; one that nobody has made gets a version first."""
        if version.now or version.printed_on is not None:
            again = partial(self._line_of, line.key)
            return self.new(version, again)
        if line.change and line.instead_of is None:
            return self._own(version, line)
        return self._other_sum(version, line)

    def _line_of(self, key: str, budget: BudgetId) -> AskDialog | None:
        """The same line in the version that was made for it."""
        version = self.office.debt_budgets.get(budget)
        found = self.office.debt_budgets.compute(self._case, version).lines
        line = next((each for each in found if each.key == key), None)
        return None if line is None else self.line(version, line)

    def _other_sum(self, version: BudgetVersion, line: BudgetLine) -> AskDialog:
        before = line.amount if line.instead_of is None else line.instead_of
        deviates = line.part is BudgetPart.LIVING and version.living is LivingBasis.RATES

        def act(values: Values) -> None:
            draft = ChangeDraft(
                line.part, "", a_sum(values, "amount"), line.key, text(values, "reason")
            )
            self.office.debt_budgets.put(version.id, draft)

        said = tr("Nå står det {} i måneden.").format(format_kroner(before))
        if deviates:
            said += " " + tr("Et annet beløp enn satsen må ha en begrunnelse.")
        title = tr("Avvik fra satsen") if deviates else line_words(line)
        dialog = self.ask(title, said, tr("Bruk beløpet"), act, "budget.changed")
        dialog.form.line(MoneyField("amount", tr("Beløp i måneden")))
        dialog.form.line(
            MultilineField("reason", tr("Begrunnelse"), optional=not deviates, lines=2)
        )
        dialog.form.set_values({"amount": line.amount, "reason": line.reason})
        if line.change:
            back = tr("Tilbake til {}").format(format_kroner(before))
            dialog.add_button(back, partial(self._drop, dialog, version, line.change))
        dialog.open()
        return dialog

    def add(self, version: BudgetVersion, part: BudgetPart | None = None) -> AskDialog:
        """A line of its own: what if, or a figure of the reference budget."""
        if version.now or version.printed_on is not None:
            return self.new(
                version, lambda made: self.add(self.office.debt_budgets.get(made), part)
            )

        def act(values: Values) -> None:
            self.office.debt_budgets.put(version.id, _own_draft(values))

        explanation = (
            tr("Et tall fra SIFOs referansebudsjett, eller noe annet som hører til i måneden.")
            if version.living is LivingBasis.REFERENCE
            else tr("Det som kan komme til, eller det som skal prøves ut.")
        )
        dialog = self.ask(
            tr("Ny linje i budsjettet"), explanation, tr("Legg til"), act, "budget.changed"
        )
        self._own_fields(dialog, version)
        dialog.form.set_values({"part": part})
        dialog.open()
        return dialog

    def _own(self, version: BudgetVersion, line: BudgetLine) -> AskDialog:
        def act(values: Values) -> None:
            self.office.debt_budgets.alter(version.id, line.change, _own_draft(values))

        dialog = self.ask(
            tr("Endre linjen"), tr("Linjen finnes bare her."), tr("Lagre"), act, "budget.changed"
        )
        self._own_fields(dialog, version)
        dialog.form.set_values(
            {"part": line.part, "words": line.told, "amount": line.amount, "reason": line.reason}
        )
        dialog.add_button(tr("Fjern linjen"), partial(self._drop, dialog, version, line.change))
        dialog.open()
        return dialog

    def _own_fields(self, dialog: AskDialog, version: BudgetVersion) -> None:
        rates = version.living is LivingBasis.RATES
        parts = [
            (each, part_words(each))
            for each in BudgetPart
            if not (rates and each is BudgetPart.POWER)
        ]
        dialog.form.line(ChoiceField("part", tr("Hører til"), parts))
        dialog.form.line(
            TextField("words", tr("Hva det gjelder"), example=tr("Avdrag på husleie"), longest=80),
            MoneyField("amount", tr("Beløp i måneden")),
        )
        hint = tr("Må fylles ut når det gjelder livsopphold.") if rates else ""
        dialog.form.line(
            MultilineField("reason", tr("Begrunnelse"), optional=True, lines=2, hint=hint)
        )

    def _drop(self, dialog: AskDialog, version: BudgetVersion, change: int) -> None:
        if self.navigator.attempt(lambda: self.office.debt_budgets.drop(version.id, change)):
            dialog.accept()
            self.navigator.tell(done("budget.change_dropped"))

    def drop(self, version: BudgetVersion, change: int) -> None:
        """Take a change away that has no line any more."""
        if self.navigator.attempt(lambda: self.office.debt_budgets.drop(version.id, change)):
            self.navigator.tell(done("budget.change_dropped"))


def _draft(values: Values) -> BudgetDraft:
    return BudgetDraft(
        text(values, "name"),
        a_day(values, "counted_for"),
        chosen(values, "living", LivingBasis, LivingBasis.RATES),
        text(values, "words"),
    )


def _own_draft(values: Values) -> ChangeDraft:
    return ChangeDraft(
        chosen(values, "part", BudgetPart, BudgetPart.INCOME),
        text(values, "words"),
        a_sum(values, "amount"),
        "",
        text(values, "reason"),
    )
