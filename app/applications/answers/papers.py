"""What the slice of the paper form is asked for; not a model: it writes."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from app.applications.intake.model import Intake, Paper, PaperKind, Representative
from app.core.ids import ApplicationId, PersonId
from app.storage.unit import Unit


class Forms(Protocol):
    """Who knows what the form told, which papers are missing and who speaks for the person."""

    def of(self, application: ApplicationId, as_of: date | None = None) -> Intake:
        """What the form told."""
        ...

    def keep(self, unit: Unit, application: ApplicationId, intake: Intake) -> None:
        """Keep it anew, inside a larger unit."""
        ...

    def missing_papers(self, application: ApplicationId) -> tuple[Paper, ...]:
        """Those that have not come and are needed."""
        ...

    def representatives(
        self, person: PersonId, on: date | None = None
    ) -> tuple[Representative, ...]:
        """Those who speak for the person on a day, and get a copy."""
        ...


def ask_for(
    forms: Forms, unit: Unit, application: ApplicationId, kinds: tuple[PaperKind, ...], since: date
) -> None:
    """Note that these papers were asked for on a day; one that came before must come again."""
    intake = forms.of(application)
    known = {paper.kind: paper for paper in intake.papers}
    asked = {
        kind: Paper(kind, asked_on=since)
        for kind in kinds
        if kind not in known or known[kind].missing or known[kind].not_needed
    }
    forms.keep(unit, application, replace(intake, papers=tuple((known | asked).values())))


def still_asked(forms: Forms, application: ApplicationId) -> bool:
    """Whether something that was asked for has not come."""
    return any(paper.asked_on for paper in forms.missing_papers(application))


def addressed_to(who: Representative) -> tuple[str, ...]:
    """A representative as the window of the envelope shows them; nothing without an address."""
    place = f"{who.postal_code} {who.postal_place.upper()}".strip()
    if not who.line and not place:
        return ()
    return tuple(line for line in (who.name, who.organisation, who.line, place) if line)
