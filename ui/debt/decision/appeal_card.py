"""A complaint about a vedtak on advice: how it stands, and what may be done with it now."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.debt.decisions.model import DebtAppeal
from app.decisions.appeals.model import AppealState
from app.office import Office
from ui.debt.decision.dialogs import DecisionDialogs
from ui.debt.decision.words import tr
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.flow import flowing
from ui.kit.icons import Icon
from ui.labels import capital, day, word


class AppealCard(Card):
    """`answer` begins the vedtak that answers it; `answered` when a newer one is issued."""

    def __init__(
        self,
        office: Office,
        appeal: DebtAppeal,
        dialogs: DecisionDialogs,
        answer: Callable[[DebtAppeal], object],
        *,
        answered: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Klage {}").format(appeal.number),
            icon=Icon.DOCUMENT,
            fact=capital(word(appeal.state)),
            parent=parent,
        )
        self._appeal, self._dialogs, self._answer = appeal, dialogs, answer
        self._answered = answered
        self.verbs: list[Button] = []
        found = office.debt_appeals.timeliness(appeal.id)
        if found.deadline is None:
            in_time = self.tr("Klagefristen har ikke begynt å løpe.")
        else:
            late = self.tr("Kom for sent") if found.late else self.tr("Kom i tide")
            last, today = found.deadline.moved, office.clock.today()
            words = (
                self.tr("{}. Siste dag er {}.")
                if last >= today
                else self.tr("{}. Siste dag var {}.")
            )
            in_time = words.format(late, day(last))
        self.add(
            Facts(
                [
                    Fact(self.tr("Kom til oss"), day(appeal.received_on)),
                    Fact(self.tr("I tide"), in_time),
                    Fact(self.tr("Ønsker endret"), appeal.draft.wanted),
                    Fact(self.tr("Slik siden"), day(appeal.since)),
                ]
            )
        )
        self._steps()
        if self.verbs:
            self.add(flowing(*self.verbs))

    def _steps(self) -> None:
        """What may be done with it now."""
        dialogs, appeal, state = self._dialogs, self._appeal, self._appeal.state
        answer = partial(self._answer, appeal)
        if state is AppealState.RECEIVED:
            self._step(self.tr("Vurder klagen …"), lambda: dialogs.assess(appeal), first=True)
            self._step(self.tr("Lag svar om at den er kommet"), lambda: dialogs.acknowledge(appeal))
            self._step(self.tr("Tas ikke opp …"), lambda: dialogs.dismiss(appeal))
        elif state is AppealState.IN_ASSESSMENT:
            self._step(self.tr("Endre vedtaket etter klagen"), answer, first=True)
            self._step(self.tr("Send videre …"), lambda: dialogs.forward(appeal))
        elif state is AppealState.FORWARDED:
            self._step(
                self.tr("Svar fra klageinstansen …"),
                lambda: dialogs.body_answer(appeal),
                first=True,
            )
        elif state.asks_for_vedtak and not self._answered:
            self._step(self.tr("Lag nytt vedtak etter klagen"), answer, first=True)
        if state.open:
            self._step(self.tr("Klagen er trukket …"), lambda: dialogs.withdraw(appeal))

    def _step(self, words: str, act: Callable[[], object], *, first: bool = False) -> None:
        kind = ButtonKind.PRIMARY if first else ButtonKind.SECONDARY
        self.verbs.append(Button(words, act, kind=kind, size=ButtonSize.SMALL))
