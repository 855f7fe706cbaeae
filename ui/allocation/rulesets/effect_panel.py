"""What the typed rules would change: which keys, and who would move, before anything is saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.allocation.eligibility.model import Effect, Turned
from app.allocation.rulesets.model import RuleChange
from app.core import words
from app.core.text import plural
from ui.kit import fonts
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import Row, RowList, Shape
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import capital, said

MOST = 40
_OUTCOMES = {True: "oppfyller", False: "oppfyller ikke", None: "mangler opplysninger"}


class EffectPanel(QWidget):
    """Two cards: the changed keys, and the people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = RowList(self.tr("Endringer i reglene"), Shape.TIMELINE, whole=True)
        self.people = RowList(self.tr("Hvem det gjelder"), Shape.TIMELINE, whole=True)
        self.told = Label("", Type.HELP, Token.TEXT2, wrap=True)
        self.none = Label(
            self.tr(
                "Ingen endringer ennå. Skriv i skjemaet, så ser du her hva som blir annerledes."
            ),
            Type.HELP,
            Token.TEXT2,
            wrap=True,
        )
        changes = Card(self.tr("Endringer"))
        changes.add(self.none, self.keys)
        people = Card(self.tr("Hvem flytter seg"))
        people.add(self.told, self.people)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        column.addWidget(changes)
        column.addWidget(people)
        column.addStretch(1)

    def show_changes(self, changes: tuple[RuleChange, ...], name_of: Callable[[str], str]) -> None:
        """Each key with what it was and becomes."""
        self.keys.set_rows(
            [
                Row(
                    change.key,
                    name_of(change.key),
                    f"{change.before} → {change.after}",
                    icon=Icon.EDIT,
                )
                for change in changes
            ]
        )
        self.none.setVisible(not changes)
        self.keys.setVisible(bool(changes))

    def show_effect(self, effect: Effect) -> None:
        """Who would be judged or placed otherwise."""
        rows = [*map(_turned, effect.turned), *_shifted(effect)]
        self.people.set_rows(rows[:MOST])
        self.people.setVisible(bool(rows))
        looked = self.tr("Regnet for {} uten vedtak og {} på ventelisten.").format(
            plural(effect.undecided, "sak", "saker"), effect.waiting
        )
        more = self.tr(" Viser {} av {}.").format(MOST, len(rows)) if len(rows) > MOST else ""
        nobody = self.tr("Ingen blir vurdert eller plassert annerledes. ")
        kept = self.tr(" Det som er vedtatt, står.")
        self.told.setText(f"{'' if rows else nobody}{looked}{more}{kept}")


def _turned(turned: Turned) -> Row:
    because = ", ".join(words.word(each.criterion) for each in turned.because)
    return Row(
        ("turned", turned.row.id),
        f"{turned.row.name}, {turned.row.number}",
        f"{capital(_OUTCOMES[turned.before])} → {_OUTCOMES[turned.after]}. {capital(because)}.",
        chip=Chip(ChipKind.OK if turned.after else ChipKind.SOON, _OUTCOMES[turned.after]),
    )


def _shifted(effect: Effect) -> list[Row]:
    return [
        Row(
            ("shifted", each.row.id),
            f"{each.row.name}, {each.row.number}",
            ""
            if each.behind is None
            else words.sentence(each.behind.code.value, said(each.behind.facts)),
            chip=Chip(
                ChipKind.INFO,
                f"Plass {each.before} → {each.after}",
            ),
        )
        for each in effect.shifted
    ]
