"""Closing a case, and taking it up again."""

from PySide6.QtWidgets import QWidget

from app.core.ids import DebtCaseId
from app.core.money import Ore, format_kroner
from app.debt.closing.model import EndDraft, HomeResult
from app.debt.model import DebtOutcome
from app.office import Office
from ui.asking import Asking, Values, a_day, chosen, text
from ui.debt.log.words import tr
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField
from ui.labels import title_word, word
from ui.navigation import Navigator


class ClosingDialogs(Asking):
    """Opened over the window of the part; what is done is told with «Angre»."""

    def __init__(
        self, office: Office, navigator: Navigator, part: QWidget, case: DebtCaseId
    ) -> None:
        super().__init__(office, navigator, part)
        self._case = case

    def close(self) -> AskDialog:
        """The work has ended; what is not done is told and never in the way."""

        def act(values: Values) -> None:
            outcome = values.get("outcome")
            draft = EndDraft(
                outcome if isinstance(outcome, DebtOutcome) else None,
                a_day(values, "since"),
                chosen(values, "home", HomeResult, HomeResult.NOT_ASKED),
                text(values, "words"),
            )
            self.office.debt_closings.close(self._case, draft)

        dialog = self.ask(
            tr("Avslutt saken"),
            self._explained(),
            tr("Avslutt saken"),
            act,
            "debt_case.closed",
        )
        outcomes = [(each, title_word(each)) for each in DebtOutcome]
        homes = [(each, title_word(each)) for each in HomeResult]
        dialog.form.line(ChoiceField("outcome", tr("Hvordan det endte"), outcomes))
        dialog.form.line(
            ChoiceField("home", tr("Boligen"), homes),
            DateField("since", tr("Avsluttet"), today=self.today),
        )
        hint = tr("Én ting på hver linje. Det blir forslaget til brevet.")
        dialog.form.line(
            MultilineField("words", tr("Hva dere kom fram til"), optional=True, lines=3, hint=hint)
        )
        dialog.form.set_values({"home": HomeResult.NOT_ASKED, "since": self.today()})
        dialog.open()
        return dialog

    def _explained(self) -> str:
        lacks = self.office.debt_closings.still_open(self._case)
        seen = self.office.debt_closings.foreseen(self._case)
        said = []
        if lacks:
            told = " ".join(f"{word(each)}." for each in lacks)
            said.append(tr("{} Du kan avslutte likevel.").format(told))
        if seen.owed_before is not None and seen.owed_after is not None:
            said.append(_rent(seen.owed_before, seen.owed_after))
        return " ".join(said) or tr("Alt er gjort.")

    def reopen(self) -> AskDialog:
        """It is taken up again, where it stood."""

        def act(values: Values) -> None:
            self.office.debt_cases.reopen(self._case, text(values, "words"))

        dialog = self.ask(
            tr("Ta opp saken igjen"),
            tr("Arbeidet fortsetter der det sto. Ventetiden telles ikke på nytt."),
            tr("Ta opp igjen"),
            act,
            "debt_case.reopened",
        )
        dialog.form.line(MultilineField("words", tr("Hvorfor"), optional=True, lines=2))
        dialog.open()
        return dialog


def _rent(before: Ore, after: Ore) -> str:
    told = tr("Skyldig husleie til kommunen var {} da henvendelsen kom, og er {} nå.")
    return told.format(format_kroner(before), format_kroner(after))
