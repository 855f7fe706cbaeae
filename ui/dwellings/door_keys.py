"""The keys of a dwelling: how many, and where each is (HL-07)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, OfficeError, Problem
from app.core.ids import DwellingId, LeaseId
from app.dwellings.keys.model import DoorKey, DoorKeyId, DoorKeyKind, KeyHolder
from app.leases.model import LeaseRow
from app.office import Office
from app.people.model import AddressProtection
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fields import DateField, TextField
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, done, message, problem, title_word, word

Tell = Callable[[str], object]
Values = Mapping[str, object]
_MOVES = (KeyHolder.OFFICE, KeyHolder.CARETAKER, KeyHolder.LOST)
_TOLD = {
    KeyHolder.OFFICE: "door_key.taken_back",
    KeyHolder.CARETAKER: "door_key.lent",
    KeyHolder.LOST: "door_key.lost",
}


def keys_card(
    office: Office,
    dwelling: DwellingId,
    leases: Sequence[LeaseRow],
    register: Callable[[], object],
    move: Callable[[object], object],
) -> Card:
    """Every key with where it is; Enter says that it is somewhere else."""
    link = Button("Registrer …", register, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    link.setAccessibleName("Registrer nøkler")
    keys = office.door_keys.of_dwelling(dwelling)
    card = Card("Nøkler", icon=Icon.LEASES, link=link, flush=bool(keys))
    if not keys:
        card.add(Label("Ingen nøkler er registrert.", Type.HELP, Token.TEXT2, wrap=True))
        return card
    numbers = {row.id: row.number for row in leases if row.protection is AddressProtection.NONE}
    rows = RowList("Nøkler", Shape.TIMELINE, whole=True)
    rows.set_rows([_row(key, numbers) for key in keys])
    rows.activated_key.connect(move)
    card.add(rows)
    return card


def _row(key: DoorKey, numbers: Mapping[LeaseId, str]) -> Row:
    whose = numbers.get(key.now.lease, "") if key.now.lease is not None else ""
    where = ", ".join(part for part in (title_word(key.now.holder), whose) if part)
    return Row(
        key.id,
        f"{key.mark}, {word(key.kind)}",
        where,
        icon=Icon.WARNING if key.now.holder is KeyHolder.LOST else Icon.LEASES,
        when=day(key.now.since),
    )


class RegisterKeys(AskDialog):
    """Several keys by their marks."""

    def __init__(self, office: Office, dwelling: DwellingId, tell: Tell, parent: QWidget) -> None:
        super().__init__(
            "Registrer nøkler",
            "Nøklene ligger på kontoret til de blir levert ut.",
            "Registrer",
            self._register,
            words=problem,
            message=message,
            parent=parent,
        )
        self._office, self._dwelling, self._told = office, dwelling, tell
        options = [(each, title_word(each)) for each in DoorKeyKind]
        kinds = ChoiceField("kind", "Nøkkel til", options)
        kinds.set_value(DoorKeyKind.DOOR)
        self.form.line(TextField("marks", "Merke", hint="«1–3» gir tre nøkler."), kinds)

    def _register(self, values: Values) -> None:
        kind = DoorKeyKind(str(values["kind"]))
        self._office.door_keys.register(self._dwelling, kind, str(values["marks"] or ""))
        self._told(done("door_key.registered"))


class MoveKey(AskDialog):
    """Where a key is now; to a tenant it goes from the lease."""

    def __init__(self, office: Office, key: DoorKeyId, tell: Tell, parent: QWidget) -> None:
        super().__init__(
            "Hvor er nøkkelen?",
            "Til en leietaker leverer du den ut fra leieforholdet.",
            "Lagre",
            self._move,
            words=problem,
            message=message,
            parent=parent,
        )
        self._office, self._key, self._told = office, key, tell
        now = office.door_keys.moves(key)[-1].holder
        options = [(each, title_word(each)) for each in _MOVES if each is not now]
        where = RadioField("holder", "Nå er den", options)
        where.set_value(options[0][0])
        since = DateField("since", "Fra", today=office.clock.today)
        since.set_value(office.clock.today())
        self.form.line(where)
        self.form.line(since, TextField("note", "Merknad", optional=True))

    def _move(self, values: Values) -> None:
        since, note = values["since"], str(values["note"] or "")
        if not isinstance(since, date):
            raise Invalid([Problem("since", "day_missing")])
        holder, keys = KeyHolder(str(values["holder"])), self._office.door_keys
        whose = keys.moves(self._key)[-1].lease
        try:
            if holder is KeyHolder.OFFICE:
                keys.take_back((self._key,), since)
            elif holder is KeyHolder.CARETAKER:
                keys.lend((self._key,), since, note)
            else:
                keys.lost((self._key,), since, note, whose)
        except Invalid as error:
            if any(each.field in values for each in error.problems):
                raise
            raise OfficeError(error.problems[0].code, **error.problems[0].facts) from error
        self._told(done(_TOLD[holder]))
