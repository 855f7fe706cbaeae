"""The order follows from the reasons that are shown, and from nothing else (GJ-02, GJ-05)."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.applications.model import Channel, ReferredBy
from app.core.ids import DebtCaseId, PersonId
from app.core.money import kroner
from app.debt.model import (
    AcuteScreen,
    DebtCase,
    DebtTopic,
    HomeThreat,
    RentOwed,
    RequestState,
    Screened,
)
from app.debt.queue import rules
from app.debt.queue.model import (
    DebtUrgency,
    QueueFacts,
    QueueOrder,
    QueueReason,
    QueueReasonKind,
    Ranked,
)
from app.people.model import AddressProtection
from app.settings.rule_files import load_parameters

TODAY = date(2026, 11, 23)
PARAMETERS = load_parameters()
K = QueueReasonKind


def a_case(number: int = 1, **changes: object) -> DebtCase:
    """Somebody who asked a month ago, screened, nothing urgent."""
    case = DebtCase(
        id=DebtCaseId(number),
        number=f"G-2026-{number}",
        person=PersonId(number),
        name="Kari Prøve",
        protection=AddressProtection.NONE,
        received_on=date(2026, 10, 23),
        channel=Channel.IN_PERSON,
        referred_by=ReferredBy.SELF,
        topics=frozenset({DebtTopic.CONSUMER_DEBT}),
        words="",
        state=RequestState.SCREENED,
        state_since=date(2026, 10, 23),
    )
    return replace(case, **changes)  # type: ignore[arg-type]  # fields of the case by name


def screened(**answers: object) -> AcuteScreen:
    no = dict.fromkeys(("home", "power", "children", "food"), Screened.NO)
    return AcuteScreen(date(2026, 10, 23), **{**no, **answers})  # type: ignore[arg-type]  # by name


def facts(number: int = 1, **known: object) -> QueueFacts:
    case = a_case(number, screen=known.pop("screen", None), **known.pop("case", {}))  # type: ignore[arg-type]
    return QueueFacts(case, **known)  # type: ignore[arg-type]  # fields of the facts by name


def ranked(*known: QueueFacts) -> tuple[Ranked, ...]:
    return rules.rank(known, TODAY, PARAMETERS)


def order(*known: QueueFacts) -> list[int]:
    return [each.case.id for each in ranked(*known)]


def kinds(known: QueueFacts) -> list[QueueReasonKind]:
    return [each.kind for each in rules.why(known, TODAY, PARAMETERS)]


# what each fact becomes


@pytest.mark.parametrize(
    ("known", "reason", "urgency"),
    [
        (
            facts(threat=HomeThreat(eviction_on=date(2026, 12, 1), petition=True)),
            QueueReason(K.EVICTION_DAY, date(2026, 12, 1)),
            DebtUrgency.ACUTE,
        ),
        (
            facts(screen=screened(home=Screened.YES, home_on=date(2026, 12, 3))),
            QueueReason(K.TOLD_HOME_DAY, date(2026, 12, 3)),
            DebtUrgency.ACUTE,
        ),
        (
            facts(threat=HomeThreat(comment_until=date(2026, 12, 4), petition=True)),
            QueueReason(K.COMMENT_PERIOD, date(2026, 12, 4)),
            DebtUrgency.ACUTE,
        ),
        (facts(threat=HomeThreat(petition=True)), QueueReason(K.PETITION), DebtUrgency.ACUTE),
        (
            facts(screen=screened(home=Screened.YES)),
            QueueReason(K.TOLD_HOME),
            DebtUrgency.ACUTE,
        ),
        (facts(threat=HomeThreat(notice=True)), QueueReason(K.NOTICE), DebtUrgency.ACUTE),
        (
            facts(rent=RentOwed(kroner(24_000), date(2026, 9, 1), 2)),
            QueueReason(K.RENT_OWED, date(2026, 9, 1), kroner(24_000), 2),
            DebtUrgency.URGENT,
        ),
        (
            facts(screen=screened(power=Screened.YES, power_on=date(2026, 11, 30))),
            QueueReason(K.POWER_DAY, date(2026, 11, 30)),
            DebtUrgency.ACUTE,
        ),
        (facts(screen=screened(power=Screened.YES)), QueueReason(K.POWER), DebtUrgency.ACUTE),
        (facts(screen=screened(food=Screened.YES)), QueueReason(K.FOOD), DebtUrgency.ACUTE),
        (facts(children=(2, 9)), QueueReason(K.CHILDREN, count=2), DebtUrgency.URGENT),
        (
            facts(screen=screened(children=Screened.YES)),
            QueueReason(K.CHILDREN),
            DebtUrgency.URGENT,
        ),
        (
            facts(case={"topics": frozenset({DebtTopic.POWER, DebtTopic.OTHER})}),
            QueueReason(K.FIRST_DEBT, topic=DebtTopic.POWER),
            DebtUrgency.ORDINARY,
        ),
    ],
)
def test_each_fact_is_a_reason_with_its_urgency(
    known: QueueFacts, reason: QueueReason, urgency: DebtUrgency
) -> None:
    reasons = rules.why(known, TODAY, PARAMETERS)
    assert reason in reasons
    assert rules.urgency(reasons) is urgency
    assert reasons[-1] == QueueReason(K.ASKED, date(2026, 10, 23), number="G-2026-1")


def test_a_notice_is_not_told_beside_the_petition_it_became() -> None:
    threat = HomeThreat(notice=True, petition=True)
    assert kinds(facts(threat=threat)) == [K.PETITION, K.ASKED]


def test_who_has_nothing_pressing_stands_by_the_day_alone() -> None:
    assert kinds(facts(screen=screened())) == [K.ASKED]


def test_little_rent_that_is_not_long_overdue_is_no_threat() -> None:
    young = RentOwed(kroner(3_000), TODAY - timedelta(days=44), 0)
    assert K.RENT_OWED not in kinds(facts(rent=young))
    assert K.RENT_OWED in kinds(facts(rent=replace(young, since=TODAY - timedelta(days=45))))


# GJ-02, GJ-05: what comes before what


def test_home_power_food_then_rent_owed_children_kind_of_debt_and_the_day() -> None:
    known = [
        facts(1, threat=HomeThreat(eviction_on=date(2026, 12, 20), petition=True)),
        facts(2, threat=HomeThreat(petition=True, comment_until=date(2026, 11, 24))),
        facts(3, screen=screened(home=Screened.YES)),
        facts(4, threat=HomeThreat(notice=True)),
        facts(5, screen=screened(power=Screened.YES, power_on=date(2026, 12, 24))),
        facts(6, screen=screened(power=Screened.YES)),
        facts(7, screen=screened(food=Screened.YES)),
        facts(8, rent=RentOwed(kroner(24_000), date(2026, 9, 1), 2)),
        facts(9, children=(4,)),
        facts(10, case={"topics": frozenset({DebtTopic.RENT})}),
        facts(11, case={"topics": frozenset({DebtTopic.POWER})}),
        facts(12, case={"received_on": date(2025, 1, 2)}),
        facts(13),
    ]
    assert order(*reversed(known)) == [each.case.id for each in known]


def test_the_nearer_day_comes_first_whoever_told_of_it() -> None:
    set_day = facts(1, threat=HomeThreat(eviction_on=date(2026, 12, 2), petition=True))
    told = facts(2, screen=screened(home=Screened.YES, home_on=date(2026, 12, 1)))
    assert order(set_day, told) == [2, 1]


def test_children_decide_between_two_with_the_same_threat() -> None:
    """P10: the day of the eviction first, then children."""
    day = HomeThreat(eviction_on=date(2026, 12, 2), petition=True)
    alone, family = facts(1, threat=day), facts(2, threat=day, children=(3,))
    assert order(alone, family) == [2, 1]
    first, second = ranked(alone, family)
    assert rules.decider(first.reasons, second.reasons) is QueueOrder.CHILDREN


def test_the_same_day_is_decided_by_the_number_of_the_case() -> None:
    assert order(facts(10), facts(9)) == [9, 10]


def test_how_long_somebody_waited_never_goes_before_a_home() -> None:
    long = facts(1, case={"received_on": date(2024, 1, 2)})
    assert order(long, facts(2, threat=HomeThreat(notice=True))) == [2, 1]


# GJ-13, AL-16: the targets are the municipality's own


@pytest.mark.parametrize(
    ("how", "asked_on", "last"),
    [
        (DebtUrgency.ACUTE, date(2026, 11, 20), date(2026, 11, 23)),
        (DebtUrgency.URGENT, date(2026, 11, 20), date(2026, 11, 27)),
        (DebtUrgency.ORDINARY, date(2026, 11, 20), date(2026, 12, 11)),
        (DebtUrgency.ORDINARY, date(2026, 11, 21), date(2026, 12, 11)),
        (DebtUrgency.ACUTE, date(2026, 12, 24), date(2026, 12, 28)),
    ],
)
def test_gj_13_target_days(how: DebtUrgency, asked_on: date, last: date) -> None:
    assert rules.target(asked_on, how, PARAMETERS) == last


# the order is re-derivable from what is shown

DAYS = st.dates(date(2026, 8, 1), date(2027, 3, 1))
MAYBE_DAY = st.none() | DAYS
ANSWERS = st.sampled_from(Screened)


@st.composite
def screens(draw: st.DrawFn) -> AcuteScreen:
    home, power = draw(ANSWERS), draw(ANSWERS)
    return AcuteScreen(
        TODAY,
        home,
        draw(MAYBE_DAY) if home is Screened.YES else None,
        power,
        draw(MAYBE_DAY) if power is Screened.YES else None,
        draw(ANSWERS),
        draw(ANSWERS),
    )


@st.composite
def queues(draw: st.DrawFn) -> list[QueueFacts]:
    threats = st.builds(HomeThreat, MAYBE_DAY, MAYBE_DAY, st.booleans(), st.booleans())
    rents = st.builds(
        RentOwed,
        st.integers(100, 10_000_000),
        st.dates(date(2026, 1, 1), TODAY),
        st.integers(0, 9),
    )
    topics = st.frozensets(st.sampled_from(DebtTopic), min_size=1)
    asked = st.dates(date(2026, 9, 1), date(2026, 9, 5))
    return [
        QueueFacts(
            a_case(
                number,
                screen=draw(st.none() | screens()),
                topics=draw(topics),
                received_on=draw(asked),
            ),
            draw(st.none() | threats),
            draw(st.none() | rents),
            draw(st.just(()) | st.just((3, 11))),
        )
        for number in range(1, draw(st.integers(1, 6)) + 1)
    ]


HOME_WORTH = [
    {K.EVICTION_DAY, K.TOLD_HOME_DAY},
    {K.COMMENT_PERIOD, K.PETITION},
    {K.TOLD_HOME},
    {K.NOTICE},
]
POWER_WORTH = [{K.POWER_DAY}, {K.POWER}]
WITH_DAY = {K.EVICTION_DAY, K.TOLD_HOME_DAY, K.COMMENT_PERIOD, K.POWER_DAY}
TOPICS = [DebtTopic.RENT, DebtTopic.HOME_LOAN, DebtTopic.POWER, DebtTopic.CHILDREN]


def by_hand(reasons: tuple[QueueReason, ...]) -> tuple[object, ...]:
    """What an officer would say after reading the reasons: worked out apart from the program."""

    def worth(steps: list[set[QueueReasonKind]]) -> tuple[int, date]:
        for step, meant in enumerate(steps):
            found = [each for each in reasons if each.kind in meant]
            days = [each.day for each in found if each.day and each.kind in WITH_DAY]
            if found:
                return step, min(days, default=date.max)
        return len(steps), date.max

    said = {each.kind: each for each in reasons}
    topic = said[K.FIRST_DEBT].topic if K.FIRST_DEBT in said else None
    asked = said[K.ASKED]
    return (
        worth(HOME_WORTH),
        worth(POWER_WORTH),
        K.FOOD not in said,
        K.RENT_OWED not in said,
        K.CHILDREN not in said,
        len(TOPICS) if topic is None else TOPICS.index(topic),
        asked.day,
        int(asked.number.rsplit("-", 1)[1]),
    )


@given(queues())
def test_the_order_can_be_worked_out_again_from_the_shown_reasons_alone(
    known: list[QueueFacts],
) -> None:
    places = ranked(*known)
    again = sorted(places, key=lambda each: by_hand(each.reasons))
    assert [each.rank for each in again] == list(range(1, len(known) + 1))


@given(queues(), st.randoms(use_true_random=False))
def test_the_order_they_are_read_in_does_not_matter(
    known: list[QueueFacts], chance: object
) -> None:
    before = ranked(*known)
    shuffled = list(known)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert ranked(*shuffled) == before


@given(queues())
def test_gj_13_nobody_who_can_wait_longer_stands_before_one_who_cannot(
    known: list[QueueFacts],
) -> None:
    haste = [list(DebtUrgency).index(each.urgency) for each in ranked(*known)]
    assert haste == sorted(haste)


def test_rent_owed_without_a_case_stands_after_a_power_cut_and_says_what_it_is() -> None:
    rent = facts(1, rent=RentOwed(kroner(90_000), date(2026, 1, 1), 9), children=(2,))
    cut = facts(2, screen=screened(power=Screened.YES))
    assert order(rent, cut) == [2, 1]
    above, below = ranked(rent, cut)
    assert rules.decider(above.reasons, below.reasons) is QueueOrder.POWER
    assert kinds(rent) == [K.RENT_OWED, K.CHILDREN, K.ASKED]


@given(queues())
def test_what_sets_neighbours_apart_is_told_and_points_the_right_way(
    known: list[QueueFacts],
) -> None:
    places = ranked(*known)
    for above, below in pairwise(places):
        deciding = rules.decider(above.reasons, below.reasons)
        assert deciding is not None
        place = list(QueueOrder).index(deciding)
        one, other = (rules.weight(each.reasons)[place] for each in (above, below))
        assert one < other


@given(queues(), st.data())
def test_a_home_that_gets_a_nearer_day_never_sinks(
    known: list[QueueFacts], data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(known))
    sooner = replace(chosen, threat=HomeThreat(date(2026, 7, 1), None, petition=True))
    before = next(each.rank for each in ranked(*known) if each.case.id == chosen.case.id)
    after = ranked(*(sooner if each is chosen else each for each in known))
    assert next(each.rank for each in after if each.case.id == chosen.case.id) <= before
