"""«Passer for»: what a dwelling is suited to, and the dialog that tells it anew."""

from collections.abc import Callable, Mapping
from dataclasses import replace
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

COLUMN = 240


def suited_card(
    told: Suitability, change: Callable[[], object], features: Callable[[], object]
) -> Card:
    """What holds today."""
    link = Button("Endre …", change, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    card = Card("Passer for", icon=Icon.PEOPLE, link=link)
    facts = [fact for fact in _facts(told) if fact.value]
    if facts:
        card.add(Facts(facts))
    else:
        card.add(Label("Alle. Ingen har sagt noe annet.", Type.HELP, Token.TEXT2))
    card.add(Button("Hva har boligen …", features, kind=ButtonKind.QUIET, size=ButtonSize.SMALL))
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


class ToldDialog(AskDialog):
    """Fields about what a dwelling is suited to, told from a day; what is not asked stands."""

    def __init__(
        self,
        office: Office,
        dwelling: DwellingId,
        words: tuple[str, str],
        tell: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        self.today = office.clock.today
        self.known = office.suitability.of(dwelling)

        def act(values: Mapping[str, object]) -> None:
            since = values["since"]
            day = since if isinstance(since, date) else self.today()
            office.suitability.tell(dwelling, self.told(values), day)
            tell(done("dwelling.suitability_told"))

        super().__init__(
            *words, "Lagre", act, words=problem, message=message, width=840, parent=parent
        )

    def told(self, values: Mapping[str, object]) -> Suitability:
        """What holds with what was typed."""
        raise NotImplementedError

    def begin(self, values: Mapping[str, object]) -> None:
        """Show what is known, told from today."""
        self.form.line(DateField("since", "Fra og med", today=self.today))
        self.form.set_values({**values, "since": self.today()})


class SuitedDialog(ToldDialog):
    """For whom the dwelling is."""

    def __init__(
        self,
        office: Office,
        dwelling: DwellingId,
        tell: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        words = (
            "Hvem passer boligen for",
            "Brukes når boligen skal tilbys. Skriv om huset, aldri om dem som bor der.",
        )
        super().__init__(office, dwelling, words, tell, parent)
        never = "Tilbys aldri husstander med barn, heller ikke ved samvær."
        self.form.line(
            CheckField("emergency", "Akuttbolig", hint=never),
            CheckField("not_for_children", "Ikke for barn"),
        )
        groups = [(each, title_word(each)) for each in TargetGroup]
        self.form.line(TicksField("for_groups", "Bare for disse gruppene", groups, column=COLUMN))
        self.form.line(TextField("environment", "Om bomiljøet", optional=True))
        known = self.known
        self.begin(
            {
                "emergency": known.emergency,
                "not_for_children": known.not_for_children,
                "for_groups": known.for_groups,
                "environment": known.environment,
            }
        )

    def told(self, values: Mapping[str, object]) -> Suitability:
        ticked = _ticked(values, "for_groups")
        return replace(
            self.known,
            emergency=bool(values["emergency"]),
            not_for_children=bool(values["not_for_children"]),
            for_groups=frozenset(each for each in TargetGroup if each in ticked),
            environment=str(values["environment"] or ""),
        )


class FeaturesDialog(ToldDialog):
    """What the dwelling has and has not of what a household may ask for."""

    def __init__(
        self,
        office: Office,
        dwelling: DwellingId,
        tell: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        words = (
            "Hva har boligen",
            "Kryss av for det du vet. Resten står som ikke kjent, og taler verken for eller mot.",
        )
        super().__init__(office, dwelling, words, tell, parent)
        requirements = [(each, title_word(each)) for each in Requirement]
        self.form.line(TicksField("meets", "Boligen har", requirements, column=COLUMN))
        self.form.line(TicksField("lacks", "Boligen har ikke", requirements, column=COLUMN))
        self.begin({"meets": self.known.meets, "lacks": self.known.lacks})

    def told(self, values: Mapping[str, object]) -> Suitability:
        meets, lacks = _ticked(values, "meets"), _ticked(values, "lacks")
        return replace(
            self.known,
            meets=frozenset(each for each in Requirement if each in meets),
            lacks=frozenset(each for each in Requirement if each in lacks),
        )


def _ticked(values: Mapping[str, object], name: str) -> frozenset[object]:
    ticked = values[name]
    return ticked if isinstance(ticked, frozenset) else frozenset()
