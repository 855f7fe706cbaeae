"""The report of condition: what is not good is typed, the paper beside it (DOC-22)."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, OfficeError
from app.leases.handover.reports.model import (
    ALWAYS,
    MAY_HAVE,
    HandoverKind,
    ItemCondition,
    ItemKind,
    Place,
    Remark,
    ReportDraft,
    RoomKind,
    SmokeAlarm,
)
from app.leases.model import Lease
from app.office import Office
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MultilineField, NumberField, TextField
from ui.kit.rows_field import Lines, RowsField
from ui.kit.ticks_field import TicksField
from ui.labels import named, problem, title_word
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

MOST_BEDROOMS = 9
_WORSE = (ItemCondition.WORN, ItemCondition.DAMAGED, ItemCondition.MISSING)


class ReportDesk(LetterDesk):
    """Everything is good until a line says otherwise; Enter in the words begins the next line."""

    def __init__(
        self,
        kind: HandoverKind,
        office: Office,
        navigator: Navigator,
        lease: Lease,
        parent: QWidget | None = None,
    ) -> None:
        self._kind, self._lease = kind, lease
        self._draft = office.handover_reports.begun(lease.id, kind)
        make = "Lag protokollen"
        super().__init__(
            office, navigator, title_word(kind), "handover_report.issued", make, parent
        )
        tenant = office.people.get(lease.draft.tenant)
        self.header.set_subtitle(f"{named(tenant.name)}, {lease.number}")
        self.form.set_values(self._values(self._draft))
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the paper tells what it lacks

    def add_fields(self) -> None:
        form, today = self.form, self.office.clock.today
        form.section(self.tr("Ikke i orden"))
        needed = ("words", "item")
        self.remarks = RowsField(
            "remarks", self.tr("merknad"), self._remark_lines, needed, words=problem
        )
        form.line(self.remarks)
        form.section(self.tr("Befaringen"))
        form.line(
            DateField("held_on", self.tr("Dag"), today=today),
            TextField("present", self.tr("Andre til stede"), optional=True),
        )
        form.line(
            ChoiceField(
                "smoke_alarm",
                self.tr("Røykvarsleren"),
                [(each, title_word(each)) for each in SmokeAlarm],
            )
        )
        dwelling = self.office.dwellings.get(self._lease.draft.dwelling).draft
        form.line(
            self._reading("power_reading", self.tr("Strømmåler"), dwelling.meter_power, "kWh"),
            self._reading("water_reading", self.tr("Vannmåler"), dwelling.meter_water, "m³"),
        )
        form.section(self.tr("Rommene"))
        form.line(NumberField("bedrooms", self.tr("Soverom"), most=MOST_BEDROOMS))
        rooms = [(room, title_word(room)) for room in (*ALWAYS, *MAY_HAVE)]
        form.line(TicksField("rooms", self.tr("Andre rom"), rooms))
        form.line(MultilineField("note", self.tr("Annet"), optional=True, lines=2))

    def _reading(self, name: str, label: str, number: str, suffix: str) -> TextField:
        hint = self.tr("Måler {}").format(number) if number else ""
        return TextField(name, label, optional=True, hint=hint, suffix=suffix, right=True)

    def _remark_lines(self) -> Lines:
        rooms = [(room, _room_words(*room)) for room in self._rooms()]
        items = [(item, title_word(item)) for item in ItemKind]
        states = [(state, title_word(state)) for state in _WORSE]
        state = ChoiceField("condition", self.tr("Tilstand"), states)
        state.set_value(ItemCondition.DAMAGED)
        room = ChoiceField("room", self.tr("Rom"), rooms)
        words = TextField("words", self.tr("Hva er galt"))
        what = [room, ChoiceField("item", self.tr("Hva"), items), state]
        if self._kind is HandoverKind.MOVE_IN:
            return (what, [words])
        wear = CheckField("beyond_wear", self.tr("Mer enn vanlig slitasje"))
        return (what, [wear], [words])

    def _rooms(self) -> tuple[tuple[RoomKind, int], ...]:
        return self.office.handover_reports.rooms(self._draft)

    # values

    def _values(self, draft: ReportDraft) -> dict[str, object]:
        return {
            "held_on": draft.held_on,
            "present": draft.present,
            "smoke_alarm": draft.smoke_alarm,
            "power_reading": draft.power_reading,
            "water_reading": draft.water_reading,
            "bedrooms": draft.bedrooms,
            "rooms": draft.rooms,
            "note": draft.note,
            "remarks": tuple(self._row(remark) for remark in draft.remarks),
        }

    def _row(self, remark: Remark) -> dict[str, object]:
        row: dict[str, object] = {
            "room": (remark.place.room, remark.place.number),
            "item": remark.place.item,
            "condition": remark.condition,
            "words": remark.words,
        }
        if self._kind is HandoverKind.MOVE_OUT:
            row["beyond_wear"] = remark.beyond_wear
        return row

    def draft(self) -> ReportDraft:
        """What the form holds now."""
        values = self.form.values()
        held, alarm = values["held_on"], values["smoke_alarm"]
        bedrooms, rooms, rows = values["bedrooms"], values["rooms"], values["remarks"]
        return ReportDraft(
            held_on=held if isinstance(held, date) else None,
            present=str(values["present"] or ""),
            bedrooms=bedrooms if isinstance(bedrooms, int) else 0,
            rooms=rooms if isinstance(rooms, frozenset) else frozenset(ALWAYS),
            power_reading=str(values["power_reading"] or ""),
            water_reading=str(values["water_reading"] or ""),
            smoke_alarm=alarm if isinstance(alarm, SmokeAlarm) else None,
            note=str(values["note"] or ""),
            remarks=tuple(map(_remark, rows if isinstance(rows, tuple) else ())),
        )

    def preview(self) -> bytes:
        self._draft = draft = self.draft()
        reports = self.office.handover_reports
        reports.save(self._lease.id, self._kind, draft)
        wrong = reports.check(self._lease.id, self._kind, draft)
        problems = wrong.problems if wrong else ()
        self.remarks.told(problems)
        blocking = [each for each in problems if each.blocks]
        if blocking:
            raise Invalid(blocking)
        return self.office.letters.preview(reports.preview(self._lease.id, self._kind, draft))

    def finish(self) -> object:
        return self.office.handover_reports.issue(self._lease.id, self._kind, self.draft())

    def leave(self) -> None:
        """What is typed is kept: the report is written on from where it was left."""
        self.navigator.attempt(self._keep)
        super().leave()

    def _keep(self) -> None:
        reports = self.office.handover_reports
        try:
            reports.save(self._lease.id, self._kind, self.draft())
        except OfficeError as error:
            if error.code != "report_signed":
                raise

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal protokollen lages slik?"),
            self.tr("Skriv den ut, gå gjennom den sammen, og skriv under begge to."),
        )


def _remark(row: Mapping[str, object]) -> Remark:
    room = row["room"]
    kind, number = room if isinstance(room, tuple) else (RoomKind.HALL, 0)
    item, condition = row["item"], row["condition"]
    place = Place(kind, item if isinstance(item, ItemKind) else ItemKind.OTHER, number)
    state = condition if isinstance(condition, ItemCondition) else ItemCondition.DAMAGED
    words, beyond = str(row["words"] or ""), row.get("beyond_wear") is True
    return Remark(place, state, words, beyond_wear=beyond)


def _room_words(room: RoomKind, number: int) -> str:
    return f"{title_word(room)} {number or ''}".strip()


MoveInReportDesk = partial(ReportDesk, HandoverKind.MOVE_IN)
MoveOutReportDesk = partial(ReportDesk, HandoverKind.MOVE_OUT)
