"""«Brev om ventetid»: the day, why, and what to do if it becomes acute (FV-02)."""

from PySide6.QtWidgets import QWidget

from app.applications.model import Delay
from app.debt.decisions.model import WaitingDraft
from app.debt.model import DebtCase
from app.office import Office
from ui.asking import a_day, text
from ui.debt.decision.words import tr
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField
from ui.labels import named, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

WAITING_LETTER = "debt_waiting_letter"


class WaitingLetterDesk(LetterDesk):
    """Begins with the day that is known, and «many wait»."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        self._case = case
        self._granted = case.decided is not None and case.decided.granted
        title = tr("Brev om ventetid")
        super().__init__(office, navigator, title, "debt_waiting_letter.issued", "", parent)
        self.header.set_subtitle(named(case.name))
        draft = office.debt_replies.drafted(case.id)
        self.form.set_values({"answer_by": draft.answer_by, "delay": Delay.QUEUE})
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def add_fields(self) -> None:
        label = tr("Vi begynner senest") if self._granted else tr("Svar senest")
        hint = tr("En dag dere kan holde. Blir det senere, skriver dere på nytt før dagen.")
        today = self.office.clock.today
        self.form.line(DateField("answer_by", label, today=today, hint=hint))
        own_words = {
            Delay.QUEUE: tr("Mange ber om hjelp nå"),
            Delay.TALK: tr("Vi vil snakke med personen først"),
        }
        why = [(each, own_words.get(each) or title_word(each)) for each in Delay]
        self.form.line(ChoiceField("delay", tr("Hvorfor det tar tid"), why, optional=True))
        own = tr("Skriv til personen: «du».")
        self.form.line(
            MultilineField("reason", tr("Med egne ord"), optional=True, lines=2, hint=own)
        )

    def draft(self) -> WaitingDraft:
        """What is typed."""
        values = self.form.values()
        delay = values["delay"]
        return WaitingDraft(
            a_day(values, "answer_by"),
            delay if isinstance(delay, Delay) else None,
            text(values, "reason"),
        )

    def preview(self) -> bytes:
        return self.office.letters.preview(
            self.office.debt_replies.preview(self._case.id, self.draft())
        )

    def finish(self) -> object:
        return self.office.debt_replies.issue(self._case.id, self.draft())
