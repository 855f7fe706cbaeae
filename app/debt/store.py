"""SQL of requests for economic advice and of the work that follows."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from app.applications.model import Channel, ReferredBy
from app.core.ids import DebtCaseId, PersonId
from app.debt.model import (
    AcuteScreen,
    AdviceStage,
    DebtOutcome,
    DebtTopic,
    Ending,
    RequestDraft,
    RequestState,
    Screened,
    StageStep,
    StateRow,
)
from app.debt.rules import CaseHead
from app.people.address_store import PROTECTION_ON
from app.people.model import AddressProtection
from app.storage import numbering
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.dated import by_owner
from app.storage.unit import Unit


def heads(db: Database, day: date) -> tuple[CaseHead, ...]:
    """Every case that had come on a day, the oldest first."""
    return db.select(
        _head,
        "SELECT c.id, c.number, c.person, trim(p.given_name || ' ' || p.family_name),"
        f" {PROTECTION_ON}, c.received_on, c.channel, c.referred_by, c.topics, c.words"
        " FROM debt_case c JOIN person p ON p.id = c.person WHERE c.received_on <= ?1"
        " ORDER BY c.id",
        (day.isoformat(),),
    )


def _head(*row: object) -> CaseHead:
    texts = [str(column) for column in row]
    return CaseHead(
        DebtCaseId(int(texts[0])),
        number=texts[1],
        person=PersonId(int(texts[2])),
        name=texts[3],
        protection=AddressProtection(texts[4]),
        received_on=date.fromisoformat(texts[5]),
        channel=Channel(texts[6]),
        referred_by=ReferredBy(texts[7]),
        topics=frozenset(DebtTopic(code) for code in json.loads(texts[8])),
        words=texts[9],
    )


def asked(db: Database, person: PersonId) -> bool:
    """Whether somebody has asked for advice on a person, on any day."""
    return bool(db.column("SELECT 1 FROM debt_case WHERE person = ? LIMIT 1", (person,)))


def next_number(db: Database, year: int) -> str:
    """«G-2026-1»: the number after the newest one of that year."""
    return numbering.next_number(db, "debt_case", f"G-{year}-", 1)


def states(db: Database, day: date) -> Mapping[DebtCaseId, Sequence[StateRow]]:
    """The states of each request up to a day, oldest first."""
    return by_owner(
        db,
        DebtCaseId,
        lambda since, state, reason: StateRow(
            date.fromisoformat(since), RequestState(state), reason
        ),
        "SELECT debt_case, since, state, reason FROM debt_state",
        day,
    )


def screens(db: Database, day: date) -> Mapping[DebtCaseId, Sequence[AcuteScreen]]:
    """The answers of the acute screen up to a day, oldest first."""
    return by_owner(
        db,
        DebtCaseId,
        lambda since, home, home_on, power, power_on, children, food, words: AcuteScreen(
            date.fromisoformat(since),
            Screened(home),
            day_or_none(home_on),
            Screened(power),
            day_or_none(power_on),
            Screened(children),
            Screened(food),
            words,
        ),
        "SELECT debt_case, since, home, home_on, power, power_on, children, food, words"
        " FROM debt_screen",
        day,
    )


def stages(db: Database, day: date) -> Mapping[DebtCaseId, Sequence[StageStep]]:
    """The stages of the work up to a day, oldest first."""
    return by_owner(
        db,
        DebtCaseId,
        lambda since, stage, reason: StageStep(
            date.fromisoformat(since), AdviceStage(stage), reason
        ),
        "SELECT debt_case, since, stage, reason FROM debt_stage",
        day,
    )


def endings(db: Database, day: date) -> Mapping[DebtCaseId, Sequence[Ending]]:
    """How each ended, oldest first."""
    return by_owner(
        db,
        DebtCaseId,
        lambda since, outcome, words: Ending(
            date.fromisoformat(since), DebtOutcome(outcome) if outcome else None, words
        ),
        "SELECT debt_case, since, outcome, words FROM debt_outcome",
        day,
    )


def insert(
    unit: Unit, number: str, person: PersonId, draft: RequestDraft, words: str
) -> DebtCaseId:
    """A new case; `words` is what it is found by."""
    made = unit.insert(
        "debt_case",
        number=number,
        person=person,
        received_on=draft.received_on or unit.today,
        channel=draft.channel,
        referred_by=draft.referred_by,
        topics=_topics(draft.topics),
        words=draft.words.strip(),
        search_text=words,
    )
    return DebtCaseId(made)


def correct(unit: Unit, case: DebtCaseId, draft: RequestDraft) -> None:
    """What was typed wrong of the request itself."""
    unit.update(
        "debt_case",
        case,
        channel=draft.channel,
        referred_by=draft.referred_by,
        topics=_topics(draft.topics),
        words=draft.words.strip(),
    )


def _topics(topics: frozenset[DebtTopic]) -> str:
    return json.dumps([topic.value for topic in DebtTopic if topic in topics])


def add_state(unit: Unit, case: DebtCaseId, row: StateRow) -> None:
    """The request stands so from this day."""
    unit.insert(
        "debt_state", debt_case=case, since=row.since, state=row.state, reason=row.reason.strip()
    )


def add_screen(unit: Unit, case: DebtCaseId, screen: AcuteScreen) -> None:
    """The four questions were asked."""
    unit.insert(
        "debt_screen",
        debt_case=case,
        since=screen.since,
        home=screen.home,
        home_on=screen.home_on,
        power=screen.power,
        power_on=screen.power_on,
        children=screen.children,
        food=screen.food,
        words=screen.words.strip(),
    )


def add_stage(unit: Unit, case: DebtCaseId, row: StageStep) -> None:
    """The work stands here from this day."""
    unit.insert(
        "debt_stage", debt_case=case, since=row.since, stage=row.stage, reason=row.reason.strip()
    )


def add_ending(unit: Unit, case: DebtCaseId, row: Ending) -> None:
    """How it ended, or that it began again."""
    unit.insert(
        "debt_outcome",
        debt_case=case,
        since=row.since,
        outcome=row.outcome or "",
        words=row.words.strip(),
    )
