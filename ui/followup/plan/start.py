"""Where no plan runs: begin one, or take up the last."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.followup.plans.model import Plan
from app.office import Office
from app.people.model import Person
from ui.followup.plan.plan_dialogs import PlanDialogs
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Card
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.labels import day, done, word
from ui.navigation import Navigator


class StartCard(Card):
    """What a plan is for, and one button."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        person: Person,
        earlier: tuple[Plan, ...],
        dialogs: PlanDialogs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._office, self._navigator, self._person = office, navigator, person
        self.button = Button(
            "Begynn på målplan", self.begin, kind=ButtonKind.PRIMARY, icon=Icon.NEW
        )
        last = earlier[0] if earlier else None
        again = Button("Ta opp den forrige", partial(dialogs.again, last)) if last else None
        ended = f"Den forrige er {word(last.state)} {day(last.since)}. " if last else ""
        why = (
            f"{ended}En målplan sier hva personen vil, hvem som gjør hva, og når dere ser på det"
            " igjen. Vilkår fra vedtak og leieavtale følger med."
        )
        self.add(EmptyState("Ingen plan ennå" if last is None else "Ingen plan nå", why,
                            primary=self.button, secondary=again))  # fmt: skip

    def begin(self) -> None:
        """A draft, with contact, reserve and day of evaluation filled in."""
        if self._navigator.attempt(partial(self._office.plans.begin, self._person.id)):
            self._navigator.tell(done("plan.begun"))
