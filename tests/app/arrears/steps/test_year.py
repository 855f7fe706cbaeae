"""A year of 350 tenancies by the real rules: no home is lost that was not seen at the first rent.

Nothing here says when something is due: the days are those the rules give.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

import pytest

from app.arrears.model import OpenCharge, RentAccount, RentCharge, RentChargeKind
from app.arrears.rules import late_from, owed
from app.arrears.steps import fees, ladder
from app.arrears.steps.model import (
    ArrearsStep,
    ArrearsStepKind,
    Proposed,
    ProposedKind,
    Standing,
)
from app.core.ids import RentChargeId
from app.core.periods import Period, Unit, add
from app.core.working_days import adjust, is_working_day
from app.settings.rule_files import load_parameters
from tests.app.arrears.ledger import LEASE, claimed, paid

LAW = load_parameters()
LIMITS = ladder.Thresholds.on(date(2026, 1, 1), LAW)
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
HOMES = 350
STOPS, LATE = 12, 30

TAKEN = {
    ProposedKind.FRIENDLY_CONTACT: ArrearsStepKind.CALL,
    ProposedKind.REMINDER: ArrearsStepKind.REMINDER,
    ProposedKind.COLLECTION_NOTICE: ArrearsStepKind.COLLECTION_NOTICE,
    ProposedKind.MEETING_FIRST: ArrearsStepKind.MEETING,
    ProposedKind.PAYMENT_DEMAND: ArrearsStepKind.PAYMENT_DEMAND,
    ProposedKind.COLLECTION: ArrearsStepKind.COLLECTION,
}
"""What the officer does when it is proposed."""


@dataclass(frozen=True)
class Home:
    """How one tenant pays: `late` days after the due day each month; nothing from `stops`."""

    rent: int
    children: int
    late: dict[int, int]
    stops: int | None = None


@dataclass
class Story:
    """What the year came to for one tenancy."""

    home: Home
    flagged: set[date] = field(default_factory=set)
    began: list[date] = field(default_factory=list)
    steps: list[ArrearsStep] = field(default_factory=list)
    notice: date | None = None
    petition: date | None = None

    @property
    def lost_from(self) -> date:
        """The first late day of the debt that the petition was about."""
        return self.began[-1]


def homes() -> Iterator[Home]:
    """Most pay in time; some are late now and then; a few stop, and pay nothing more."""
    chance = Random(2026)  # noqa: S311  the same year at every run
    for at in range(HOMES):
        rent, children = chance.randrange(6000, 11000, 50), chance.choice([0, 0, 1, 2])
        late = dict.fromkeys(range(1, 13), 0)
        if at < STOPS:
            yield Home(rent, children, late, stops=chance.randint(2, 7))
        elif at < STOPS + LATE:
            for month in chance.sample(range(1, 13), 4):
                late[month] = chance.randint(3, 25)
            yield Home(rent, children, late)
        else:
            yield Home(rent, children, late)


def book(home: Home) -> RentAccount:
    """Claims and payments of the year."""
    charges = tuple(claimed(m, date(2026, m, 1), home.rent) for m in range(1, 13))
    payments = tuple(
        paid(m, adjust(each.due_on) + timedelta(days=home.late[m]), home.rent, covers=m)
        for m, each in enumerate(charges, start=1)
        if home.stops is None or m < home.stops
    )
    return RentAccount(charges, payments)


def live(home: Home) -> Story:
    """Day by day: the rules propose, the officer does it on a working day."""
    story, account, before = Story(home), book(home), False
    if home.stops is None and not any(home.late.values()):
        days = [late_from(each.due_on) for each in account.charges]  # nothing else can happen
    else:
        days = [FIRST + timedelta(days=at) for at in range((LAST - FIRST).days + 1)]
    for day in days:
        standing = Standing(
            owed(account, day),
            tuple(story.steps),
            rent=account.charges[0].amount,
            children=home.children,
            home_notice_on=story.notice,
        )
        if standing.owed.total and not before:
            story.began.append(day)
        before = bool(standing.owed.total)
        if not before:
            continue
        proposed = ladder.next_step(standing, LIMITS)
        if proposed.ready(day):
            story.flagged.add(day)
        if is_working_day(day):
            account = act(story, account, standing, proposed)
    return story


def act(story: Story, account: RentAccount, standing: Standing, proposed: Proposed) -> RentAccount:
    """The step is taken, and a letter is sent the same day; the home track beside it."""
    day = standing.owed.on
    follow_home(story, standing)
    kind = TAKEN.get(proposed.kind)
    if kind is None or not proposed.ready(day):
        return account
    if not kind.formal:
        story.steps.append(ArrearsStep(len(story.steps), LEASE, kind, day, spoke=True))
        return account
    rent = [each for each in standing.owed.charges if each.charge.kind.rent]
    step = letter(len(story.steps), kind, day, rent, story.steps)
    story.steps.append(step)
    if not step.fee:
        return account
    number = RentChargeId(100 + step.id)
    fee = RentCharge(
        number, LEASE, account.charges[0].biller, RentChargeKind.REMINDER_FEE, day, step.fee
    )
    return replace(account, charges=(*account.charges, fee))


def letter(
    number: int,
    kind: ArrearsStepKind,
    day: date,
    rent: list[OpenCharge],
    steps: list[ArrearsStep],
) -> ArrearsStep:
    """A letter sent that day, with the fee and the deadline the rules give it."""
    may = fees.demandable(steps, day) if kind is ArrearsStepKind.PAYMENT_DEMAND else None
    about = [each for each in rent if may is None or each.charge.id in may]
    until = fees.pay_by(kind, day, LAW)
    return ArrearsStep(
        number,
        LEASE,
        kind,
        day,
        sent_on=day,
        nominal=until.nominal,
        pay_by=until.moved,
        fee=fees.fee(kind, day, about, steps, LAW, objection=False).amount,
        claims=frozenset(each.charge.id for each in about),
    )


def follow_home(story: Story, standing: Standing) -> None:
    """A § 4-18 notice when it is proposed; a petition when its two weeks are over."""
    day = standing.owed.on
    if story.notice is None:
        found = ladder.home_step(standing, LIMITS)
        if found is not None and found.ready(day):
            story.notice = day
    elif story.petition is None:
        waits = adjust(add(Period(LAW.whole("tv.notice_weeks", day), Unit.WEEKS), story.notice))
        if day > waits:
            story.petition = day


def demand_seen(stories: list[Story]) -> None:
    """What must hold of the year."""
    lost = [story for story in stories if story.petition is not None]
    assert len(lost) == sum(story.home.stops is not None for story in stories)
    for story in stories:
        for first in story.began:
            assert first in story.flagged, "not seen on the first late day"
    for story in lost:
        kinds = list(dict.fromkeys(step.kind for step in story.steps))
        assert set(TAKEN.values()) <= set(kinds), "a rung was passed over"
        reached = [kind for kind in kinds if kind is not ArrearsStepKind.MEETING]
        assert reached == [k for k in TAKEN.values() if k is not ArrearsStepKind.MEETING]
        spoken = [step.day for step in story.steps if step.kind.talk]
        assert min(spoken) <= adjust(story.lost_from), "nobody spoke at once"
        assert story.petition is not None
        assert story.notice is not None
        assert min(spoken) < story.notice < story.petition


def test_al_09_every_home_that_was_lost_was_flagged_at_its_first_missed_rent() -> None:
    stories = [live(home) for home in homes()]
    assert len(stories) == HOMES
    demand_seen(stories)
    late = [story for story in stories if any(story.home.late.values())]
    assert any(len(story.began) > 1 for story in late)
    assert all(story.petition is None for story in late)


@pytest.mark.parametrize("rung", ladder.RUNGS, ids=lambda rung: rung.__name__)
def test_the_year_fails_when_one_rung_is_taken_away(
    rung: ladder.Rung, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tuple(each for each in ladder.RUNGS if each is not rung)
    monkeypatch.setattr(ladder, "RUNGS", left)
    stopping = [live(home) for home in homes() if home.stops is not None]
    with pytest.raises(AssertionError):
        demand_seen(stopping)


def test_no_fee_of_the_year_is_above_the_law() -> None:
    for home in homes():
        if home.stops is not None:
            charged = [step.fee for step in live(home).steps if step.fee]
            assert charged == [38_00, 38_00, 113_00]


def test_nothing_is_proposed_on_a_day_nothing_is_late() -> None:
    for home in homes():
        if home.stops is None and not any(home.late.values()):
            assert live(home).flagged == set()
            break
