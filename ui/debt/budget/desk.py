"""«Skriv ut budsjett»: which version, when they meet next, the sheet beside it."""

from PySide6.QtWidgets import QWidget

from app.core.days import day_and_month
from app.core.ids import BudgetId
from app.debt.budget.model import NOW, BudgetPaperDraft, BudgetVersion
from app.debt.model import DebtCase
from app.office import Office
from ui.debt.budget.shown import shown
from ui.debt.budget.words import tr, version_words
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import MultilineField, TextField
from ui.labels import named
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

BUDGET_SHEET = "budget_sheet"


class BudgetDesk(LetterDesk):
    """Begins with the version that holds. One that nobody has made is kept under its day."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        self._case = case
        budgets = office.debt_budgets
        self._versions = {
            each.id: each
            for each in (budgets.now(case.id), *budgets.of(case.id))
            if each.printed_on is None
        }
        words = tr("Lag arket")
        super().__init__(
            office, navigator, tr("Skriv ut budsjett"), "budget.printed", words, parent
        )
        self.header.set_subtitle(named(case.name))
        holds = budgets.chosen(case.id).id
        wanted = shown(navigator, case.id)
        first = holds if wanted is None else wanted
        first = first if first in self._versions else NOW
        self.form.set_values({"version": first, "to_send": False})
        if "shares" in self.form.names:
            self.form.set_values({**self.form.values(), "shares": True})
        self.show_letter()

    @property
    def paper(self) -> str:
        return tr("Arket")

    def add_fields(self) -> None:
        versions = [(key, version_words(each)) for key, each in self._versions.items()]
        self.form.line(ChoiceField("version", tr("Versjon"), versions))
        self.form.line(
            TextField(
                "next_meeting",
                tr("Neste gang dere møtes"),
                optional=True,
                example=tr("Tirsdag 12. januar kl. 9"),
            )
        )
        self.form.line(MultilineField("words", tr("Skriv til personen"), optional=True, lines=3))
        if any(self.office.debt_claims.of(self._case.id)):
            words = tr("Vis hvordan det som er igjen, kan deles")
            self.form.line(CheckField("shares", words))
        ways = [(False, tr("Gis med nå")), (True, tr("Legges under «Skal sendes»"))]
        self.form.line(ChoiceField("to_send", tr("Hvordan personen får det"), ways))

    def version(self) -> BudgetVersion:
        """The one chosen."""
        key = self.form.values()["version"]
        return self._versions[BudgetId(key) if isinstance(key, int) else NOW]

    def draft(self) -> BudgetPaperDraft:
        """What is typed."""
        values = self.form.values()
        return BudgetPaperDraft(
            str(values["next_meeting"] or ""),
            str(values["words"] or ""),
            bool(values["to_send"]),
            bool(values.get("shares")),
        )

    def preview(self) -> bytes:
        document = self.office.budget_papers.preview(self.version(), self.draft())
        return self.office.letters.preview(document)

    @property
    def question(self) -> tuple[str, str]:
        return (
            tr("Skal arket lages slik?"),
            tr("Arket lagres. Versjonen kan ikke endres etterpå, men dere kan lage en ny."),
        )

    def finish(self) -> object:
        version = self.version()
        return self.office.budget_papers.issue(version, self.draft(), self._name(version))

    def _name(self, version: BudgetVersion) -> str:
        """What one that nobody has made is called when it is kept."""
        if not version.now:
            return version.name
        taken = {each.name for each in self.office.debt_budgets.of(self._case.id)}
        name = tr("Budsjett {}").format(day_and_month(version.counted_for))
        at = 2
        while name in taken:
            name = f"{tr('Budsjett {}').format(day_and_month(version.counted_for))} ({at})"
            at += 1
        return name
