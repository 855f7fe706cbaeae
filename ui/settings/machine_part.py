"""This machine: keyring, how soon it locks, how it looks, and the keys."""

from datetime import date

from PySide6.QtWidgets import QApplication

from app.core.days import day_and_year
from app.office import Office
from ui.kit import machine, palette
from ui.kit.buttons import Button
from ui.kit.cards import Card, Fact, Facts, Section
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.keys import Key, Scope
from ui.kit.palette import Scheme, Token
from ui.kit.words import Label
from ui.navigation import Navigator
from ui.settings.section import SettingsPart, buttons, explained

_SYSTEM = "system"
_SCHEMES: tuple[tuple[object, str], ...] = (
    (_SYSTEM, "Som på maskinen"),
    (Scheme.LIGHT, "Lyst"),
    (Scheme.DARK, "Mørkt"),
    (Scheme.CONTRAST, "Høy kontrast"),
)


class MachinePart(SettingsPart):
    """Choices that belong to this machine, not to the register."""

    def __init__(self, office: Office, navigator: Navigator) -> None:
        super().__init__(office, navigator)
        self.add(self._looks(), self._lock(), self._ring(), _keys())

    def _looks(self) -> Card:
        card = Card(self.tr("Utseende"), icon=Icon.SHOW)
        self.scheme = RadioField("scheme", self.tr("Farger"), _SCHEMES)
        self.scheme.changed.connect(lambda _name: self._set_scheme())
        self.text_size = ChoiceField(
            "size",
            self.tr("Tekststørrelse"),
            [(size, f"{size}\u00a0%") for size in machine.TEXT_SIZES],
            width=150,
            hint=self.tr("Brukes neste gang registeret låses opp."),
        )
        self.text_size.changed.connect(lambda _name: self._set_size())
        card.add(self.scheme, self.text_size)
        return card

    def _lock(self) -> Card:
        card = Card(self.tr("Lås"), icon=Icon.LOCK)
        self.minutes = ChoiceField(
            "minutes",
            self.tr("Lås når ingen har brukt maskinen på"),
            [(each, self.tr("{} minutter").format(each)) for each in machine.IDLE_CHOICES],
            width=190,
            hint=self.tr("Husrom låses også når skjermen låses eller maskinen sover."),
        )
        self.minutes.changed.connect(lambda _name: self._set_minutes())
        card.add(self.minutes)
        return card

    def _ring(self) -> Card:
        card = Card(self.tr("Maskinens nøkkelring"), icon=Icon.KEYRING)
        card.add(
            explained(
                self.tr(
                    "Nøkkelringen kan åpne registeret når Husrom startes på denne maskinen. "
                    "Etter en lås må passordet skrives uansett."
                )
            )
        )
        self._ring_state = Label("", Type.BODY_STRONG, Token.TEXT, wrap=True)
        self.ring_button = Button("", self._turn_ring)
        card.add(self._ring_state, buttons(self.ring_button))
        return card

    def reload(self) -> None:
        self.scheme.set_value(machine.scheme() or _SYSTEM)
        self.text_size.set_value(machine.text_size())
        self.minutes.set_value(machine.idle_minutes())
        since = self._since
        self._ring_state.setText(
            self.tr("Slått på {}").format(day_and_year(since)) if since else self.tr("Slått av")
        )
        self.ring_button.set_words(
            self.tr("Slå av nøkkelringen") if since else self.tr("Slå på nøkkelringen")
        )

    @property
    def _since(self) -> date | None:
        return machine.known_register(self.office.files.register).keyring_since

    def _set_scheme(self) -> None:
        chosen = self.scheme.value()
        scheme = chosen if isinstance(chosen, Scheme) else None
        machine.set_scheme(scheme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            palette.apply(application, scheme)

    def _set_size(self) -> None:
        if isinstance(size := self.text_size.value(), int):
            machine.set_text_size(size)

    def _set_minutes(self) -> None:
        if isinstance(minutes := self.minutes.value(), int):
            machine.set_idle_minutes(minutes)

    def _turn_ring(self) -> None:
        path, settings = self.office.files.register, self.office.settings
        if self._since:
            if self.navigator.attempt(settings.forget_here):
                machine.remember_keyring(path, None)
        elif self.navigator.attempt(settings.remember_here):
            machine.remember_keyring(path, self.office.clock.today())
        self.reload()


def _keys() -> Card:
    card = Card("Taster", icon=Icon.KEYBOARD)
    for place, scope in enumerate(Scope):
        section = Section(scope.value, first=place == 0)
        section.add(Facts([Fact(key.words, key.shown) for key in Key if key.scope is scope]))
        card.add(section)
    return card
