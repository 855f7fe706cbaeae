"""Homes that were at stake in the two years before the register, as the binder has them."""

from datetime import date, timedelta
from functools import partial

from app.core.ids import EvictionCaseId
from app.core.money import kroner
from app.core.records import dataclass
from app.core.working_days import last_safe_day
from app.demo.stock import START
from app.demo.story import Steps, Story
from app.evictions.messages.model import MessageDraft
from app.evictions.model import (
    EnforcementGround,
    EvictionOutcome,
    EvictionStage,
    EvictionSums,
    LossKind,
    MessageSender,
)

G, O = EnforcementGround, EvictionOutcome  # noqa: E741  beside G it is plain what it is
KEPT = "Ført inn fra permen med saker fra før Husrom."


@dataclass(frozen=True, slots=True)
class Earlier:
    """One case: years ago, the day of that year, after how many days it ended and how."""

    years: int
    month: int
    day: int
    lasted: int
    outcome: EvictionOutcome
    ground: EnforcementGround = G.UNPAID_RENT
    rent: int = 24_000
    kind: LossKind = LossKind.EVICTION


CASES = (
    Earlier(2, 1, 19, 44, O.CARRIED_OUT),
    Earlier(2, 2, 9, 51, O.CARRIED_OUT, rent=41_300),
    Earlier(2, 4, 14, 23, O.PAID, rent=17_900),
    Earlier(2, 5, 26, 40, O.MOVED_OUT, ground=G.TERM_EXPIRED, rent=0),
    Earlier(2, 8, 18, 47, O.CARRIED_OUT, rent=38_250),
    Earlier(2, 9, 8, 30, O.WITHDRAWN, rent=14_600),
    Earlier(2, 10, 20, 42, O.CARRIED_OUT, rent=33_000),
    Earlier(1, 1, 27, 20, O.AGREED, rent=27_400),
    Earlier(1, 3, 10, 18, O.PAID, rent=12_200),
    Earlier(1, 5, 5, 45, O.CARRIED_OUT, rent=36_800),
    Earlier(1, 8, 25, 60, O.MOVED_TO_OTHER_HOME, kind=LossKind.FORCED_SALE, rent=0),
    Earlier(1, 9, 15, 21, O.AGREED, rent=22_100),
    Earlier(1, 10, 6, 25, O.PAID, rent=19_500),
)


def steps(story: Story) -> Steps:
    """Entered when the register was new, with the days they had; their households are not known."""
    return [(START - 3, partial(_enter, story, each)) for each in CASES]


def _enter(story: Story, told: Earlier) -> None:
    office = story.office
    came = last_safe_day(date(story.today.year - told.years, told.month, told.day))
    ended = last_safe_day(came + timedelta(days=told.lasted))
    case = office.eviction_cases.receive(
        MessageDraft(
            sender=MessageSender.NAMSFOGD,
            person=office.people.register(story.crowd.adult(24, 58)),
            kind=told.kind,
            landlord="" if told.kind is LossKind.FORCED_SALE else "Lia boligstiftelse",
            home="Prøvelia 3" if told.kind is LossKind.FORCED_SALE else "",
            received_on=came,
            ground=None if told.kind is LossKind.FORCED_SALE else told.ground,
            sums=EvictionSums(kroner(told.rent)),
        )
    )
    if told.outcome is EvictionOutcome.CARRIED_OUT:
        _lost(story, case, came, ended)
    else:
        office.eviction_cases.close(case, told.outcome, KEPT, ended)


def _lost(story: Story, case: EvictionCaseId, came: date, ended: date) -> None:
    """It was carried out, and what came after has been seen to."""
    cases = story.office.eviction_cases
    cases.set_date(case, ended, "10.00", came + timedelta(days=16))
    cases.reach(case, EvictionStage.CARRIED_OUT, ended)
    cases.reach(case, EvictionStage.AFTERCARE, ended)
    cases.close(case, words=KEPT, on=last_safe_day(ended + timedelta(days=42)))
