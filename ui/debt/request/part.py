"""«Henvendelsen»: who asked, when, about what."""

from PySide6.QtWidgets import QWidget

from app.debt.model import DebtCase, DebtTopic
from app.office import Office
from ui.debt.part import DebtPart
from ui.kit.cards import Card, Fact, Facts
from ui.kit.icons import Icon
from ui.labels import day, title_word, word
from ui.navigation import Navigator


class RequestPart(DebtPart):
    """What was said when somebody asked."""

    def __init__(
        self, office: Office, navigator: Navigator, case: DebtCase, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, case, parent)
        card = Card(self.tr("Henvendelsen"), icon=Icon.DEBT)
        topics = ", ".join(word(topic) for topic in DebtTopic if topic in case.topics)
        card.add(
            Facts(
                (
                    Fact(self.tr("Mottatt"), day(case.received_on)),
                    Fact(self.tr("Hvordan"), title_word(case.channel)),
                    Fact(self.tr("Gjelder"), topics),
                    Fact(self.tr("Med egne ord"), case.words),
                )
            )
        )
        self.add(card)
