"""The fields of a measure: its kind fills in the rest, and everything can be written anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.core import words
from app.core.ids import ServiceUnitId
from app.followup.kinds.model import DEFAULTS, VedtakNeed, in_order, usual_unit
from app.followup.model import LifeArea, MeasureDraft, MeasureKind
from app.office import Office
from app.people.model import Person
from ui.asking import Values, a_day, text
from ui.followup.plan.ask import PlanDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, TextField
from ui.labels import capital, title_word
from ui.measure_words import self_words

OWN = "own"
_MAY = VedtakNeed.MAY
PICK = "Velg fra listen, eller skriv tiltaket med egne ord under."
_ALONE = "Bare når noen er med. Tomt er alene."
_VEDTAK = {
    VedtakNeed.NEVER: "Dette gjøres vanligvis uten vedtak.",
    VedtakNeed.MAY: "Nummeret, hvis det gis med vedtak. Tomt er uten vedtak.",
    VedtakNeed.MUST: "Dette gis med vedtak. Skriv nummeret når vedtaket er fattet.",
}


class MeasureFields:
    """Puts them in a dialog; `prefix` stands before their names where there are others too."""

    def __init__(
        self, office: Office, person: Person, dialog: PlanDialog, prefix: str = ""
    ) -> None:
        self._office, self._person, self._dialog, self._prefix = office, person, dialog, prefix
        self._units = office.service_units.open()
        self._filled = ""
        self._quiet = False
        self.kind = ChoiceField(f"{prefix}kind", "Slags tiltak", (), optional=True, hint=PICK)
        self.words = TextField(f"{prefix}words", "Hva skal gjøres")
        self.who = ChoiceField(f"{prefix}unit", "Hvem gjør det", self._who_options())
        self.responsible = TextField(f"{prefix}responsible", "Navn på den som gjør det")
        self.vedtak = TextField(f"{prefix}vedtak", "Vedtak", optional=True, hint=_VEDTAK[_MAY])
        self.offer(None)
        self.kind.combo.currentIndexChanged.connect(lambda _at: self._kind_chosen())
        self.who.combo.currentIndexChanged.connect(lambda _at: self._who_chosen())

    def add(self, *, locked: bool = False, days: bool = True) -> None:
        """Put them in the form; a condition's own words are locked."""
        form, now = self._dialog.form, self._office.clock.today
        if not locked:
            form.line(self.kind)
            form.line(self.words)
        form.line(self.who, self.responsible)
        due = DateField(f"{self._prefix}due_on", "Gjort innen", optional=True, today=now)
        if not days:
            form.line(self.vedtak, due)
            return
        form.line(self.vedtak)
        form.line(
            DateField(f"{self._prefix}starts_on", "Starter", optional=True, today=now),
            due,
            DateField(f"{self._prefix}evaluate_on", "Evalueres", optional=True, today=now),
        )

    def offer(self, area: LifeArea | None) -> None:
        """The kinds, those of an area first."""
        kinds = [(kind, title_word(kind)) for kind in in_order(area)]
        self._hushed(lambda: self.kind.set_options(kinds))

    def show(self, draft: MeasureDraft) -> None:
        """Show one that is known, or the defaults of a new one."""
        unit = OWN if draft.own_task else draft.unit
        self._know(draft.unit)
        new = not draft.words
        values: dict[str, object] = {
            "kind": None if new else draft.kind,
            "words": draft.words or None,
            "unit": unit,
            "responsible": draft.responsible or None,
            "vedtak": draft.vedtak or None,
            "starts_on": draft.starts_on,
            "due_on": draft.due_on,
            "evaluate_on": draft.evaluate_on,
        }
        named = {f"{self._prefix}{name}": value for name, value in values.items()}
        self._hushed(lambda: self._dialog.form.set_values(named))
        self._filled = ""
        self._explain()
        self._who_chosen()

    def draft(self, values: Values, known: MeasureDraft | None = None) -> MeasureDraft:
        """What the fields say; what no field holds stays as it was."""
        start = known or MeasureDraft("")
        name, unit = self._name, values.get(self._name("unit"))
        kind, own = values.get(name("kind"), start.kind), unit == OWN
        return replace(
            start,
            words=text(values, name("words")) or (start.words if self._locked(values) else ""),
            kind=kind if isinstance(kind, MeasureKind) else MeasureKind.OTHER,
            unit=ServiceUnitId(unit) if isinstance(unit, int) else start.unit if own else None,
            own_task=own,
            responsible=text(values, name("responsible")),
            vedtak=text(values, name("vedtak")),
            due_on=a_day(values, name("due_on")),
            starts_on=self._day(values, "starts_on", start.starts_on),
            evaluate_on=self._day(values, "evaluate_on", start.evaluate_on),
        )

    def empty(self, values: Values) -> bool:
        """Whether nothing is said of what should be done."""
        return not text(values, self._name("words")) and not values.get(self._name("kind"))

    # what follows from a choice

    def _kind_chosen(self) -> None:
        """The words, the unit and the help follow, unless someone has written their own."""
        if self._quiet:
            return
        kind = self.kind.value()
        if isinstance(kind, MeasureKind):
            before = self.words.text()
            if not before or before == self._filled:
                self._filled = "" if kind is MeasureKind.OTHER else title_word(kind)
                self.words.set_value(self._filled or None)
            unit = usual_unit(kind, self._units)
            own = not DEFAULTS[kind].unit
            self.who.set_value(OWN if own else unit or self.who.value())
        self._explain()
        self._dialog.grow()

    def _who_chosen(self) -> None:
        """Where the person does it, a name is of somebody who comes along; ours are done by me."""
        unit = self.who.value()
        self.responsible.set_hint(_ALONE if unit == OWN else "")
        known = next((each for each in self._units if each.id == unit), None)
        ours = known is not None and known.id == self._office.service_units.ours().id
        if ours and not self.responsible.text() and not self._quiet:
            me = self._office.settings.me
            self.responsible.set_value(me.name if me else None)

    def _explain(self) -> None:
        kind = self.kind.value()
        known = kind if isinstance(kind, MeasureKind) else None
        self.kind.set_hint(words.explanation(known) if known else PICK)
        self.vedtak.set_hint(_VEDTAK[DEFAULTS[known].vedtak if known else _MAY])

    # small things

    def _who_options(self) -> list[tuple[object, str]]:
        own = capital(self_words(self._person.given_name))
        units = [(unit.id, capital(unit.name())) for unit in self._units]
        return [(OWN, own), *units]

    def _know(self, unit: ServiceUnitId | None) -> None:
        """A unit that is closed by now still stands where it was chosen."""
        if unit is not None and all(each.id != unit for each in self._units):
            self._units = (*self._units, self._office.service_units.get(unit))
            self._hushed(lambda: self.who.set_options(self._who_options()))

    def _hushed(self, act: Callable[[], None]) -> None:
        self._quiet = True
        try:
            act()
        finally:
            self._quiet = False

    def _name(self, name: str) -> str:
        return f"{self._prefix}{name}"

    def _locked(self, values: Values) -> bool:
        return self._name("words") not in values

    def _day(self, values: Values, name: str, known: date | None) -> date | None:
        asked = self._name(name) in values
        return a_day(values, self._name(name)) if asked else known
