"""«Oppfølging» on the household card: the target, who owns the case, and what comes next."""

from collections.abc import Callable

from app.core.ids import PersonId
from app.followup.levels.model import LevelOn
from app.followup.plans.model import Plan
from app.office import Office
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.chips import Chip, Level
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.target_picture import TargetPicture
from ui.kit.words import Label
from ui.labels import capital, day
from ui.level_words import level_words, spots

SIZE = 148


def level_chip(office: Office, person: PersonId) -> Chip | None:
    """«Nivå 3» with its shape; nothing before a level is set."""
    now = office.levels.of(person)
    return None if now is None else Level.of(now.level.value).chip


def followup_card(office: Office, person: PersonId, go: Callable[[], object]) -> Card:
    """How much help is agreed, whom to turn to, and the days ahead."""
    history = office.levels.history(person)
    words = "Åpne oppfølgingen" if history else "Begynn oppfølging"
    link = Button(words, go, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card("Oppfølging", icon=Icon.FOLLOWUP, link=link)
    if not history:
        none = "Ingen oppfølging er avtalt. Sett et nivå når dere er enige om hjelp."
        card.add(Label(none, Type.HELP, Token.TEXT2, wrap=True))
        return card
    plan = office.plans.of(person)
    card.add(TargetPicture(spots(history, plan, office.clock.today()), SIZE))
    card.add(Facts(_facts(office, person, history[-1], plan)))
    return card


def _facts(office: Office, person: PersonId, now: LevelOn, plan: Plan | None) -> list[Fact]:
    owner = office.owners.of(person)
    if owner is None:
        return [Fact("Eier saken", f"Ingen nå: {level_words(now.level)}")]
    unit = capital(office.owners.unit_of(owner).draft.name)
    facts = [
        Fact("Eier saken", unit),
        Fact("Koordinator", " · ".join(part for part in (owner.coordinator, owner.phone) if part)),
    ]
    if plan is not None and not plan.state.over:
        talk, look = plan.draft.next_talk_on, plan.draft.evaluation_on
        facts += [Fact("Neste samtale", day(talk))] if talk and talk >= office.clock.today() else []
        facts += [Fact("Evaluering", day(look))] if look else []
    missing = len(office.levels.unmet(person))
    if missing:
        facts.append(Fact("Nivået krever mer", f"{missing} mangler"))
    return facts
