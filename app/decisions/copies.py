"""A copy of the letter for each who speaks for the person, addressed to them."""

from app.applications.intake.model import Representative
from app.core.ids import PersonId, Ref
from app.decisions.grounds import Spokesmen
from app.decisions.model import Vedtak
from app.decisions.papers import Papers
from app.letters.model import DocumentKind
from app.letters.service import Letters
from app.storage.unit import Unit


def issue_copies(
    unit: Unit, known: Vedtak, person: PersonId, spokesmen: Spokesmen, at: tuple[Papers, Letters]
) -> None:
    """One letter under «Skal sendes» for each with an address to send it to."""
    papers, letters = at
    reached = [each for each in spokesmen.representatives(person) if each.line.strip()]
    for number, who in enumerate(reached, start=1):
        letters.issue(
            unit,
            papers.letter(known, draft=False, to=window_of(who)),
            kind=DocumentKind.VEDTAK_COPY,
            number=f"{known.number}-K{number}",
            case=Ref("vedtak", known.id),
            person=person,
            to_send=True,
        )


def window_of(who: Representative) -> tuple[str, ...]:
    """Name and address for the window."""
    place = f"{who.postal_code} {who.postal_place.upper()}".strip()
    return tuple(line for line in (who.name, who.organisation, who.line, place) if line)
