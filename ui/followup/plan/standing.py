"""Where the plan stands, what can be done with it, and what stands in the way of printing it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.core.errors import Problem
from app.followup.plans.model import Plan, PlanContent, PlanState
from ui.kit import fonts
from ui.kit.buttons import Button
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind, ChipLabel
from ui.kit.flow import FlowLayout
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import BETWEEN, Label
from ui.labels import day, near_day, problem, title_word

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
    """Kind, state, edition, days and owner on one line, with the buttons of the plan under."""

    def __init__(
        self,
        plan: Plan,
        content: PlanContent,
        today: date,
        buttons: Sequence[Button],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title_word(plan.kind), icon=Icon.FOLLOWUP, parent=parent)
        self.plan = plan
        self.line = BETWEEN.join(_facts(plan, content, today))
        head = QHBoxLayout()
        head.setSpacing(fonts.px(10))
        chip = ChipLabel(Chip(PLAN_CHIPS[plan.state], title_word(plan.state)))
        head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(self.line, Type.BODY, Token.TEXT2, wrap=True), 1)
        self.add(head)
        if plan.reason:
            self.add(Label(plan.reason, Type.HELP, Token.TEXT2, wrap=True))
        row = QWidget()
        flow = FlowLayout(fonts.px(8), row)
        for button in buttons:
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self.add(row)


def _facts(plan: Plan, content: PlanContent, today: date) -> list[str]:
    draft = plan.draft
    facts = [
        f"fra {day(plan.since)}",
        f"utgave {plan.edition}" if plan.edition else "ikke skrevet ut ennå",
        f"koordinator: {content.coordinator}" if content.coordinator else "uten koordinator",
    ]
    if draft.next_talk_on is not None:
        facts.append(f"neste samtale {near_day(draft.next_talk_on, today)}")
    if draft.evaluation_on is not None:
        facts.append(f"evalueres {near_day(draft.evaluation_on, today)}")
    return facts


class ObstacleCard(Card):
    """Each thing that is missing, with a way to where it is put right."""

    def __init__(
        self,
        found: Sequence[Problem],
        lead: Callable[[Problem], object],
        about: Callable[[Problem], str],
        parent: QWidget,
    ) -> None:
        super().__init__("Før planen kan skrives ut", icon=Icon.LIST, flush=True, parent=parent)
        self._found = tuple(found)
        self.set_count(sum(each.blocks for each in found))
        self.list = RowList("Før planen kan skrives ut", Shape.TODAY, whole=True)
        self.list.set_rows(
            [self._row(at, each, about(each)) for at, each in enumerate(self._found)]
        )
        self.list.activated_key.connect(lambda key: lead(self._found[int(str(key))]))
        self.add(self.list)

    @staticmethod
    def _row(at: int, found: Problem, about: str) -> Row:
        kind = ChipKind.SOON if found.blocks else ChipKind.INFO
        first, _, rest = problem(found).partition(". ")
        title = first if first.endswith(".") or not rest else f"{first}."
        rest = f"«{about}». {rest}" if about else rest
        return Row(
            at,
            title,
            rest,
            Chip(kind, "Mangler" if found.blocks else "Husk"),
            action=_lead_words(found),
        )


def _lead_words(found: Problem) -> str:
    """Of no goal in particular: where all of them stand, or the first is written."""
    if found.field == "goals" and "goal" not in found.facts:
        return "Til målene …"
    return _LEAD.get(found.field, _OPEN)
