"""A part of the municipality that gives services (C5)."""

from datetime import date

from app.core.ids import ServiceUnitId
from app.core.records import dataclass
from app.core.text import Language

HOUSING_OFFICE = "housing_office"


@dataclass(frozen=True, slots=True)
class ServiceUnitDraft:
    """What the office says of one; `name_nn` is its name in nynorsk where it has another."""

    name: str
    name_nn: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ServiceUnit:
    """One of them; `code` is set on those that came with the program."""

    id: ServiceUnitId
    draft: ServiceUnitDraft
    code: str = ""
    closed_on: date | None = None

    def name(self, language: Language = Language.NB) -> str:
        """As it is written in a letter in that language."""
        other = self.draft.name_nn if language is Language.NN else ""
        return other or self.draft.name

    def open_on(self, day: date) -> bool:
        """Whether it can be given something to do on a day."""
        return self.closed_on is None or day < self.closed_on
