"""Where the plan stands, what can be done with it, and what stands in the way of printing it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.errors import Problem
from app.followup.plans.model import Plan, PlanContent, PlanKind, PlanState
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.menus import Act, MenuButton
from ui.kit.rows import Row, Shape
from ui.labels import capital, day, problem, title_word, word

PLAN_CHIPS = {
    PlanState.DRAFT: ChipKind.NOT_STARTED,
    PlanState.OFFERED: ChipKind.WAITING,
    PlanState.DECLINED: ChipKind.NO,
    PlanState.ACTIVE: ChipKind.OK,
    PlanState.COMPLETED: ChipKind.OK,
    PlanState.ENDED: ChipKind.NO,
}
_LEAD = {
    "coordinator": "Til ansvar …",
    "consent": "Til samtykkene …",
    "goals": "Til målet …",
    "measures": "Til tiltaket …",
}
_OPEN = "Rett …"


class StandingCard(Card):
    """Kind, state, edition and owner, with the buttons of the plan under."""

    def __init__(
        self,
        plan: Plan,
        content: PlanContent,
        buttons: Sequence[Button],
        more: Callable[[], Sequence[Act]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title_word(plan.kind), icon=Icon.FOLLOWUP, parent=parent)
        self.plan = plan
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        row.addWidget(ChipLabel(Chip(PLAN_CHIPS[plan.state], title_word(plan.state))))
        row.addStretch(1)
        self.more = MenuButton("Planen er …", more, size=ButtonSize.SMALL)
        for button in (*buttons, self.more):
            row.addWidget(button)
        self.add(row, Facts(_facts(plan, content)))


def _facts(plan: Plan, content: PlanContent) -> list[Fact]:
    owner = ", ".join(part for part in (content.coordinator, capital(content.unit)) if part)
    printed = f"nr. {plan.edition}" if plan.edition else "ikke skrevet ut ennå"
    state = f"{word(plan.state)} fra {day(plan.since)}"
    facts = [
        Fact("Planen", f"{state}. {plan.reason}".strip() if plan.reason else state),
        Fact("Siste utgave", printed),
        Fact("Koordinator", owner),
    ]
    if plan.kind is PlanKind.INDIVIDUAL_PLAN:
        facts.append(Fact("Deler", f"{len(content.parts)} fylt ut under «Individuell plan»"))
    return facts


class ObstacleCard(Card):
    """Each thing that is missing, with a way to where it is put right."""

    def __init__(
        self, found: Sequence[Problem], lead: Callable[[Problem], object], parent: QWidget
    ) -> None:
        super().__init__("Før planen kan skrives ut", icon=Icon.LIST, flush=True, parent=parent)
        self._found = tuple(found)
        self.set_count(sum(each.blocks for each in found))
        self.list = RowList("Før planen kan skrives ut", Shape.TODAY, whole=True)
        self.list.set_rows([self._row(at, each) for at, each in enumerate(self._found)])
        self.list.activated_key.connect(lambda key: lead(self._found[int(str(key))]))
        self.add(self.list)

    @staticmethod
    def _row(at: int, found: Problem) -> Row:
        kind = ChipKind.SOON if found.blocks else ChipKind.INFO
        first, _, rest = problem(found).partition(". ")
        title = first if first.endswith(".") or not rest else f"{first}."
        return Row(
            at,
            title,
            rest,
            Chip(kind, "Mangler" if found.blocks else "Husk"),
            action=_LEAD.get(found.field, _OPEN),
        )
