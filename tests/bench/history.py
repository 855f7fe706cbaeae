"""Old applications, answered years ago, and those that still wait: what a long list must bear."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

from app.applications.model import (
    ApplicationDraft,
    ApplicationState,
    NeedCategory,
    TargetGroup,
)
from app.core.ids import PersonId
from app.office import Office

CLOSED = (ApplicationState.REFUSED, ApplicationState.WITHDRAWN, ApplicationState.LAPSED)
FIRST = date(2005, 1, 3)


def ask(office: Office, past: int, waiting: int, seed: int = 2) -> None:
    """`past` applications that are closed and `waiting` that are open, on people that are there."""
    rng = random.Random(seed)  # noqa: S311  groups for a test, not keys
    people = office.people.ids()
    with office.unit("bench.asked") as unit:
        for serial in range(past + waiting):
            is_open = serial >= past
            draft = _draft(rng, people, serial, is_open=is_open)
            application = office.applications.add(unit, draft)
            if not is_open and draft.received_on is not None:
                since = draft.received_on + timedelta(days=rng.randint(5, 200))
                state = rng.choice(CLOSED)
                office.applications.set_state(unit, application, state, since, "Lagt inn.")
        unit.subject = None


def _draft(
    rng: random.Random, people: Sequence[PersonId], serial: int, *, is_open: bool
) -> ApplicationDraft:
    days = rng.randint(20, 300) if is_open else rng.randint(400, 7500)
    received = date(2026, 11, 1) - timedelta(days=days)
    waits = is_open and serial % 2 == 0
    return ApplicationDraft(
        applicant=people[serial % len(people)],
        received_on=received,
        group=rng.choice(tuple(TargetGroup)),
        needs=frozenset(rng.sample(tuple(NeedCategory), rng.randint(1, 3))),
        bedrooms=rng.randint(1, 4),
        state=ApplicationState.GRANTED_WAITING if waits else ApplicationState.RECEIVED,
        state_since=received if waits else None,
    )
