"""Economic advice: who asked over two years, how urgent it is, and who has got an answer."""

from dataclasses import field, replace
from datetime import date, timedelta
from functools import partial

from app.applications.model import Channel, ReferredBy
from app.core.ids import DebtCaseId, PersonId, Ref
from app.core.records import dataclass
from app.core.text import Language
from app.core.working_days import last_safe_day
from app.debt.decisions.model import DebtRefusal, DebtVedtakDraft
from app.debt.decisions.noted.model import NotedDraft
from app.debt.model import (
    AcuteScreen,
    AdviceStage,
    DebtOutcome,
    DebtTopic,
    RequestDraft,
    Screened,
)
from app.decisions.appeals.model import AppealDraft
from app.demo.stock import PLACE, POSTAL_CODE, START
from app.demo.story import Steps, Story
from app.demo.unpaid import Owing
from app.followup.model import MeasureKind
from app.people.consents.model import Consent, ConsentScope
from app.people.model import Address, AddressProtection, PersonDraft

QUEUE = 25
"""As many as wait while half a position helps them (SD-08)."""
TAKEN_OVER = START - 5
"""How many days ago the binder with older requests was entered."""
ADVICE, OPEN = MeasureKind.DEBT_ADVICE, AddressProtection.NONE
UNSENT = 2
"""A letter so many days old is sent; those of the last days wait."""
_WHEN = (
    "Vi har en halv stilling til økonomisk rådgivning, og flere som ba om hjelp før deg. Sakene der"
    " noen kan miste boligen eller strømmen, går foran."
)
_FIRM_FACTS = "Du har bedt om hjelp med gjelden i firmaet ditt. Firmaet er fortsatt i drift."
_FIRM_WEIGHED = "Gjelden hører til firmaet. Du har fortalt at din egen økonomi går rundt."
_GUIDANCE = "Regnskapsføreren eller Brønnøysundregistrene kan hjelpe med gjelden i firmaet."
T, S, O = DebtTopic, AdviceStage, DebtOutcome  # noqa: E741  beside T and S it is plain
HOME, POWER, FOOD, CHILDREN = "home", "power", "food", "children"


@dataclass(frozen=True, slots=True)
class Asker:
    """One who asks: how many days ago, about what, what the acute screen showed.

    `answered` is how many days after the request the vedtak came, `starts` how many days after
    the request the help is to begin. `tenant` is a kind of those who owe rent here, and which.
    """

    ago: int
    topics: tuple[DebtTopic, ...]
    risks: tuple[str, ...] | None = ()
    answered: int | None = None
    starts: int | None = None
    tenant: tuple[str, int] | None = None
    stage: AdviceStage | None = None
    outcome: DebtOutcome | None = None
    lasted: int = 0
    words: str = ""
    channel: Channel = Channel.PHONE
    by: ReferredBy = ReferredBy.SELF


LOANS = (T.CONSUMER_DEBT, T.COLLECTION)
CARDS = (T.CONSUMER_DEBT, T.BUDGETING)
TAX = (T.PUBLIC_CLAIMS, T.ATTACHMENT)
SETTLE = (T.SETTLEMENT, T.CONSUMER_DEBT)
ARREARS = (T.RENT, T.CONSUMER_DEBT)

WAITING = (
    Asker(204, LOANS, (), 19, 279, words="Ni krav hos fire inkassoselskaper."),
    Asker(188, SETTLE, (), 16, 248),
    Asker(171, TAX, (), 20, 259, channel=Channel.LETTER),
    Asker(160, CARDS, (), 14, 255),
    Asker(149, LOANS, (CHILDREN,), 12, 221, words="Alene med to barn etter et samlivsbrudd."),
    Asker(137, LOANS, (), 18, 237),
    Asker(126, (T.CONSUMER_DEBT,), (), 15, 232, by=ReferredBy.NAV),
    Asker(114, TAX, (), 17, 224),
    Asker(101, SETTLE, (), 13, 191, channel=Channel.EMAIL),
    Asker(93, ARREARS, (CHILDREN,), 9, 98, tenant=("long", 11)),
    Asker(84, LOANS, (), 15, 204),
    Asker(77, CARDS, (), 14, 203, channel=Channel.IN_PERSON),
    Asker(69, (T.POWER, T.CONSUMER_DEBT), (POWER,), 4, 67, words="Varsel om stenging av strøm."),
    Asker(61, LOANS, (), 16, 191),
    Asker(52, (T.CHILDREN, T.BUDGETING), (CHILDREN,), 13, 118),
    Asker(47, TAX, (), 14, 183),
    Asker(38, ARREARS, (), 12, 94, tenant=("long", 12)),
    Asker(33, LOANS, (), 15, 178),
    Asker(24, SETTLE, (), 12, 179, by=ReferredBy.GP),
    Asker(19, CARDS, (), 13, 179),
    Asker(27, LOANS, (), words="Ringte og spurte om hjelp til å få oversikt."),
    Asker(16, (T.OTHER,), None, channel=Channel.IN_PERSON, words="Kom innom, ville snakke senere."),
    Asker(6, (T.RENT,), (HOME, CHILDREN), tenant=("told", 1), words="Fikk brev fra namsfogden."),
    Asker(3, (T.CONSUMER_DEBT,), ()),
    Asker(1, (T.BUDGETING,), None, channel=Channel.IN_PERSON),
)
"""Those who stand in the queue, with two who have waited too long without a vedtak."""

WORKING = (
    Asker(31, (T.CONSUMER_DEBT, T.COLLECTION), (), 8, 12, stage=S.OVERVIEW),
    Asker(12, (T.POWER,), (POWER, FOOD), 3, 1, stage=S.OVERVIEW, words="Uten penger til mat."),
    Asker(70, ARREARS, (CHILDREN,), 12, 40, tenant=("long", 13), stage=S.BUDGETING),
    Asker(96, CARDS, (), 14, 66, stage=S.BUDGETING),
    Asker(150, LOANS, (), 15, 90, stage=S.CONTACTING),
    Asker(133, (T.PUBLIC_CLAIMS,), (), 13, 80, stage=S.CONTACTING, channel=Channel.LETTER),
    Asker(210, ARREARS, (), 12, 100, tenant=("long", 14), stage=S.PROPOSED),
    Asker(330, LOANS, (CHILDREN,), 18, 140, stage=S.RUNNING, words="To barn, deltidsjobb."),
    Asker(402, CARDS, (), 20, 170, stage=S.RUNNING),
    Asker(365, SETTLE, (), 18, 150, stage=S.SETTLEMENT_APPLIED),
    Asker(560, SETTLE, (), 21, 190, stage=S.SETTLEMENT_RUNNING),
    Asker(480, LOANS, (), 17, 160, stage=S.FOLLOWED),
)
"""Those who are helped now, from the first overview to the last follow-up."""

ENDED = (
    Asker(720, LOANS, (), 25, 120, outcome=O.OVERVIEW_ENOUGH, lasted=210),
    Asker(690, CARDS, (), 22, 130, outcome=O.PLAN_COMPLETED, lasted=660),
    Asker(655, ARREARS, (HOME, CHILDREN), 9, 10, outcome=O.HOME_SAVED, lasted=160),
    Asker(610, SETTLE, (), 24, 140, outcome=O.SETTLEMENT_COMPLETED, lasted=520),
    Asker(540, LOANS, (), 21, 150, outcome=O.STOPPED_CONTACT, lasted=220),
    Asker(430, TAX, (), 19, 120, outcome=O.MOVED, lasted=230),
    Asker(300, CARDS, (), 18, 90, outcome=O.DIED, lasted=170),
)
"""How the work ended for those who are helped no more; `lasted` counts from the request."""
REFUSED, WITHDRAWN = Asker(30, (T.OTHER,), (), 12), Asker(44, CARDS, ())


@dataclass(slots=True)
class Advised:
    """The cases, by who asked."""

    cases: dict[Asker, DebtCaseId] = field(default_factory=dict)

    def working(self) -> tuple[tuple[Asker, DebtCaseId], ...]:
        """Those who have asked by now and are helped, in the order above."""
        return tuple((each, self.cases[each]) for each in WORKING if each in self.cases)


def steps(story: Story, owing: Owing, advised: Advised) -> Steps:
    """The binder first, then each as they came; the work itself stands in `advice_work`."""
    found: Steps = []
    for asker in (*WAITING, *WORKING, *ENDED, REFUSED, WITHDRAWN):
        found += _of(story, owing, advised, asker)
    return found


def _of(story: Story, owing: Owing, advised: Advised, asker: Asker) -> Steps:
    """One who asks: the request, the vedtak, the start, how it ended; what is old in one go."""
    asked = min(asker.ago, TAKEN_OVER)
    found: Steps = [(asked, partial(_ask, story, owing, advised, asker))]
    if asker.answered is not None:
        answered = asker.ago - asker.answered
        if asker is REFUSED:
            found.append((answered, partial(_refuse, story, advised, asker)))
        elif answered > TAKEN_OVER:
            found.append((asked, partial(_note, story, advised, asker)))
        else:
            found.append((answered, partial(_grant, story, advised, asker)))
    if asker.starts is not None and asker in (*WORKING, *ENDED):
        begun = min(asker.ago - asker.starts, asked)
        found.append((begun, partial(_start, story, advised, asker)))
    if asker is REFUSED:
        found.append((6, partial(_complain, story, advised, asker)))
    if asker is WITHDRAWN:
        found.append((20, partial(_withdraw, story, advised, asker)))
    return found


def _day(story: Story, ago: int) -> date:
    return last_safe_day(story.today - timedelta(days=ago))


def _ask(story: Story, owing: Owing, advised: Advised, asker: Asker) -> None:
    """What was said, and the four questions where they were asked."""
    received = _day(story, asker.ago)
    advised.cases[asker] = story.office.debt_cases.register(
        RequestDraft(
            person=_who(story, owing, advised, asker),
            received_on=received,
            channel=asker.channel,
            referred_by=asker.by,
            topics=frozenset(asker.topics),
            words=asker.words,
            screen=None if asker.risks is None else _screen(received, asker.risks),
            consents=_agreed(received) if asker in WORKING else (),
        )
    )


def _who(story: Story, owing: Owing, advised: Advised, asker: Asker) -> PersonId:
    """A tenant who owes, one whose plan says to ask, or somebody new."""
    if asker.tenant is not None:
        kind, at = asker.tenant
        return story.office.arrears.tenancy(owing.of(kind)[at]).tenant
    planned = _planned(story) if asker in WAITING else None
    return planned or story.office.people.register(_new(story, len(advised.cases)))


def _planned(story: Story) -> PersonId | None:
    """The first whose plan has economic advice in it, and who has not asked."""
    office = story.office
    asked = {case.person for case in office.debt_cases.rows()}
    for row in office.plans.rows():
        measures = office.followup.measures(row.person)
        if row.person not in asked and any(each.draft.kind is ADVICE for each in measures):
            person = office.people.get(row.person)
            if person.protection is OPEN and person.language is Language.NB:
                return row.person
    return None


def _new(story: Story, before: int) -> PersonDraft:
    """One nobody here knew; the officer's words are bokmål, so the letters are too."""
    home = Address(f"Øvre Åsveg {2 * before + 1}", POSTAL_CODE, PLACE, since=date(2020, 1, 1))
    return replace(story.crowd.adult(23, 64, address=home), language=Language.NB)


def _agreed(since: date) -> tuple[Consent, ...]:
    """We may talk with those the money is owed to, for as long as a plan may last."""
    until = since + timedelta(days=3 * 365)
    return (Consent(PersonId(0), ConsentScope.SHARE_CREDITORS, since, until),)


def _screen(since: date, risks: tuple[str, ...]) -> AcuteScreen:
    def told(risk: str) -> Screened:
        return Screened.YES if risk in risks else Screened.NO

    return AcuteScreen(since, told(HOME), None, told(POWER), None, told(CHILDREN), told(FOOD))


def _note(story: Story, advised: Advised, asker: Asker) -> None:
    """The vedtak is on paper, from before the register."""
    issued = _day(story, asker.ago - (asker.answered or 0))
    starts = max(issued, _day(story, asker.ago - (asker.starts or 0)))
    story.office.noted_vedtak.note(advised.cases[asker], NotedDraft(issued, starts))


def _grant(story: Story, advised: Advised, asker: Asker) -> None:
    """Granted from a day, with the reason why then; the letter goes the same day."""
    starts = max(story.now, _day(story, asker.ago - (asker.starts or 0)))
    _decide(story, advised, asker, DebtVedtakDraft(starts_on=starts, start_text=_WHEN))


def _refuse(story: Story, advised: Advised, asker: Asker) -> None:
    """It was about the debt of a firm that is still in business."""
    refused = DebtVedtakDraft(granted=False, ground=DebtRefusal.FOR_A_BUSINESS)
    _decide(story, advised, asker, refused)


def _decide(story: Story, advised: Advised, asker: Asker, said: DebtVedtakDraft) -> None:
    decisions, case = story.office.debt_decisions, advised.cases[asker]
    vedtak = decisions.draft(case, granted=said.granted)
    known = decisions.get(vedtak).draft
    filled = replace(
        known,
        granted=said.granted,
        ground=said.ground,
        starts_on=said.starts_on,
        start_text=said.start_text,
        facts_text=known.facts_text if said.granted else _FIRM_FACTS,
        considerations_text=known.considerations_text if said.granted else _FIRM_WEIGHED,
        guidance_text="" if said.granted else _GUIDANCE,
    )
    decisions.save_draft(vedtak, filled)
    decisions.issue(vedtak)
    if asker.ago - (asker.answered or 0) > UNSENT:
        story.post(Ref("debt_case", case))


def _start(story: Story, advised: Advised, asker: Asker) -> None:
    since = _day(story, asker.ago - (asker.starts or 0))
    office, case = story.office, advised.cases[asker]
    office.debt_cases.start(case, max(since, office.debt_cases.get(case).state_since))


def _complain(story: Story, advised: Advised, asker: Asker) -> None:
    """The one who was refused says that the firm is closed."""
    office = story.office
    vedtak = office.debt_decisions.holding_now(advised.cases[asker])
    if vedtak is not None:
        complaint = AppealDraft(
            received_on=story.now,
            wanted="Vil ha hjelp likevel.",
            grounds="Firmaet er lagt ned, og gjelden er min egen nå.",
        )
        office.debt_appeals.receive(vedtak.id, complaint)


def _withdraw(story: Story, advised: Advised, asker: Asker) -> None:
    story.office.debt_cases.withdraw(advised.cases[asker], "Har fått hjelp av banken sin.")
