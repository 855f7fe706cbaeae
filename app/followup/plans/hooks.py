"""What plans ask of the slice of individual plans; the office hands it in."""

from typing import Protocol

from app.core.errors import Problem
from app.followup.plans.model import ContentPart, Plan


class IndividualParts(Protocol):
    """What an individual plan holds beside a målplan (DOC-08)."""

    def parts(self, plan: Plan) -> tuple[ContentPart, ...]:
        """What each part says."""
        ...

    def problems(self, plan: Plan) -> tuple[Problem, ...]:
        """Parts that are not filled in."""
        ...
