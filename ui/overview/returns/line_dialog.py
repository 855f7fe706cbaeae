"""A line of KOSTRA 13 as the municipality has it, from a year, with its source (REP-19)."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.applications.model import TargetGroup
from app.office import Office
from app.overview.kostra.model import Asked, KostraLine, KostraQuery
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import NumberField, TextField
from ui.kit.ticks_field import TicksField
from ui.labels import message, problem, title_word
from ui.navigation import Navigator

WIDE, COLUMN = 640, 260


class LineDialog(AskDialog):
    """What is counted is chosen, never typed: a line cannot get a name that nothing answers to."""

    def __init__(
        self,
        office: Office,
        navigator: Navigator,
        line: KostraLine | None,
        year: int,
        parent: QWidget | None = None,
    ) -> None:
        self._office, self._navigator = office, navigator
        super().__init__(
            "Endre linje i skjemaet" if line else "Ny linje i skjemaet",
            "Linjen gjelder fra året du velger. Den forrige står for årene før, og bilder som er"
            " tatt vare på, endres ikke.",
            "Lagre linjen",
            self._save,
            words=problem,
            message=message,
            width=WIDE,
            parent=parent,
        )
        self._add_fields()
        self._fill(line, year)

    def _add_fields(self) -> None:
        queries = [("", "Telles ikke (fylles ut for hånd)")]
        queries += [(each.value, title_word(each)) for each in KostraQuery]
        groups = [(each, title_word(each)) for each in TargetGroup]
        self.form.line(
            TextField("line", "Linje", width=90),
            TextField("words", "Tekst i skjemaet"),
        )
        self.form.line(ChoiceField("query", "Hva som telles", queries))
        self.form.line(
            TicksField(
                "groups",
                "Bare disse gruppene",
                groups,
                hint="Ingen valgt betyr alle. Gjelder søknader, venteliste og tildeling.",
                column=COLUMN,
            )
        )
        self.form.line(CheckField("no_group", "Også de som ikke har fått noen gruppe"))
        self.form.line(
            NumberField("from_year", "Fra og med år", width=110),
            NumberField("to_year", "Til og med år", optional=True, width=140),
            TextField("source", "Kilde", hint="For eksempel skjema 13 for 2026, SSB."),
        )
        self.form.line(CheckField("dropped", "Linjen er tatt ut av skjemaet"))

    def _fill(self, line: KostraLine | None, year: int) -> None:
        asked = Asked.read(line.query) if line else None
        groups = asked.groups if asked and asked.groups else frozenset()
        self.form.set_values(
            {
                "line": line.line if line else "",
                "words": line.words if line else "",
                "query": asked.query.value if asked else "",
                "groups": frozenset(each for each in groups if each is not None),
                "no_group": None in groups,
                "from_year": max(line.from_year, year) if line else year,
                "to_year": line.to_year if line else None,
                "source": line.source if line and line.local else "",
                "dropped": False,
            }
        )

    def _save(self, values: Mapping[str, object]) -> None:
        asked = _asked(values)
        to_year, from_year = values.get("to_year"), values.get("from_year")
        self._office.kostra.set_line(
            KostraLine(
                line=str(values.get("line") or ""),
                words=str(values.get("words") or ""),
                query=asked.written if asked else "",
                from_year=from_year if isinstance(from_year, int) else 0,
                to_year=to_year if isinstance(to_year, int) else None,
                source=str(values.get("source") or ""),
                local=True,
                dropped=values.get("dropped") is True,
            )
        )
        self._navigator.tell("Linjen er lagret")


def _asked(values: Mapping[str, object]) -> Asked | None:
    chosen = str(values.get("query") or "")
    if not chosen:
        return None
    query = KostraQuery(chosen)
    ticked = values.get("groups")
    groups: set[TargetGroup | None] = set()
    if isinstance(ticked, frozenset):
        groups.update(each for each in ticked if isinstance(each, TargetGroup))
    if values.get("no_group") is True:
        groups.add(None)
    return Asked(query, frozenset(groups) if groups and query.by_group else None)
