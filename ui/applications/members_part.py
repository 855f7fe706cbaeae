"""Those who shall live with the applicant: one line each, added and removed by keyboard."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.applications.model import OtherMember
from app.core.errors import OfficeError, Problem
from app.core.ids import PersonId
from app.core.national_id import parse_national_id
from app.office import Office
from app.people.model import PersonDraft, Presence, Role
from ui.applications.person_finder import split_name
from ui.kit import fonts
from ui.kit.ask import BareForm
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.choice_fields import ChoiceField
from ui.kit.days import read_day
from ui.kit.fields import ReadField, TextField
from ui.kit.icons import Icon
from ui.kit.tab_order import stand_on, tab_before
from ui.labels import day, problem

# One choice for role and presence, so that a line has three fields
WHO: tuple[tuple[tuple[Role, Presence], str], ...] = (
    ((Role.CHILD, Presence.LIVES_HERE), "Barn, bor her"),
    ((Role.CHILD, Presence.VISITS), "Barn, har samvær"),
    ((Role.CHILD, Presence.EXPECTED), "Barn, ventet"),
    ((Role.CO_APPLICANT, Presence.LIVES_HERE), "Medsøker"),
    ((Role.ADULT, Presence.LIVES_HERE), "Voksen, bor her"),
    ((Role.ADULT, Presence.EXPECTED), "Voksen, ventet"),
)
_FIELDS = {
    "given_name": "name",
    "family_name": "name",
    "national_id": "born",
    "birth_date": "born",
    "role": "who",
}
_NUMBER = 11


def read_born(text: str, today: date) -> str:
    """A day or a national number, as ISO text or digits; raises OfficeError."""
    digits = "".join(text.split())
    if digits.isdecimal() and len(digits) == _NUMBER:
        return parse_national_id(digits).digits
    return read_day(text, today).isoformat()


def write_born(value: object) -> str:
    """«14.03.2019», or the number masked behind its day."""
    text = str(value)
    return parse_national_id(text).mask() if text.isdecimal() else day(date.fromisoformat(text))


def _worded(born: str, today: date) -> str:
    """What is read shows as the field would; what is half typed as it was."""
    try:
        return write_born(read_born(born, today) if born.isdecimal() else born)
    except (OfficeError, ValueError):
        return born


class MemberLine(BareForm):
    """One member: what they are, name, born or number."""

    removed = Signal()

    def __init__(self, office: Office, place: int, serial: int) -> None:
        super().__init__(f"Person {place} i husstanden", problem)
        self.serial = serial
        self.body.setSpacing(0)
        self._office = office
        self._born = ""
        self.line(
            ChoiceField("who", self.tr("Hvem"), WHO, width=160),
            TextField("name", self.tr("Navn")),
            ReadField(
                "born",
                self.tr("Født eller nummer"),
                self._read,
                self._write,
                width=150,
                optional=True,
                example="dd.mm.åååå",
            ),
        )
        self.set_values({"who": WHO[0][0]})

    def _read(self, text: str) -> object:
        """The field shows a masked number once it is left; the digits are kept here."""
        if "•" in text:
            return self._born
        self._born = read_born(text, self._office.clock.today())
        return self._born

    @staticmethod
    def _write(value: object) -> str:
        return write_born(value)

    def member(self) -> OtherMember | None:
        """Who it is; None while there is no name."""
        values = self.values()
        born, name = str(values["born"] or ""), str(values["name"] or "")
        role, presence = self._who
        if not name and not born:
            return None
        number = born if born.isdecimal() else ""
        known = self._known(number)
        if known is not None:
            return OtherMember(known, role, presence)
        typed = split_name(name)
        draft = PersonDraft(typed.given_name, typed.family_name, national_id=number)
        if born and not number:
            draft = replace(draft, birth_date=date.fromisoformat(born))
        return OtherMember(draft, role, presence)

    def typed(self) -> tuple[str, str, str, str]:
        """Role, presence, name and born as they stand, whole or half."""
        role, presence = self._who
        values = self.values()
        field = self.field("born").control
        half = field.text() if isinstance(field, QLineEdit) else ""
        born = str(values["born"] or ("" if "•" in half else half))
        return role.value, presence.value, str(values["name"] or ""), born

    def show_typed(self, who: tuple[Role, Presence], name: str, born: str) -> None:
        """Show what was typed before; half a day stays half."""
        self.set_values({"who": who, "name": name or None})
        control = self.field("born").control
        if isinstance(control, QLineEdit) and born:
            control.setText(_worded(born, self._office.clock.today()))
            self._born = born

    @property
    def _who(self) -> tuple[Role, Presence]:
        chosen = self.field("who").value()
        return next((pair for pair, _ in WHO if pair == chosen), WHO[0][0])

    def _known(self, number: str) -> PersonId | None:
        try:
            return self._office.people.by_number(number) if number else None
        except OfficeError:
            return None

    def told(self, problems: list[Problem]) -> None:
        """Show problems of this member beside its own fields."""
        self.show_problems([replace(p, field=_FIELDS.get(p.field, "name")) for p in problems])


class MembersPart(QWidget):
    """The lines, and the button that adds one."""

    changed = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.lines: list[MemberLine] = []
        self._made = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(8))
        self._column = QVBoxLayout()
        self._column.setSpacing(fonts.px(8))
        column.addLayout(self._column)
        self.add_button = Button(
            self.tr("Legg til person"),
            self.add,
            kind=ButtonKind.QUIET,
            icon=Icon.NEW,
            size=ButtonSize.SMALL,
        )
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self) -> MemberLine:
        """One more line, with the cursor in it."""
        self._made += 1
        line = MemberLine(self._office, len(self.lines) + 1, self._made)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.px(8))
        row.addWidget(line, 1)
        remove = IconButton(
            Icon.CLOSE,
            self.tr("Ta bort person {}").format(len(self.lines) + 1),
            lambda: self._remove(line, holder),
        )
        remove.setFixedHeight(fonts.px(36))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addWidget(holder)
        self.lines.append(line)
        line.changed.connect(lambda _name: self.changed.emit())
        line.left.connect(lambda _name: self.changed.emit())
        controls = [line.field(name).control for name in line.names]
        tab_before(self.add_button, [*controls, remove])
        stand_on(line.field("who").control)
        self.changed.emit()
        return line

    def _remove(self, line: MemberLine, holder: QWidget) -> None:
        self.lines.remove(line)
        holder.hide()
        holder.deleteLater()
        self.add_button.setFocus()
        self.changed.emit()

    def clear(self) -> None:
        """No lines."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines, self._made = [], 0

    def members(self) -> tuple[OtherMember, ...]:
        """Everyone with a name, in order."""
        found = (line.member() for line in self.lines)
        return tuple(member for member in found if member is not None)

    def names(self) -> list[tuple[int, str]]:
        """The serial number and name of each line."""
        return [
            (line.serial, str(line.field("name").value() or f"Person {place}"))
            for place, line in enumerate(self.lines, start=1)
        ]

    def place_of(self, serial: int) -> int | None:
        """Which of `members` the line of that number is, from 0; None when it is gone."""
        named = [line.serial for line in self.lines if line.member() is not None]
        return named.index(serial) if serial in named else None

    def told(self, problems: tuple[Problem, ...]) -> None:
        """«others.0.birth_date» stands in the first named line, beside the day."""
        named = [line for line in self.lines if line.member() is not None]
        for place, line in enumerate(named):
            start = f"others.{place}."
            mine = [p for p in problems if p.field.startswith(start)]
            line.told([replace(p, field=p.field.removeprefix(start)) for p in mine])
