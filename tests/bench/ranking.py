"""What it costs to order, judge and explain many who ask for a dwelling."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from app.allocation import rules
from app.allocation.eligibility.facts import CaseFacts, Earner
from app.allocation.eligibility.model import Explanation
from app.allocation.eligibility.rules import evaluate
from app.allocation.eligibility.wording import criteria_told
from app.allocation.model import GroupOrder, Move, Ordering
from app.allocation.rulesets.model import AdoptedRuleSet, RankingMode, RuleSet, TieBreak
from app.applications.intake.model import LegalStay
from app.applications.model import (
    ApplicationDraft,
    ApplicationKind,
    ApplicationRow,
    ApplicationState,
    NeedCategory,
    TargetGroup,
)
from app.core.cases import CaseKind
from app.core.clock import SystemClock
from app.core.ids import ApplicationId, DwellingId, PersonId
from app.core.money import Ore
from app.documents.texts import load_text
from app.dwellings.model import DwellingDraft
from app.office import Folders, Office
from app.people.model import AddressProtection, HouseholdKind, PersonDraft
from app.register import FirstRun, Register
from app.settings.rule_files import load_parameters
from tests.factories import a_profile, an_officer

TODAY = date(2026, 11, 23)
MANY = 5000
WAITING = 100
"""On the list of the register: more than twice what the demo municipality has."""

Figure = tuple[str, float]


def figures() -> Iterator[Figure]:
    """Each figure with its words, in milliseconds."""
    yield from _pure()
    yield from _register()


def _pure() -> Iterator[Figure]:
    rows, facts = _rows(), _facts()
    moves = [
        Move(ApplicationId(each), ApplicationId(each + 40), rows[each - 1].group, TODAY, "barn")
        for each in range(1, 400, 20)
        if rows[each - 1].group is rows[each + 39].group
    ]
    groups = GroupOrder(tuple(TargetGroup), TODAY, "sak 12/26")
    for mode in RankingMode:
        ordering = Ordering(groups, mode, TieBreak.LOT)
        yield f"rank {MANY} by {mode}", _best(partial(rules.rank, rows, ordering, moves))
    parameters, adopted = load_parameters(), AdoptedRuleSet(1, RuleSet(), TODAY)
    yield (
        f"judge {MANY}",
        _best(lambda: [evaluate(each, adopted, parameters, TODAY) for each in facts]),
    )
    ordering = Ordering(groups)

    def all_of_it() -> None:
        places = rules.rank(rows, ordering, moves)
        for known, place in zip(facts, places, strict=True):
            criteria = evaluate(known, adopted, parameters, TODAY)
            Explanation(known.application, TODAY, 1, TODAY, "sak", criteria, place)

    yield f"rank and explain {MANY}, from facts already read", _best(all_of_it)
    text = load_text("explanation", "nb", TODAY)
    explained = Explanation(
        facts[0].application, TODAY, 1, TODAY, "sak", evaluate(facts[0], adopted, parameters, TODAY)
    )
    yield "put one explanation in words", _best(lambda: criteria_told(explained, text))


def _rows() -> list[ApplicationRow]:
    rng = random.Random(3)  # noqa: S311  a crowd for a test, not keys
    return [
        ApplicationRow(
            id=ApplicationId(serial),
            number=f"S2026-{serial:04}",
            case=CaseKind.ALLOCATION,
            kind=ApplicationKind.NEW,
            applicant=PersonId(serial),
            name="Ola Testmo",
            protection=AddressProtection.NONE,
            household_kind=HouseholdKind.SINGLE,
            adults=1,
            children=rng.randrange(3),
            group=rng.choice([*TargetGroup, None]),
            needs=frozenset(rng.sample(list(NeedCategory), rng.randrange(4))),
            allocator=None,
            bedrooms=1,
            accessible=False,
            received_on=TODAY - timedelta(days=rng.randrange(700)),
            state=ApplicationState.GRANTED_WAITING,
            state_since=TODAY,
            days_waiting=0,
            to_check="",
        )
        for serial in range(1, MANY + 1)
    ]


def _facts() -> list[CaseFacts]:
    born = date(1985, 3, 1)
    known = CaseFacts(
        application=ApplicationId(1),
        number="S2026-0001",
        case=CaseKind.ALLOCATION,
        kind=ApplicationKind.NEW,
        state=ApplicationState.RECEIVED,
        state_since=TODAY,
        received_on=TODAY,
        needs=frozenset({NeedCategory.NO_VALID_LEASE}),
        born=born,
        legal_stay=LegalStay.CITIZEN,
        residence_since=date(2020, 1, 1),
        earners=(Earner(born, Ore(30_000_000)),),
        owed=Ore(0),
    )
    return [replace(known, application=ApplicationId(each)) for each in range(1, MANY + 1)]


def _register() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        register = Register(
            folder / "rang.husrom", SystemClock(), Folders(folder / "heads", folder / "copies")
        )
        office, _ = register.create(FirstRun(a_profile(), an_officer()))
        asked, dwelling = _fill(office)
        yield (
            f"why not, the last of {WAITING} on the list",
            _best(lambda: office.allocation.why_not(asked[WAITING - 1], dwelling)),
        )
        yield (
            "why not, one not decided yet",
            _best(lambda: office.allocation.why_not(asked[WAITING], dwelling)),
        )
        yield f"read and rank {WAITING}", _best(office.allocation.waiting_list)
        yield (
            f"read the facts of {len(asked)} cases",
            _best(lambda: office.eligibility.facts(asked)),
        )
        yield "judge one case", _best(lambda: office.eligibility.judge(asked[0]))
        yield "who would move", _best(lambda: office.eligibility.effect_of(RuleSet()))
        office.close()
        register.let_go()


def _fill(office: Office) -> tuple[list[ApplicationId], DwellingId]:
    states = [ApplicationState.GRANTED_WAITING] * WAITING + [ApplicationState.RECEIVED] * 50
    with office.unit("bench.filled") as unit:
        asked = [
            office.applications.add(
                unit,
                ApplicationDraft(
                    applicant=PersonDraft("Ola", f"Test {serial}"),
                    received_on=office.clock.today() - timedelta(days=serial % 300),
                    group=list(TargetGroup)[serial % 13],
                    needs=frozenset({list(NeedCategory)[serial % 14]}),
                    bedrooms=1 + serial % 3,
                    state=state,
                ),
            )
            for serial, state in enumerate(states)
        ]
        dwelling = office.dwellings.add(
            unit, DwellingDraft(street="Testbakken", house_number="1", bedrooms=3)
        )
        unit.subject = None
    return asked, dwelling


def _best(act: Callable[[], object]) -> float:
    """The median of some runs, in milliseconds of the processor: others may share the machine."""
    times = []
    for _ in range(7):
        begun = time.process_time()
        act()
        times.append((time.process_time() - begun) * 1000)
    return sorted(times)[3]
