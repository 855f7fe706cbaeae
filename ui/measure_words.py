"""How a measure is told on the household card and in the plan: state, who, what came of it."""

from datetime import date

from app.followup.model import Measure, MeasureDraft, MeasureState
from app.leases.conditions.model import Outcome
from app.office import Office
from ui.kit.chips import Chip, ChipKind
from ui.labels import day, title_word, word

CHIPS = {
    MeasureState.PLANNED: ChipKind.NOT_STARTED,
    MeasureState.ORDERED: ChipKind.WAITING,
    MeasureState.CONFIRMED: ChipKind.INFO,
    MeasureState.TURNED_DOWN: ChipKind.SOON,
    MeasureState.IN_PROGRESS: ChipKind.INFO,
    MeasureState.ON_HOLD: ChipKind.WAITING,
    MeasureState.DONE: ChipKind.OK,
    MeasureState.NOT_DONE: ChipKind.NO,
}
TOLD = {
    MeasureState.PLANNED: "measure.planned_again",
    MeasureState.ORDERED: "measure.ordered",
    MeasureState.CONFIRMED: "measure.confirmed",
    MeasureState.TURNED_DOWN: "measure.turned_down",
    MeasureState.IN_PROGRESS: "measure.begun",
    MeasureState.ON_HOLD: "measure.put_on_hold",
    MeasureState.DONE: "measure.done",
    MeasureState.NOT_DONE: "measure.not_done",
}
_SHORT = {
    MeasureState.CONFIRMED: "Bekreftet",
    MeasureState.TURNED_DOWN: "Kan ikke",
    MeasureState.NOT_DONE: "Gjøres ikke",
}
"""Where the whole word has no room in a chip; the row tells the rest."""


def state_chip(measure: Measure, today: date) -> Chip:
    """Where it stands; that it is late goes before."""
    if measure.late(today):
        return Chip(ChipKind.SOON, "Over tiden")
    return Chip(CHIPS[measure.state], _SHORT.get(measure.state) or title_word(measure.state))


def who_words(office: Office, draft: MeasureDraft, given_name: str = "") -> str:
    """«Mona Lie, Nav», «Kari selv», or «Kari selv, med Ola Vik»."""
    others = office.followup.who(draft)
    if not draft.own_task:
        return others or "ingen er ansvarlig"
    alone = self_words(given_name)
    return f"{alone}, med {others}" if others else alone


def self_words(given_name: str) -> str:
    """That the person does it alone; one without a name is «personen»."""
    return f"{given_name or 'personen'} selv"


def vedtak_words(draft: MeasureDraft) -> str:
    """«vedtak 2026/1033», or that it goes without (D6)."""
    return f"vedtak {draft.vedtak}" if draft.vedtak else "uten vedtak"


def found_words(measure: Measure, today: date) -> str:
    """What it was found to do, or that it is time to look."""
    if measure.to_evaluate(today):
        return f"evalueres nå, skulle vært sett på {day(measure.draft.evaluate_on)}"
    found = measure.evaluation
    if found is not None:
        return f"{word(found.result)} (evaluert {day(found.evaluated_on)})"
    due = measure.draft.evaluate_on
    return f"evalueres {day(due)}" if due and measure.state is not MeasureState.NOT_DONE else ""


def condition_words(office: Office, measure: Measure) -> str:
    """That a condition asks for it, and how it last went with that."""
    if measure.condition is None:
        return ""
    told = office.conditions.told_of(measure.condition, measure.person)
    if not told:
        return "vilkår i vedtaket"
    outcome = "brutt" if told[-1].outcome is Outcome.BROKEN else "holdt"
    return f"vilkår i vedtaket, {outcome} {day(told[-1].happened_on)}"
