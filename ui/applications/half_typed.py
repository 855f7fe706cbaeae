"""What stands half typed in «Ny søknad», as a draft can hold it, and back into the form.

Kept inside the register alone. Who applies is kept as an id when they are known here.
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit

from app.applications.intake.model import HelpNeed, Hindrance, Paper, PaperKind, Requirement
from app.applications.model import NeedCategory, TargetGroup
from app.core.cases import CaseKind
from app.core.errors import NotFound
from app.core.ids import PersonId
from app.people.model import AddressProtection, Presence, Role
from ui.applications.application_form import ApplicationForm
from ui.kit.rows_field import RowsField

_WHERE = (
    "address",
    "postal_code",
    "postal_place",
    "present_housing",
    "landlord",
    "rented_where",
    "representative.line",
    "representative.postal_code",
    "representative.postal_place",
)
_TICKED = {
    "cases": CaseKind,
    "needs": NeedCategory,
    "other_groups": TargetGroup,
    "requirements": Requirement,
    "hindrances": Hindrance,
    "help_needs": HelpNeed,
}


def half_typed(form: ApplicationForm) -> dict[str, object]:
    """All that is typed and chosen; for strengt fortrolig nothing that tells where (ADR-02)."""
    values = form.values()
    if values["protection"] is AddressProtection.STRICTLY_CONFIDENTIAL:
        values |= dict.fromkeys(_WHERE)
    for name in _TICKED:
        ticked = values[name]
        values[name] = sorted(ticked) if isinstance(ticked, frozenset) else []
    values["papers"] = _papers(values["papers"])
    tables = {name: form.field(name) for name in form.names}
    rows = {name: f.typed() for name, f in tables.items() if isinstance(f, RowsField)}
    rows["incomes"] = [[_place(form, who), *rest] for who, *rest in _pairs(rows["incomes"])]
    return (
        values
        | rows
        | {
            "person": form.finder.person,
            "searched": form.finder.field.text(),
            "new_person": form.new_person,
            "anew": form.household_anew,
            "members": [list(line.typed()) for line in form.members.lines],
            "unread": [[name, text] for name, text in _unread(form).items()],
        }
    )


def _papers(papers: object) -> list[object]:
    held = [p for p in papers if isinstance(p, Paper)] if isinstance(papers, tuple) else []
    return [[paper.kind, paper.received_on, paper.not_needed] for paper in held]


def _place(form: ApplicationForm, key: object) -> object:
    """Lines are numbered from one again when they are put back."""
    serials = [line.serial for line in form.members.lines]
    return serials.index(key) + 1 if key in serials else key


def _unread(form: ApplicationForm) -> dict[str, str]:
    """What can not be read, as it was typed: half a day is kept too."""
    wrong = [form.field(name) for name in form.names if form.field(name).reading() is not None]
    return {
        field.name: field.control.text() for field in wrong if isinstance(field.control, QLineEdit)
    }


def put_back(form: ApplicationForm, kept: Mapping[str, object]) -> None:
    """Show what was half typed. One who is not in the register any more is left out."""
    form.clear_all()
    _put_back_person(form, kept)
    if kept.get("anew"):
        form.write_household_anew()
    values = {name: value for name, value in kept.items() if name in form.names}
    tables = {name: field for name in values if isinstance(field := form.field(name), RowsField)}
    for name, kind in _TICKED.items():
        ticked = values.get(name)
        known = {str(each) for each in kind}
        held = [str(each) for each in ticked] if isinstance(ticked, list) else []
        values[name] = frozenset(kind(each) for each in held if each in known)
    values["papers"] = tuple(
        Paper(PaperKind(str(kind)), received_on=came, not_needed=bool(spare))  # type: ignore[arg-type]  # a draft gives days back as days
        for kind, came, spare in _pairs(kept.get("papers"))
    )
    form.set_values({name: value for name, value in values.items() if name not in tables})
    for field_name, text in _pairs(kept.get("unread")):
        control = form.field(str(field_name)).control
        if isinstance(control, QLineEdit):
            control.setText(str(text))
            control.textEdited.emit(str(text))
    for role, presence, called, born in _pairs(kept.get("members")):
        line = form.members.add()
        line.show_typed((Role(str(role)), Presence(str(presence))), str(called), str(born))
    form.people_changed.emit()
    for name, field in tables.items():
        field.show_typed(kept[name])
    form.open_filled()


def _put_back_person(form: ApplicationForm, kept: Mapping[str, object]) -> None:
    person = kept.get("person")
    if isinstance(person, int):
        try:
            form.choose(PersonId(person))
        except NotFound:
            form.finder.clear()
    elif kept.get("new_person"):
        form.begin_new()
    else:
        form.finder.field.set_value(kept.get("searched") or None)


def _pairs(kept: object) -> list[list[object]]:
    return [each for each in kept if isinstance(each, list)] if isinstance(kept, list) else []
