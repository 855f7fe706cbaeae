"""«Nivå og ansvar»: the target, what the level asks for, who owns the case, and how it was."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.followup.levels.model import Demand, HelpLevel, LevelOn
from app.followup.owners.model import Owner, Ownership
from app.office import Office
from app.people.model import Person
from ui.followup.level.dialogs import LevelDialogs
from ui.followup.level.ladder import LevelLadder
from ui.followup.level.letters import HANDOVER
from ui.followup.part import FollowupPart
from ui.kit.buttons import Button, ButtonSize, button_line
from ui.kit.cards import Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind, Level
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.target_picture import TargetPicture
from ui.kit.words import Label
from ui.labels import capital, day, title_word
from ui.level_words import MENDING, level_words, spots
from ui.navigation import Navigator


class LevelPart(FollowupPart):
    """What is agreed now stands first; the histories below."""

    def __init__(
        self, office: Office, navigator: Navigator, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(office, navigator, person, parent)
        self.dialogs = LevelDialogs(office, navigator, self)
        self._history = office.levels.history(person.id)
        self._owner = office.owners.of(person.id)
        now = self._now
        self.ladder = LevelLadder(now.level if now else None, self.set_level)
        self.hand_over_button = self._small(self.tr("Overfør …"), self.hand_over)
        self.note_button = self._small(
            self.tr("Overleveringsnotat …"), partial(self.go, HANDOVER), Icon.DOCUMENT
        )
        self.phone_button = self._small(self.tr("Rett telefon …"), self.correct_phone)
        self.demands = RowList(self.tr("Hva nivået krever"), Shape.TODAY, whole=True)
        self.demands.activated_key.connect(self._mend)
        self.add(*self._cards())

    def begin(self) -> None:
        next(iter(self.ladder.buttons.values())).setFocus()

    def set_level(self, level: HelpLevel | None = None) -> None:
        """Agree on a level."""
        self.dialogs.set_level(self.person.id, level)

    def hand_over(self) -> None:
        """Give the case to another unit or coordinator."""
        if self._owner is not None:
            self.dialogs.hand_over(self.person.id, self._owner)

    def correct_phone(self) -> None:
        """The coordinator has another number."""
        if self._owner is not None:
            self.dialogs.correct_phone(self.person.id, self._owner)

    # what is shown

    @property
    def _now(self) -> LevelOn | None:
        return self._history[-1] if self._history else None

    def _small(self, words: str, act: object, icon: Icon | None = None) -> Button:
        press = act if callable(act) else None
        return Button(words, press, icon=icon, size=ButtonSize.SMALL)

    def _cards(self) -> list[QWidget]:
        cards: list[QWidget] = [self._level_card()]
        asked = self.office.levels.demands(self.person.id)
        if asked:
            cards.append(self._demands_card(asked))
        else:
            self._unused(self.demands)
        if self._owner is not None:
            cards.append(self._owner_card(self._owner))
        else:
            self._unused(self.hand_over_button, self.note_button, self.phone_button)
        owners = self.office.owners.history(self.person.id)
        if len(self._history) > 1:
            rows = [self._level_row(each) for each in reversed(self._history)]
            cards.append(_rows(self.tr("Nivået over tid"), Icon.HISTORY, rows))
        if len(owners) > 1 or (owners and self._owner is None):
            rows = [self._owned_row(each) for each in reversed(owners)]
            cards.append(_rows(self.tr("Hvem som har eid saken"), Icon.HISTORY, rows))
        return cards

    def _unused(self, *parts: QWidget) -> None:
        for part in parts:
            part.setParent(self)
            part.hide()

    def _level_card(self) -> Card:
        now = self._now
        title = level_words(now.level) if now else self.tr("Ingen oppfølging er avtalt")
        card = Card(title, icon=Icon.FOLLOWUP)
        if now is None:
            words = self.tr(
                "Velg hvor mye hjelp som er avtalt. Da får saken en eier, og Husrom sier fra om det"
                " som mangler."
            )
            card.add(Label(words, Type.BODY, Token.TEXT2, wrap=True))
        else:
            card.set_fact(self.tr("Fra {}").format(day(now.since)))
            card.add(Label(now.reason, Type.BODY, Token.TEXT2, wrap=True))
            plan = self.office.plans.of(self.person.id)
            shown = spots(self._history, plan, self.office.clock.today())
            card.add(TargetPicture(shown))
        card.add(self.ladder)
        return card

    def _demands_card(self, asked: tuple[Demand, ...]) -> Card:
        unmet = sum(not each.met for each in asked)
        fact = self.tr("{} mangler").format(unmet) if unmet else self.tr("Alt er på plass")
        card = Card(self.tr("Hva nivået krever"), icon=Icon.RULES, flush=True, fact=fact)
        self.demands.set_rows([self._demand_row(each) for each in asked])
        card.add(self.demands)
        return card

    def _demand_row(self, demand: Demand) -> Row:
        return Row(
            demand.code,
            title_word(demand.code),
            "",
            Chip(ChipKind.OK, self.tr("På plass"))
            if demand.met
            else Chip(ChipKind.SOON, self.tr("Mangler")),
            action="" if demand.met else MENDING[demand.code],
        )

    def _mend(self, key: object) -> None:
        asked = self.office.levels.demands(self.person.id)
        found = next((each for each in asked if each.code == key and not each.met), None)
        if found is not None:
            self.go(found.task)

    def _owner_card(self, owner: Owner) -> Card:
        unit = self.office.owners.unit_of(owner)
        card = Card(self.tr("Hvem som eier saken"), icon=Icon.COORDINATOR)
        card.set_fact(self.tr("Fra {}").format(day(owner.since)))
        card.add(
            Facts(
                (
                    Fact(self.tr("Ansvarlig enhet"), capital(unit.draft.name)),
                    Fact(self.tr("Koordinator"), owner.coordinator),
                    Fact(self.tr("Telefon"), owner.phone),
                    Fact(self.tr("Hvorfor"), owner.reason),
                )
            ),
            button_line(self.hand_over_button, self.note_button, self.phone_button),
        )
        return card

    def _level_row(self, known: LevelOn) -> Row:
        chip = Level.of(known.level.value).chip
        return Row(known.id, title_word(known.level), known.reason, chip, when=day(known.since))

    def _owned_row(self, known: Ownership) -> Row:
        owner = known.owner
        unit = capital(self.office.owners.unit_of(owner).draft.name)
        until = self.tr("til {}").format(day(known.until)) if known.until else self.tr("eier nå")
        return Row(
            (owner.id, known.since),
            f"{unit}: {owner.coordinator}",
            owner.reason,
            Chip(ChipKind.INFO, self.tr("Nå")) if known.until is None else None,
            when=day(known.since),
            how_long=until,
        )


def _rows(title: str, icon: Icon, rows: list[Row]) -> Card:
    card = Card(title, icon=icon, flush=True)
    made = RowList(title, Shape.TODAY, whole=True)
    made.set_rows(rows)
    card.add(made)
    return card
