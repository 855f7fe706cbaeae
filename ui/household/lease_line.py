"""The ladder of a lease on the card: short names of its steps, the days, and where one is now."""

from datetime import date, timedelta

from app.core.text import MINUS
from app.leases.expiry.model import Ladder, Step, StepKind
from ui.kit.step_line import LineStep, Mark, StepLine
from ui.labels import day, until

_NAMES = {
    StepKind.BEGINS: "Start",
    StepKind.HALF_WAY: "Halvveis",
    StepKind.EXIT_PLAN: "Neste bolig",
    StepKind.LAST_DAY: "Utløp",
    StepKind.ASK_TO_MOVE: "Be om flytting",
    StepKind.LAST_SAFE_DAY: "Trygg dag",
    StepKind.OPEN_ENDED: "Tidsubestemt",
}
_SAID = {
    StepKind.DECIDE: "Ta stilling til om leietakeren får bli",
    StepKind.TELL: "Skriv til leietakeren",
    StepKind.LAST_SAFE_DAY: "Siste trygge dag for å be om flytting",
}
NEAR = timedelta(days=31)
"""So long before its day a step is what one stands at."""
_LAW = frozenset({StepKind.LAST_DAY, StepKind.ASK_TO_MOVE, StepKind.LAST_SAFE_DAY})


def lease_line(ladder: Ladder, end: date, today: date) -> StepLine:
    """From the first day to the last safe one (AL-03, AL-04, SD-04)."""
    steps = ladder.steps
    following = next((each for each in steps if each.on >= today), None)
    return StepLine("Leietiden", [_step(each, following, end, today) for each in steps])


def _step(step: Step, following: Step | None, end: date, today: date) -> LineStep:
    name = _NAMES.get(step.kind) or _months(step.on, end)
    said = _SAID.get(step.kind, name)
    state = "gjort" if step.done and step.on <= today else ""
    when = ", ".join(each for each in (until(today, step.on), state) if each)
    whole = f"{said} {day(step.on)}, {when}"
    kept = step.kind in {StepKind.LAST_DAY, StepKind.LAST_SAFE_DAY}
    return LineStep(name, day(step.on), _mark(step, following, today), whole, kept)


def _mark(step: Step, following: Step | None, today: date) -> Mark:
    """Red only where the law counts, and only when its time has come."""
    if step is following:
        begun = step.kind in _LAW and step.kind is not StepKind.LAST_DAY
        if begun and not step.done:
            return Mark.URGENT
        return Mark.CURRENT if step.on - today <= NEAR else Mark.NEXT
    if step.on >= today:
        return Mark.COMING
    return Mark.DONE if step.done else Mark.PASSED


def _months(on: date, end: date) -> str:
    """«−6 md.» before the last day."""
    months = (end.year - on.year) * 12 + end.month - on.month
    return f"{MINUS}{months} md."
