"""Where no plan runs: begin one, from nothing or from a template; or take up the last."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.followup.plans.model import Plan
from app.office import Office
from app.people.model import Person
from ui.followup.plan.plan_dialogs import PlanDialogs
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind
from ui.kit.cards import Card
from ui.kit.choice_fields import ChoiceField
from ui.kit.empty import EmptyState
from ui.kit.icons import Icon
from ui.labels import day, done, word
from ui.navigation import Navigator

BLANK = "blank"


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
        self.templates = office.plan_templates.offered()
        options = [(BLANK, "En tom plan"), *((each.id, each.name) for each in self.templates)]
        self.template = ChoiceField("template", "Begynn med", options, width=320)
        self.template.set_value(BLANK)
        self.template.setVisible(bool(self.templates))
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
        self.add(
            EmptyState("Ingen plan ennå" if last is None else "Ingen plan nå", why),
            _centred(self.template),
            _centred(self.button, again),
        )
        self.body.addSpacing(fonts.px(16))

    def begin(self) -> None:
        """A draft, with contact, reserve and day of evaluation filled in."""
        chosen, person = self.template.value(), self._person.id
        if isinstance(chosen, int):
            act = partial(self._office.template_use.begin, person, chosen)
        else:
            act = partial(self._office.plans.begin, person)
        if self._navigator.attempt(act):
            self._navigator.tell(done("plan.begun"))


def _centred(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(fonts.px(12))
    row.addStretch(1)
    for part in parts:
        if part is not None:
            row.addWidget(part)
    row.addStretch(1)
    return row
