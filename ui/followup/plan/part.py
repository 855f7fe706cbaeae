"""«Plan»: what the person wants, what is done for it, and how it goes (DOC-09)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.errors import Problem
from app.core.ids import GoalId
from app.followup.model import Measure
from app.followup.plans.model import Goal, GoalState, Plan, PlanKind, PlanState
from app.office import Office
from app.people.model import Person
from ui.followup.individual_plan.words import PRINT as INDIVIDUAL_PRINT
from ui.followup.part import FollowupPart
from ui.followup.plan.edition_card import EditionCard
from ui.followup.plan.evaluate import EvaluateDialogs
from ui.followup.plan.goal_card import GoalActs, GoalCard, measure_rows
from ui.followup.plan.goal_dialogs import GoalDialogs
from ui.followup.plan.measure_dialogs import MeasureDialogs
from ui.followup.plan.plan_dialogs import PlanDialogs, side_of
from ui.followup.plan.side_cards import side_cards
from ui.followup.plan.standing import ObstacleCard, StandingCard
from ui.followup.plan.start import StartCard
from ui.kit import fonts
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.keys import Key, bind
from ui.kit.menus import Act, MenuButton
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.navigation import Navigator

PRINT = "malplan_print"
LEVEL = "level"
CONSENTS = "services"
INDIVIDUAL_PLAN = "individual_plan"
_SHOWN = "plan_condition_without_goal"
"""Told by a card of its own: it stands in the way of nothing."""
TWO = 760  # from this width two cards stand side by side


class PlanPart(FollowupPart):
    """The plan from top to bottom as it is printed; made anew when the register has changed."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, person, parent)
        self.measures = MeasureDialogs(office, navigator, person, self)
        self.goals = GoalDialogs(office, navigator, person, self)
        self.plans = PlanDialogs(office, navigator, self)
        self.evaluations = EvaluateDialogs(office, navigator, self)
        self.plan = office.plans.of(person.id)
        self.goal_cards: list[GoalCard] = []
        self.obstacles: ObstacleCard | None = None
        self.standing: StandingCard | None = None
        self._sides: Sides | None = None
        self._first: Callable[[], object] = self.setFocus
        earlier = tuple(office.plans.all(person.id))
        self.editions = EditionCard(office, navigator, earlier, self)
        if self.plan is None:
            self._show_start(earlier)
        else:
            self._show_plan(self.plan)

    def begin(self) -> None:
        self._first()

    # what is shown

    def _show_start(self, earlier: tuple[Plan, ...]) -> None:
        start = StartCard(self.office, self.navigator, self.person, earlier, self.plans)
        self._first = start.button.setFocus
        self.add(start)
        if earlier:
            self.add(self.editions)
        else:
            self.editions.hide()

    def _show_plan(self, plan: Plan) -> None:
        office, person = self.office, self.person.id
        content = office.plans.content(plan.id)
        found = [each for each in office.plans.problems(plan.id) if each.code != _SHOWN]
        buttons = self._buttons(found)
        self.standing = StandingCard(plan, content, office.clock.today(), buttons)
        self.add(self.standing)
        if found:
            self.obstacles = ObstacleCard(found, self.lead, self._about, self)
            self.add(self.obstacles)
        self._show_goals(plan)
        loose = [each for each in office.followup.measures(person) if self._loose(each)]
        if loose:
            self.add(self._loose_card(loose))
        edit = partial(self.plans.edit, plan)
        self._sides = Sides(side_cards(plan, content, office.clock.today(), edit))
        self.add(self._sides, self.editions)

    def _buttons(self, found: list[Problem]) -> list[Button]:
        stopped = any(each.blocks for each in found)
        self.goal_button = Button(
            self.tr("Nytt mål …"),
            self.new_goal,
            icon=Icon.NEW,
            size=ButtonSize.SMALL,
        )
        self.goal_button.setProperty("key_cap", Key.NEW.shown)
        bind(Key.NEW, self, self.new_goal)
        self.evaluate_button = Button(
            self.tr("Evaluer planen …"), self.evaluate, size=ButtonSize.SMALL
        )
        self.print_button = Button(
            self.tr("Skriv ut plan …"),
            partial(self.go, self._print_task),
            kind=ButtonKind.SECONDARY if stopped else ButtonKind.PRIMARY,
            icon=Icon.PRINT,
            size=ButtonSize.SMALL,
        )
        if stopped:
            self.print_button.set_off(self.tr("Noe mangler. Se listen under."))
        self._first = self.goal_button.setFocus
        first, more = self._life()
        self.more = MenuButton(self.tr("Mer"), lambda: more, size=ButtonSize.SMALL)
        return [
            self.goal_button,
            self.print_button,
            self.evaluate_button,
            *(Button(words, act, size=ButtonSize.SMALL) for words, act in first),
            self.more,
        ]

    @property
    def _print_task(self) -> str:
        """A plan that has grown is printed with its ten parts (DOC-08)."""
        grown = self.plan is not None and self.plan.kind is PlanKind.INDIVIDUAL_PLAN
        return INDIVIDUAL_PRINT if grown else PRINT

    def _show_goals(self, plan: Plan) -> None:
        goals = [each for each in self.office.plans.goals(plan.person) if _current(each, plan)]
        needs = {each.id: each.draft.words for each in self.office.plans.needs(plan.person)}
        measures = self.office.followup.measures(plan.person)
        evaluate_on = plan.draft.evaluation_on
        acts = GoalActs(
            lambda goal: self.measures.new(goal, evaluate_on),
            self.goals.change,
            self.goals.state,
            self.measures.step,
        )
        for number, goal in enumerate(goals, start=1):
            own = [each for each in measures if each.draft.goal == goal.id]
            need = needs.get(goal.draft.need, "") if goal.draft.need is not None else ""
            card = GoalCard(self.office, self.person, goal, need, own, acts, number)
            self.goal_cards.append(card)
            self.add(card)
        self._shown = {each.id for each in goals}
        if not goals:
            self.add(self._no_goal())

    def _no_goal(self) -> Card:
        card = Card(self.tr("Målene"), icon=Icon.FOLLOWUP)
        words = self.tr(
            "Ingen mål ennå. Spør hva personen vil, og skriv det slik det blir sagt. Behovet bak"
            " og det første tiltaket tar du i samme vindu: «Nytt mål …»."
        )
        card.add(Label(words, Type.BODY, Token.TEXT2, wrap=True))
        return card

    def _loose(self, measure: Measure) -> bool:
        """Not on a goal that is shown, and not over."""
        return measure.draft.goal not in self._shown and not measure.state.ended

    def _loose_card(self, loose: list[Measure]) -> Card:
        card = Card(
            self.tr("Uten mål"),
            icon=Icon.LINK,
            flush=True,
            fact=self.tr("Vilkår fra vedtaket, og tiltak som er lagt inn på personen"),
        )
        card.set_count(len(loose))
        verb = self.tr("Heng på et mål …")
        self.loose = measure_rows(
            self.office, self.person, loose, self.hang, self.tr("Tiltak uten mål"), verb=verb
        )
        card.add(self.loose)
        return card

    # what is done

    def new_goal(self) -> None:
        """One more goal."""
        plan = self.plan
        self.goals.new(plan.draft.evaluation_on if plan else None)

    def evaluate(self) -> None:
        """Go through the plan."""
        if self.plan is not None:
            self.evaluations.evaluate(self.plan)

    def hang(self, measure: Measure) -> None:
        """A loose measure finds its goal; without one, the goal comes first."""
        if self._shown:
            self.measures.hang(measure)
        else:
            self.new_goal()

    def _life(self) -> tuple[list[Act], list[Act]]:
        """What usually becomes of the plan from where it is, and what does so more seldom."""
        plan = self.plan
        if plan is None:
            return [], []
        offered: Act = (self.tr("Vist fram uten utskrift"), partial(self.plans.offer, plan))
        agreed: Act = (self.tr("Avtalt"), partial(self.plans.agree, plan))
        declined: Act = (self.tr("Takket nei …"), partial(self.plans.decline, plan))
        completed: Act = (self.tr("Fullført …"), partial(self.plans.complete, plan))
        ended: Act = (self.tr("Avslutt …"), partial(self.plans.end, plan))
        again: Act = (self.tr("Utkast igjen"), partial(self.plans.again, plan))
        grown: Act = (self.tr("Til individuell plan"), partial(self.go, INDIVIDUAL_PLAN))
        template: Act = (self.tr("Mål fra en mal …"), self.from_template)
        first, more = {
            PlanState.DRAFT: ([], [offered]),
            PlanState.OFFERED: ([agreed, declined], []),
            PlanState.DECLINED: ([again], []),
            PlanState.ACTIVE: ([completed], []),
        }.get(plan.state, ([again], []))
        if self.office.plan_templates.offered():
            more = [*more, template]
        if plan.kind is PlanKind.MALPLAN:
            more = [*more, grown]
        return first, [*more, ended]

    def from_template(self) -> None:
        """Goals that are not there yet, with their needs and measures."""
        if self.plan is not None:
            self.plans.from_template(self.plan)

    def _about(self, found: Problem) -> str:
        """The goal or the measure it is about, in its own words."""
        goal, measure = found.facts.get("goal"), found.facts.get("measure")
        if isinstance(measure, int):
            return self.office.followup.get(measure).draft.words
        return self.office.plans.goal(GoalId(goal)).draft.words if isinstance(goal, int) else ""

    def lead(self, found: Problem) -> None:
        """To where a thing that is missing is put right."""
        plan, side = self.plan, side_of(found.field)
        if plan is None:
            return
        if side is not None:
            self.plans.edit(plan, side, found.field)
        elif found.field == "coordinator":
            self.go(LEVEL)
        elif found.field == "consent":
            self.go(CONSENTS)
        elif found.field in {"goals", "measures"}:
            self._lead_within(found)
        else:
            self.go(INDIVIDUAL_PLAN)

    def _lead_within(self, found: Problem) -> None:
        """A goal gets its measure, a measure its goal or owner; otherwise a new goal."""
        goal, measure = found.facts.get("goal"), found.facts.get("measure")
        card = next((each for each in self.goal_cards if each.goal.id == goal), None)
        if card is not None:
            self.ensureWidgetVisible(card)
            card.new_button.click()
        elif isinstance(measure, int):
            known = self.office.followup.get(measure)
            if known.draft.goal is None:
                self.hang(known)
            else:
                self.measures.change(known)
        elif self.goal_cards:
            self.goal_cards[0].list.setFocus()
            self.ensureWidgetVisible(self.goal_cards[0])
        else:
            self.new_goal()


class Sides(QWidget):
    """Cards two by two; below each other where it is narrow."""

    def __init__(self, cards: list[Card], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = cards
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(fonts.px(12))
        self._across = 0
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= fonts.px(TWO) else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // across, at % across)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if across == 2 else 0)


def _current(goal: Goal, plan: Plan) -> bool:
    """In work, or closed while this plan ran."""
    return goal.state is GoalState.IN_PROGRESS or goal.since >= plan.started_on
