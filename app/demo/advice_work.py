"""The work of economic advice: the economy of a household, its claims, and how far it has come."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from app.applications.intake.model import AssetKind, IncomeKind
from app.core.ids import CreditorId, DebtCaseId, Ref
from app.core.money import kroner
from app.core.records import dataclass
from app.debt.budget.bostotte.model import BostotteFacts
from app.debt.claims.model import (
    ClaimSums,
    CreditorDraft,
    DebtClaimDraft,
    DebtClaimKind,
    DebtClaimStage,
)
from app.debt.closing.model import EndDraft, HomeResult
from app.debt.economy.model import (
    LIVES,
    ChildDraft,
    CostDraft,
    CostKind,
    DebtorStatus,
    HouseholdDraft,
    IncomeDraft,
    Interval,
    OwnedDraft,
)
from app.debt.measures.model import (
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
)
from app.debt.model import AdviceStage, DebtOutcome
from app.debt.queue.capacity.model import (
    AbsenceDraft,
    CapacityDraft,
    DebtAbsenceKind,
)
from app.demo.advice import ENDED, TAKEN_OVER, WORKING, Advised, Asker
from app.demo.story import Steps, Story

K, C, N, S = DebtClaimKind, CostKind, IncomeKind, AdviceStage
HALF_POSITION = CapacityDraft(
    share_percent=50,
    least_hours=8,
    usual_hours=14,
    most_hours=25,
    reason="Halv stilling til økonomisk rådgivning",
)
CREDITORS = (
    CreditorDraft("Fjordprøve Bank AS", "", "Postboks 10", "0001", "Prøvestad"),
    CreditorDraft("Kortdemo Finans AS", "", "Postboks 20", "0001", "Prøvestad"),
    CreditorDraft("Prøvekraft AS", "", "Kraftvegen 1", "0001", "Prøvestad"),
    CreditorDraft("Demotele AS", "", "Postboks 30", "0001", "Prøvestad"),
    CreditorDraft("Innkreving demo", "", "Postboks 40", "0001", "Prøvestad"),
    CreditorDraft("Modell Inkasso AS", "", "Postboks 50", "0001", "Prøvestad", collector=True),
    CreditorDraft("Eksempel Bilfinans AS", "", "Postboks 60", "0001", "Prøvestad"),
)
BANK, CARD, POWER, PHONE, STATE, COLLECTOR, CAR = range(7)


@dataclass(frozen=True, slots=True)
class Owes:
    """One claim: to whom, what, whole kroner, how far it has come, per cent a year."""

    to: int
    kind: DebtClaimKind
    principal: int
    interest: int = 0
    costs: int = 0
    stage: DebtClaimStage = DebtClaimStage.CURRENT
    rate: str = ""
    collector: bool = False


@dataclass(frozen=True, slots=True)
class Lives:
    """How a household lives: net income and costs in whole kroner a month, ages of children."""

    net: tuple[tuple[IncomeKind, int], ...]
    costs: tuple[tuple[CostKind, int], ...]
    claims: tuple[Owes, ...]
    children: tuple[int, ...] = ()


LOAN = Owes(BANK, K.CONSUMER_LOAN, 82_400, 6_150, rate="18.9")
CREDIT = Owes(
    CARD, K.CREDIT_CARD, 31_900, 2_480, 1_200, DebtClaimStage.COLLECTION, "23.9", collector=True
)
LIGHT = Owes(POWER, K.POWER, 6_200, 140, stage=DebtClaimStage.REMINDED)
CALLS = Owes(PHONE, K.PHONE, 3_870, 210, 600, DebtClaimStage.COLLECTION, collector=True)
FINE = Owes(STATE, K.FINE, 9_800, stage=DebtClaimStage.ATTACHED)
TAX = Owes(STATE, K.TAX, 27_300, 1_100)
CARLOAN = Owes(CAR, K.CAR_LOAN, 96_000, 2_700, stage=DebtClaimStage.JUDGMENT, rate="9.9")
ALONE = Lives(
    ((N.WORK_ASSESSMENT_ALLOWANCE, 21_440),),
    ((C.RENT, 8_900), (C.POWER, 900), (C.PHONE, 449)),
    (LOAN, CREDIT, CALLS),
)
FAMILY = Lives(
    ((N.WORK, 27_650), (N.CHILD_BENEFIT, 4_024), (N.CHILD_SUPPORT, 3_200)),
    ((C.RENT, 9_600), (C.KINDERGARTEN, 1_200), (C.AFTER_SCHOOL, 1_450)),
    (LOAN, CREDIT, LIGHT),
    (5, 8),
)
MODEST = Lives(
    ((N.WORK_ASSESSMENT_ALLOWANCE, 22_890),),
    ((C.RENT, 8_900), (C.POWER, 900), (C.PHONE, 449)),
    (CREDIT, LIGHT, CALLS),
)
LARGE = Lives(
    ((N.DISABILITY_BENEFIT, 25_300),),
    ((C.RENT, 8_200), (C.CAR, 1_900)),
    (LOAN, CREDIT, CALLS, TAX, FINE, CARLOAN),
)
OF_STAGE = {
    S.BUDGETING: (FAMILY, ALONE),
    S.CONTACTING: (ALONE, LARGE),
    S.PROPOSED: (MODEST,),
    S.RUNNING: (FAMILY, MODEST),
    S.SETTLEMENT_APPLIED: (LARGE,),
    S.SETTLEMENT_RUNNING: (LARGE,),
    S.FOLLOWED: (MODEST,),
}
PATHS = {
    S.BUDGETING: (S.BUDGETING,),
    S.CONTACTING: (S.BUDGETING, S.CONTACTING),
    S.PROPOSED: (S.BUDGETING, S.CONTACTING, S.PROPOSED),
    S.RUNNING: (S.BUDGETING, S.CONTACTING, S.PROPOSED, S.RUNNING),
    S.SETTLEMENT_APPLIED: (S.BUDGETING, S.CONTACTING, S.SETTLEMENT_APPLIED),
    S.SETTLEMENT_RUNNING: (
        S.BUDGETING,
        S.CONTACTING,
        S.SETTLEMENT_APPLIED,
        S.SETTLEMENT_RUNNING,
    ),
    S.FOLLOWED: (S.BUDGETING, S.CONTACTING, S.PROPOSED, S.RUNNING),
}
"""The stages on the way to where each stands."""


def steps(story: Story, advised: Advised) -> Steps:
    """What the office can give, the creditors, then the work case by case."""
    mapped = [asker for asker in WORKING if asker.stage is not S.OVERVIEW]
    return [
        (TAKEN_OVER, partial(_capacity, story)),
        (TAKEN_OVER, partial(_creditors, story)),
        *((_when(asker), partial(_map, story, advised, asker)) for asker in mapped),
        *((_when(asker) - 1, partial(_move, story, advised, asker)) for asker in mapped),
        (20, partial(_ask_for_papers, story, advised)),
        (19, partial(_papers_sent, story, advised)),
        (15, partial(_apply, story, advised)),
        *_creditors_asked(story, advised),
        *((_ended(asker), partial(_end, story, advised, asker)) for asker in ENDED),
    ]


def _when(asker: Asker) -> int:
    """The day the work on one was written down: soon after it began."""
    return min(TAKEN_OVER - 2, asker.ago - (asker.starts or 0) - 3)


def _ended(asker: Asker) -> int:
    """The day the end of the work was written down."""
    return min(TAKEN_OVER - 1, asker.ago - asker.lasted)


def _capacity(story: Story) -> None:
    """Half a position, and nobody there at Christmas."""
    office, year = story.office, story.now.year
    since = story.now - timedelta(days=400)
    office.debt_capacity.change(replace(HALF_POSITION, since=since))
    office.debt_capacity.add_absence(
        AbsenceDraft(DebtAbsenceKind.HOLIDAY, date(year, 12, 21), date(year + 1, 1, 3))
    )


def _creditors(story: Story) -> None:
    for draft in CREDITORS:
        story.office.creditors.register(draft)


def _creditor(story: Story, which: int) -> CreditorId:
    (found,) = story.office.creditors.find(CREDITORS[which].name)
    return found.id


def _lives(asker: Asker) -> Lives:
    """Those at one stage in turn."""
    same = [each for each in WORKING if each.stage is asker.stage]
    ways = OF_STAGE[asker.stage or S.BUDGETING]
    return ways[same.index(asker) % len(ways)]


def _map(story: Story, advised: Advised, asker: Asker) -> None:
    """Household, what comes in and goes out, what is owned, and who claims what."""
    office, case, lives = story.office, advised.cases[asker], _lives(asker)
    economy, since = office.debt_economy, story.now
    economy.set_household(case, _household(story, lives, since))
    for kind, amount in lives.net:
        economy.add(case, IncomeDraft(kind, kroner(amount), Interval.MONTH, since, seen=True))
    rent = economy.suggested_rent(case)
    if rent is not None:  # one of our own tenants
        economy.add(case, replace(rent, since=since))
    known = {each.kind for each in economy.of(case).costs}
    for cost, amount in lives.costs:
        if cost not in known:
            economy.add(case, CostDraft(cost, kroner(amount), Interval.MONTH, since, seen=True))
    economy.add(case, OwnedDraft(AssetKind.BANK, kroner(1_850), since))
    for owes in lives.claims:
        office.debt_claims.add(case, _claim(story, owes, since))


def _household(story: Story, lives: Lives, since: date) -> HouseholdDraft:
    born = [story.today - timedelta(days=365 * age + 150) for age in lives.children]
    names = ("Ea", "Odin", "Live")
    children = (ChildDraft(day, names[at], LIVES) for at, day in enumerate(born))
    return HouseholdDraft(DebtorStatus.SINGLE, 1, tuple(children), since)


def _claim(story: Story, owes: Owes, since: date) -> DebtClaimDraft:
    return DebtClaimDraft(
        creditor=_creditor(story, owes.to),
        kind=owes.kind,
        sums=ClaimSums(kroner(owes.principal), kroner(owes.interest), kroner(owes.costs)),
        as_of=since,
        collector=_creditor(story, COLLECTOR) if owes.collector else None,
        rate=Decimal(owes.rate) if owes.rate else None,
        stage=owes.stage,
        again=owes is FINE,
        attached=kroner(850) if owes.stage is DebtClaimStage.ATTACHED else kroner(0),
    )


def _move(story: Story, advised: Advised, asker: Asker) -> None:
    """On to where it stands, each stage on its own day since the work began."""
    office, case = story.office, advised.cases[asker]
    begun = office.debt_cases.get(case).started_on or story.now
    path = PATHS[asker.stage or S.BUDGETING]
    apart = (story.now - begun) / (len(path) + 1)
    for at, stage in enumerate(path, start=1):
        office.debt_cases.reach(case, stage, begun + apart * at)


def _creditors_asked(story: Story, advised: Advised) -> Steps:
    """First letters and an offer in the post, and plans that are kept but for one."""
    found: Steps = []
    for stage in (S.CONTACTING, S.PROPOSED):
        found.append((36, partial(_open, story, advised, stage)))
    found.append((12, partial(_offer, story, advised)))
    for stage in (S.RUNNING, S.FOLLOWED):
        found.append((35, partial(_plan, story, advised, stage)))
    found.append((4, partial(_pay, story, advised)))
    found.append((3, partial(_follow, story, advised)))
    return found


def _open(story: Story, advised: Advised, stage: AdviceStage) -> None:
    """Everyone who claims something is asked for a pause and an itemised claim (GJ-06)."""
    letters = story.office.creditor_letters
    for case in cases_of(advised, stage):
        letters.write(case, letters.drafted(case))
        story.post(Ref("debt_case", case))


def _offer(story: Story, advised: Advised) -> None:
    proposals = story.office.payment_proposals
    (case,) = cases_of(advised, S.PROPOSED)
    proposals.write(proposals.make(case, proposals.drafted(case)))
    story.post(Ref("debt_case", case))


def _plan(story: Story, advised: Advised, stage: AdviceStage) -> None:
    """Agreed on five weeks ago, with the first part a few days later."""
    plans = story.office.payment_plans
    for case in cases_of(advised, stage):
        draft = plans.drafted(case)
        terms = replace(draft.terms, first_on=story.day(28))
        plans.make_and_issue(case, replace(draft, terms=terms, agreed_on=story.now))
        story.post(Ref("debt_case", case))


def _pay(story: Story, advised: Advised) -> None:
    """All but the last have paid what came due."""
    plans = story.office.payment_plans
    paying = (*cases_of(advised, S.RUNNING), *cases_of(advised, S.FOLLOWED))
    for case in paying[:-2]:
        current = plans.current(case)
        if current is not None:
            plans.paid_part(current.id, story.day(27))


def _follow(story: Story, advised: Advised) -> None:
    """It goes by itself: a talk now and then is enough."""
    for case in cases_of(advised, S.FOLLOWED):
        story.office.debt_cases.reach(case, S.FOLLOWED)


def _ask_for_papers(story: Story, advised: Advised) -> None:
    """The first who was begun brings what was asked for late."""
    case, letters = cases_of(advised, S.OVERVIEW)[0], story.office.debt_paper_letters
    letters.issue(case, letters.drafted(case))


def _papers_sent(story: Story, advised: Advised) -> None:
    story.post(Ref("debt_case", cases_of(advised, S.OVERVIEW)[0]))


def _apply(story: Story, advised: Advised) -> None:
    """Bostøtte is asked for with one; an application lies with the namsfogd, another is opened."""
    measures = story.office.debt_measures
    (applied,), (running,) = (
        cases_of(advised, stage) for stage in (S.SETTLEMENT_APPLIED, S.SETTLEMENT_RUNNING)
    )
    asked, opened = DebtMeasureState.ASKED, DebtMeasureState.OPENED
    answer_by = story.day(-6)
    applying = DebtMeasureDraft(DebtMeasureKind.SETTLEMENT)
    measures.begin(applied, applying, DebtMeasureRow(story.now, asked, answer_by))
    begun = measures.begin(running, applying, DebtMeasureRow(story.day(60), asked))
    measures.stands(begun, DebtMeasureRow(story.day(39), opened))
    measures.stands(begun, DebtMeasureRow(story.day(18), DebtMeasureState.AGREED))
    bostotte = DebtMeasureDraft(DebtMeasureKind.BOSTOTTE, "Husbanken")
    case = cases_of(advised, S.BUDGETING)[0]
    measures.begin(case, bostotte, DebtMeasureRow(story.now, asked, story.day(4)))
    told = BostotteFacts(children=2, rent=kroner(10_100), income=kroner(398_000))
    story.office.debt_budgets.keep_bostotte(case, told)


def _end(story: Story, advised: Advised, asker: Asker) -> None:
    """How it ended, on its own day."""
    since = max(
        story.day(asker.ago - asker.lasted),
        story.office.debt_cases.get(advised.cases[asker]).stage_since or story.now,
    )
    home = (
        HomeResult.KEPT if asker.outcome is DebtOutcome.HOME_SAVED else HomeResult.NEVER_THREATENED
    )
    story.office.debt_closings.close(advised.cases[asker], EndDraft(asker.outcome, since, home))


def cases_of(advised: Advised, stage: AdviceStage) -> tuple[DebtCaseId, ...]:
    """The cases that stand at a stage."""
    return tuple(case for asker, case in advised.working() if asker.stage is stage)
