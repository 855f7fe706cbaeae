"""The middle of the card: what must be looked at, and what is going on, worst first."""

from collections.abc import Callable, Sequence
from functools import partial

from app.people.model import Person
from ui.household.facts import number_words
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import day


def check_callout(person: Person, correct: Callable[[], object]) -> Callout:
    """What an import or a form has left to be looked over."""
    remedy = Button("Rett", correct, size=ButtonSize.SMALL)
    return Callout(ChipKind.SOON, "Må ses over", person.to_check, remedy)


def double_callouts(
    doubles: Sequence[Person], compare: Callable[[Person], object]
) -> list[Callout]:
    """Records that may be of the same human being."""
    return [
        Callout(
            ChipKind.UNKNOWN,
            f"Kan være samme person som {other.name}",
            " · ".join(part for part in (day(other.birth_date), number_words(other)) if part),
            Button("Se side om side", partial(compare, other), size=ButtonSize.SMALL),
        )
        for other in doubles
    ]


def nothing_yet(apply: Callable[[], object]) -> Card:
    """No case: what the next step is."""
    card = Card("Ingen sak ennå", icon=Icon.APPLICATIONS)
    card.add(
        Label(
            "Når noen ber om bolig, registrerer du en søknad. Søknad, vedtak, leieforhold og brev"
            " vises her.",
            Type.HELP,
            Token.TEXT2,
            wrap=True,
        )
    )
    card.body.addWidget(
        Button("Registrer søknad", apply, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    )
    return card
