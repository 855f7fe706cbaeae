"""What plans ask of those who know levels, owners and consents; the office hands them in."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from app.core.errors import Problem
from app.core.ids import PersonId
from app.core.text import Language
from app.followup.plans.model import CaseOwner, ContentPart, Plan
from app.storage.unit import Unit

LevelOf = Callable[[PersonId, date], int | None]
"""How much help is agreed with a person on a day; None when nothing is."""

OwnerOf = Callable[[PersonId, date], CaseOwner | None]
"""Who answers for the follow-up of a person on a day."""

HandOver = Callable[[Unit, PersonId, CaseOwner, date, str], None]
"""Another unit and coordinator from a day, with the reason, inside a unit."""


class PlanConsents(Protocol):
    """What a person has agreed to (DOC-08)."""

    def allows_plan(self, person: PersonId, on: date) -> bool:
        """Whether an individual plan may be made."""
        ...

    def words(self, person: PersonId, on: date, language: Language) -> tuple[str, ...]:
        """Each that holds, as the plan says it: with whom what may be shared until when."""
        ...


class IndividualParts(Protocol):
    """What an individual plan holds beside a målplan (DOC-08)."""

    def parts(self, plan: Plan) -> tuple[ContentPart, ...]:
        """What each part says."""
        ...

    def problems(self, plan: Plan) -> tuple[Problem, ...]:
        """Parts that are not filled in."""
        ...
