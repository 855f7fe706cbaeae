"""How a level and its owner are said on the screen."""

from collections.abc import Sequence
from datetime import date

from app.followup.levels.model import DemandCode, HelpLevel, LevelOn
from app.followup.plans.model import Plan
from ui.kit.target import Spot, SpotKind
from ui.labels import day, word

# What the level means, in a line; what the words of the level leave open (SD-01)
MEANINGS = {
    HelpLevel.MANAGES_ALONE: "Innerst i blinken. Oppfølgingen er avsluttet.",
    HelpLevel.ADVICE: "Enkle, forebyggende tiltak i egen enhet.",
    HelpLevel.SUPPORT: "Enkle tiltak fra én eller flere enheter. Kartlegging og målplan.",
    HelpLevel.SUPPORT_AND_SERVICES: "Vedtak, kartlegging og plan. Målet er å klare seg selv.",
    HelpLevel.LASTING_SERVICES: "Vedtak, kartlegging og plan. Målet er et verdig liv.",
}
# Ready reasons, so that a level is set without writing; another may be written over it (P9)
REASONS = {
    HelpLevel.MANAGES_ALONE: "Klarer seg uten oppfølging nå.",
    HelpLevel.ADVICE: "Råd og veiledning er nok nå.",
    HelpLevel.SUPPORT: "Avtalt oppfølging i boligen.",
    HelpLevel.SUPPORT_AND_SERVICES: "Avtalt oppfølging og tjenester.",
    HelpLevel.LASTING_SERVICES: "Har behov for tjenester over lang tid.",
}
MENDING = {
    DemandCode.OWNER: "Sett hvem som eier saken",
    DemandCode.ASSESSMENT: "Til kartleggingen",
    DemandCode.MALPLAN: "Til planen",
    DemandCode.PLAN: "Til planen",
    DemandCode.VEDTAK: "Til tiltakene",
}


def level_words(level: HelpLevel) -> str:
    """«Nivå 3 – oppfølging og tjenester»."""
    return f"Nivå\u00a0{numbered(level)}"


def numbered(level: int) -> str:
    """«3 – oppfølging og tjenester», where «nivå» stands before it already."""
    return f"{level} – {word(HelpLevel(level))}"


def spots(history: Sequence[LevelOn], plan: Plan | None, today: date) -> tuple[Spot, ...]:
    """Where the person was before, is now, and aims at, as the target shows it."""
    if not history:
        return ()
    *before, now = history
    found = []
    if before:
        last = before[-1]
        month = f"fra {day(last.since)} til {day(now.since)}"
        found.append(Spot(last.level, SpotKind.EARLIER, f"{level_words(last.level)}, {month}"))
    found.append(Spot(now.level, SpotKind.NOW, f"{level_words(now.level)}, fra {day(now.since)}"))
    goal = plan.draft.target_level if plan is not None else None
    if plan is not None and goal is not None and not plan.state.over:
        by = f", innen {day(plan.draft.target_on)}" if plan.draft.target_on else ""
        found.append(Spot(goal, SpotKind.GOAL, f"{level_words(HelpLevel(goal))}{by}"))
    return tuple(found)
