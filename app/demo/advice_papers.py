"""What those who ask for advice are given on paper: a budget, an overview, word of waiting, an end.

The letters with a vedtak and those to creditors stand with the work they belong to.
"""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from app.applications.model import Delay
from app.core.days import day_in_words
from app.core.ids import Ref
from app.core.working_days import adjust
from app.debt.budget.model import BudgetPaperDraft
from app.debt.closing.model import FarewellDraft
from app.debt.measures.overview.model import OverviewDraft
from app.debt.model import AdviceStage, DebtOutcome
from app.demo.advice import ENDED, WAITING, Advised, Asker
from app.demo.advice_work import cases_of
from app.demo.story import Steps, Story

TOLD = OverviewDraft(
    work="Har arbeidet som hjelpepleier. Får uføretrygd.",
    cause="Ble syk for tre år siden, og inntekten falt. Lånene er fra tiden i fullt arbeid.",
    attempt="Alle kreditorene har fått tilbud om en fast betaling. To av dem sa nei.",
    given_away="Ingenting er gitt bort eller solgt de siste årene.",
    sureties="Ingen andre svarer for gjelden.",
)
PAID = FarewellDraft(
    agreed="Du har betalt alle kravene i planen.\nHusleia går som fast trekk den 1. hver måned.",
    goes_on="Strømregningen kommer hver måned. Den er ikke med i det faste trekket.",
)
LATE = 20
"""Who asked before so many days ago and has no answer, is told how long it takes."""


def steps(story: Story, advised: Advised) -> Steps:
    """Each paper on the day it belongs to."""
    return [
        (16, partial(_overview, story, advised)),
        (13, partial(_budget, story, advised)),
        (9, partial(_waiting, story, advised)),
        *((ended(asker), partial(_farewell, story, advised, asker)) for asker in _written_to()),
    ]


def ended(asker: Asker) -> int:
    """How many days ago the work with one ended."""
    return asker.ago - asker.lasted


def _written_to() -> tuple[Asker, ...]:
    return tuple(each for each in ENDED if each.outcome is DebtOutcome.PLAN_COMPLETED)


def _overview(story: Story, advised: Advised) -> None:
    """It goes with the application that is sent the day after."""
    (case,) = cases_of(advised, AdviceStage.SETTLEMENT_APPLIED)
    story.office.namsfogd_overviews.make(case, TOLD)


def _budget(story: Story, advised: Advised) -> None:
    """Handed over in a meeting, with the day of the next."""
    budgets = story.office.debt_budgets
    case = cases_of(advised, AdviceStage.BUDGETING)[0]
    day = day_in_words(adjust(story.day(-8)))
    draft = BudgetPaperDraft(next_meeting=f"{day.capitalize()} kl. 10. Ta med brev du har fått.")
    story.office.budget_papers.issue(budgets.now(case), draft, "Budsjettet vi gikk gjennom")


def _waiting(story: Story, advised: Advised) -> None:
    """It has taken longer than it should, and the one who waits is told till when."""
    office = story.office
    (asker,) = (each for each in WAITING if each.answered is None and each.ago > LATE)
    case = advised.cases[asker]
    answer_by = adjust(story.now + timedelta(days=21))
    draft = replace(office.debt_replies.drafted(case), answer_by=answer_by, delay=Delay.QUEUE)
    office.debt_replies.issue(case, draft)
    story.post(Ref("debt_case", case))


def _farewell(story: Story, advised: Advised, asker: Asker) -> None:
    """All is paid, and the letter says so on the same day."""
    case = advised.cases[asker]
    story.office.closing_letters.issue(case, PAID)
    story.post(Ref("debt_case", case))
