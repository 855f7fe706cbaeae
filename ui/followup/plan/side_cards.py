"""What stands beside the goals: contact, warning, next step, days."""

from collections.abc import Callable
from datetime import date

from app.followup.plans.model import Plan, PlanContent
from ui.followup.plan.plan_dialogs import Side
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day, near_day, until
from ui.level_words import numbered

Edit = Callable[[Side], object]


def side_cards(plan: Plan, content: PlanContent, today: date, edit: Edit) -> list[Card]:
    """Four cards, each edited in one dialog."""
    return [
        _contact(content, edit),
        _days(plan, today, edit),
        _warning(plan, edit),
        _next_step(plan, content, edit),
    ]


def _card(title: str, icon: Icon, side: Side, edit: Edit, facts: list[Fact], none: str) -> Card:
    link = Button("Endre …", lambda: edit(side), kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    link.setAccessibleName(f"Endre: {title}")
    card = Card(title, icon=icon, link=link)
    if any(fact.value for fact in facts):
        card.add(Facts(facts))
    else:
        card.add(Label(none, Type.HELP, Token.TEXT2, wrap=True))
    card.body.addStretch(1)
    return card


def _contact(content: PlanContent, edit: Edit) -> Card:
    draft = content.draft
    facts = [
        Fact("Min kontakt", _pair(draft.contact_name, draft.contact_phone)),
        Fact("Reserve", _pair(draft.backup_name, draft.backup_phone)),
    ]
    none = "Ingen er valgt. Planen skal ha én person å ringe tidlig, og en reserve."
    return _card("Min kontakt", Icon.CALL, Side.CONTACT, edit, facts, none)


def _days(plan: Plan, today: date, edit: Edit) -> Card:
    draft = plan.draft
    talk = ""
    if draft.next_talk_on is not None:
        hour = f" kl. {draft.next_talk_time}" if draft.next_talk_time else ""
        talk = f"{near_day(draft.next_talk_on, today)}{hour}"
        talk = ", ".join(part for part in (talk, draft.next_talk_where) if part)
    evaluated = ""
    if draft.evaluation_on is not None:
        evaluated = f"{day(draft.evaluation_on)}, {until(today, draft.evaluation_on)}"
    facts = [Fact("Neste samtale", talk), Fact("Planen evalueres", evaluated)]
    none = "Avtal neste samtale, og når dere ser på planen igjen."
    return _card("Neste samtale og evaluering", Icon.CALENDAR, Side.DAYS, edit, facts, none)


def _warning(plan: Plan, edit: Edit) -> Card:
    draft = plan.draft
    facts = [
        Fact("Tegn", draft.warning_signs),
        Fact("Da kan disse snakke sammen", draft.warning_people),
        Fact("Det første vi gjør", draft.warning_first),
    ]
    none = "Ingen avtale om tidlig beskjed. Spør hva som er tegn på at noe går galt, og hvem som"
    return _card(
        "Hvis det begynner å gå galt", Icon.BELL, Side.WARNING, edit, facts,
        f"{none} kan ringe hvem da.",
    )  # fmt: skip


def _next_step(plan: Plan, content: PlanContent, edit: Edit) -> Card:
    draft = plan.draft
    now = "" if content.level is None else numbered(content.level)
    aim = "" if draft.target_level is None else numbered(draft.target_level)
    facts = [
        Fact("Neste bolig", _by(draft.next_step, draft.next_step_on)),
        Fact("Nivå nå", now),
        Fact("Målet for hjelpen", _by(aim, draft.target_on)),
    ]
    none = "Ikke bestemt. Skriv hvor personen vil bo etter dette, og når."
    return _card("Neste steg på boligmarkedet", Icon.HOME, Side.NEXT_STEP, edit, facts, none)


def _by(words: str, due: date | None) -> str:
    return f"{words}, innen {day(due)}" if words and due else words


def _pair(name: str, phone: str) -> str:
    return ", ".join(part for part in (name, phone) if part)
