"""What was kept beside what the register answers for the same days now."""

from PySide6.QtWidgets import QWidget

from app.core.days import short_day
from app.core.ids import Ref
from app.core.records import dataclass
from app.core.text import grouped, plural
from app.office import Office
from app.overview.snapshots.model import Answer, Snapshot
from ui.kit import fonts
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.kit.columns import Align, Column
from ui.kit.dialogs import Dialog
from ui.kit.empty import EmptyState
from ui.kit.fonts import Type
from ui.kit.models import RecordModel
from ui.kit.palette import Token
from ui.kit.table import RecordTable
from ui.kit.words import Label
from ui.labels import day, title_word
from ui.navigation import Navigator
from ui.overview.behind import BehindDialog

HIGH, WIDE, TALL = 340, 780, 660


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure then and now; `refs` the cases that came or went."""

    key: str
    words: str
    then: int | None
    now: int | None
    came: int = 0
    left: int = 0
    refs: tuple[Ref, ...] = ()


def _number(value: int | None) -> str:
    return "–" if value is None else grouped(value)


def change_words(pair: Pair) -> str:
    """«2 nye, 1 borte», or that it is the same."""
    if pair.then == pair.now and not pair.came and not pair.left:
        return "Uendret"
    parts = [plural(pair.came, "ny", "nye")] if pair.came else []
    parts += [f"{grouped(pair.left)} borte"] if pair.left else []
    return ", ".join(parts) or "Endret"


PAIRS: tuple[Column[Pair], ...] = (
    Column("key", "Tall", lambda pair: pair.key, width=70),
    Column("words", "Hva", lambda pair: pair.words, strong=True, stretch=True, width=220),
    Column(
        "then",
        "Da",
        lambda pair: _number(pair.then),
        sort=lambda pair: pair.then,
        align=Align.RIGHT,
        width=70,
    ),
    Column(
        "now",
        "Nå",
        lambda pair: _number(pair.now),
        sort=lambda pair: pair.now,
        align=Align.RIGHT,
        width=70,
    ),
    Column("change", "Forskjell", change_words, width=130),
)


class CompareDialog(Dialog):
    """Enter on a figure shows the cases that came or went."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        kept: Snapshot,
        now: Answer,
        parent: QWidget | None = None,
    ) -> None:
        officer = office.settings.officer(kept.by)
        by = f" av {officer.name}" if officer else ""
        taken = f"Tatt vare på {short_day(kept.kept_at.date())}{by}"
        words = f"{day(kept.first)}–{day(kept.last)}. {taken}."
        super().__init__(title_word(kept.kind), words, leave="Lukk", width=WIDE, parent=parent)
        self.resize(fonts.px(WIDE), fonts.px(TALL))
        self._office, self._navigator = office, navigator
        self.changed = office.snapshots.compare(kept, now.figures)
        self.table: RecordTable[Pair] = RecordTable(
            "compare",
            "Da og nå",
            RecordModel(PAIRS),
            empty=EmptyState("Ingen tall", "", drawing=False),
            identity=lambda pair: pair.key,
        )
        self.table.setMinimumHeight(fonts.px(HIGH))
        self.table.set_rows(self._pairs(kept, now))
        self.table.opened.connect(self._open)
        self.add(self._finding(kept), self.table, self._rules(kept, now))

    def _finding(self, kept: Snapshot) -> Callout:
        if not self.changed:
            words = "Registeret svarer det samme nå"
            return Callout(ChipKind.OK, words, "Alle tallene er som da de ble tatt vare på.")
        other = "er et annet" if len(self.changed) == 1 else "er andre"
        then = (
            "Noe er ført inn eller rettet siden. Det som ble tatt vare på, står som det var."
            " Enter på et tall viser sakene."
        )
        return Callout(
            ChipKind.SOON, f"{len(self.changed)} av {len(kept.figures)} tall {other} nå", then
        )

    def _pairs(self, kept: Snapshot, now: Answer) -> tuple[Pair, ...]:
        """The changed first, then those that are the same."""
        words = {**now.words, **kept.words}
        pairs = [
            Pair(
                each.key,
                words.get(each.key, ""),
                each.then,
                each.now,
                len(each.came),
                len(each.left),
                (*each.came, *each.left),
            )
            for each in self.changed
        ]
        other = {pair.key for pair in pairs}
        same = [each for each in kept.figures if each.key not in other]
        pairs += [Pair(e.key, words.get(e.key, ""), e.count, e.count) for e in same]
        return tuple(pairs)

    @staticmethod
    def _rules(kept: Snapshot, now: Answer) -> Label:
        """Whether the rules it was counted by are others now."""
        keys = dict.fromkeys((*kept.versions, *now.versions))
        other = [key for key in keys if kept.versions.get(key) != now.versions.get(key)]
        words = (
            "Reglene og linjene er de samme som da."
            if not other
            else f"Andre regler eller linjer nå: {', '.join(other)}."
        )
        return Label(f"{words} Kontrollsum {kept.digest[:12]}.", Type.HELP, Token.TEXT2, wrap=True)

    def _open(self, pair: object) -> None:
        if isinstance(pair, Pair) and pair.refs:
            title = f"Nye eller borte: {pair.words or pair.key}"
            BehindDialog(self._office, self._navigator, title, pair.refs, self).open()
