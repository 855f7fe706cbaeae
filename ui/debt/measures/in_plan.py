"""The measures of the person's plan that the case is a step of, and the way to the plan."""

from functools import partial

from app.core.ids import Ref
from app.debt.model import DebtCase
from app.office import Office
from ui.advice_words import plan_measures
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.labels import day, title_word
from ui.measure_words import state_chip, who_words
from ui.navigation import Navigator, PageId


def plan_card(office: Office, navigator: Navigator, case: DebtCase) -> Card | None:
    """«I planen»; None where the plan has none of them."""
    found = plan_measures(office, case)
    if not found:
        return None
    person, today = Ref("person", case.person), office.clock.today()
    go = partial(navigator.open, PageId.PERSON_FOLLOWUP, person, "plan")
    link = Button("Åpne planen", go, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card("I planen", icon=Icon.FOLLOWUP, link=link, flush=True)
    name = office.people.get(case.person).given_name
    rows = RowList("I planen", Shape.TODAY, whole=True)
    rows.set_rows(
        [
            Row(
                each.id,
                each.draft.words or title_word(each.draft.kind),
                f"{title_word(each.draft.kind)} · {who_words(office, each.draft, name)}",
                state_chip(each, today),
                when=f"innen {day(each.draft.due_on)}" if each.draft.due_on else "",
                paragraph="" if each.draft.goal else "uten mål",
                action="Til planen",
            )
            for each in found
        ]
    )
    rows.activated_key.connect(lambda _key: go())
    card.add(rows)
    return card
