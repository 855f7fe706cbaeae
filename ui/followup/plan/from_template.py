"""What a plan begins with, or takes more from: one of the municipality's templates."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.core.text import plural
from app.followup.plans.model import Plan
from app.followup.templates.model import PlanTemplate
from app.office import Office
from ui.followup.plan.ask import PlanDialog, Values
from ui.kit.choice_fields import ChoiceField
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.labels import done
from ui.navigation import Navigator


def template_rows(office: Office, choose: Callable[[int], object]) -> RowList:
    """Those that are offered; Enter chooses one."""
    rows = RowList("Maler", Shape.TIMELINE, whole=True)
    rows.set_rows([_row(each) for each in office.plan_templates.offered()])
    rows.activated_key.connect(lambda key: choose(int(str(key))))
    return rows


def _row(template: PlanTemplate) -> Row:
    return Row(template.id, template.name, _holds(template), icon=Icon.LIST, action="Begynn")


def _holds(template: PlanTemplate) -> str:
    goals = " ".join(f"«{each.draft.words}»" for each in template.goals)
    measures = plural(sum(len(each.measures) for each in template.goals), "tiltak", "tiltak")
    return f"{measures} · {goals}" if goals else "Tom mal"


def ask_for_template(
    office: Office, navigator: Navigator, plan: Plan, window: QWidget
) -> PlanDialog:
    """More goals in a plan that runs; those that are there are not taken twice."""

    def act(values: Values) -> None:
        added = office.template_use.add(plan.person, int(str(values["template"])))
        if added:
            navigator.tell(done("goal.added"))
        else:
            navigator.tell("Alle målene i malen står i planen fra før", undo=False)

    dialog = PlanDialog(
        "Hent mål fra en mal",
        "Mål, behov og tiltak kopieres inn. Ordene kan endres etterpå.",
        act,
        verb="Hent",
        parent=window,
    )
    offered = [(str(each.id), each.name) for each in office.plan_templates.offered()]
    dialog.form.line(ChoiceField("template", "Mal", offered))
    dialog.form.set_values({"template": offered[0][0] if offered else None})
    dialog.open()
    return dialog
