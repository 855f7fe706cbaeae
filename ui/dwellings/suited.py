"""«Passer for»: what a dwelling is suited to, and the dialog that tells it anew."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.allocation.suitability.model import Suitability
from app.applications.intake.model import Requirement
from app.applications.model import TargetGroup
from app.core.ids import DwellingId
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.choice_fields import CheckField
from ui.kit.fields import DateField, TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.ticks_field import TicksField
from ui.kit.words import Label
from ui.labels import capital, done, message, problem, title_word, word


def suited_card(told: Suitability, change: Callable[[], object]) -> Card:
    """What holds today."""
    link = Button("Endre …", change, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card("Passer for", icon=Icon.PEOPLE, link=link)
    facts = [fact for fact in _facts(told) if fact.value]
    if facts:
        card.add(Facts(facts))
    else:
        card.add(Label("Alle. Ingen har sagt noe annet.", Type.HELP, Token.TEXT2))
    return card


def _facts(told: Suitability) -> tuple[Fact, ...]:
    never = "Aldri" if not told.for_children else ""
    return (
        Fact("Type", "Akuttbolig" if told.emergency else ""),
        Fact("Barn", never),
        Fact("Grupper", _words(told.for_groups)),
        Fact("Har", _words(told.meets)),
        Fact("Har ikke", _words(told.lacks)),
        Fact("Bomiljø", told.environment),
    )


def _words(codes: frozenset[TargetGroup] | frozenset[Requirement]) -> str:
    return capital(", ".join(sorted(word(code) for code in codes)))


class SuitedDialog(AskDialog):
    """Everything at once, from a day."""

    def __init__(
        self,
        office: Office,
        dwelling: DwellingId,
        tell: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        today = office.clock.today

        def act(values: Mapping[str, object]) -> None:
            since = values["since"]
            day = since if isinstance(since, date) else today()
            office.suitability.tell(dwelling, _told(values), day)
            tell(done("dwelling.suitability_told"))

        super().__init__(
            "Hvem passer boligen for",
            "Det du sier her, brukes når en ledig bolig skal tilbys. Skriv om huset, aldri om"
            " dem som bor der.",
            "Lagre",
            act,
            words=problem,
            message=message,
            width=680,
            parent=parent,
        )
        self.form.line(
            CheckField(
                "emergency",
                "Akuttbolig",
                hint="Tilbys aldri husstander med barn, heller ikke samvær.",
            ),
            CheckField("not_for_children", "Ikke for barn"),
        )
        groups = [(each, title_word(each)) for each in TargetGroup]
        self.form.line(TicksField("for_groups", "Bare for disse gruppene", groups))
        requirements = [(each, title_word(each)) for each in Requirement]
        self.form.line(TicksField("meets", "Boligen har", requirements))
        self.form.line(TicksField("lacks", "Boligen har ikke", requirements))
        self.form.line(TextField("environment", "Om bomiljøet", optional=True))
        self.form.line(DateField("since", "Fra og med", today=today))
        known = office.suitability.of(dwelling)
        self.form.set_values(
            {
                "emergency": known.emergency,
                "not_for_children": known.not_for_children,
                "for_groups": known.for_groups,
                "meets": known.meets,
                "lacks": known.lacks,
                "environment": known.environment,
                "since": today(),
            }
        )


def _told(values: Mapping[str, object]) -> Suitability:
    return Suitability(
        emergency=bool(values["emergency"]),
        not_for_children=bool(values["not_for_children"]),
        for_groups=frozenset(each for each in TargetGroup if each in _ticked(values, "for_groups")),
        meets=frozenset(each for each in Requirement if each in _ticked(values, "meets")),
        lacks=frozenset(each for each in Requirement if each in _ticked(values, "lacks")),
        environment=str(values["environment"] or ""),
    )


def _ticked(values: Mapping[str, object], name: str) -> frozenset[object]:
    ticked = values[name]
    return ticked if isinstance(ticked, frozenset) else frozenset()
