"""What stands half typed in «Ny søknad», as a draft can hold it, and back into the form.

Kept inside the register alone. Who applies is kept as an id when they are known here.
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit

from app.core.errors import NotFound
from app.core.ids import PersonId
from app.people.model import AddressProtection, Presence, Role
from ui.applications.application_form import ApplicationForm

_WHERE = ("address", "postal_code", "postal_place", "present_housing")


def half_typed(form: ApplicationForm) -> dict[str, object]:
    """All that is typed and chosen; for strengt fortrolig nothing that tells where (ADR-02)."""
    values = form.values()
    if values["protection"] is AddressProtection.STRICTLY_CONFIDENTIAL:
        values |= dict.fromkeys(_WHERE)
    needs = values["needs"]
    values["needs"] = sorted(needs) if isinstance(needs, frozenset) else []
    return values | {
        "person": form.finder.person,
        "searched": form.finder.field.text(),
        "new_person": form.new_person,
        "anew": form.household_anew,
        "members": [list(line.typed()) for line in form.members.lines],
        "unread": [[name, text] for name, text in _unread(form).items()],
    }


def _unread(form: ApplicationForm) -> dict[str, str]:
    """What can not be read, as it was typed: half a day is kept too."""
    wrong = [form.field(name) for name in form.names if form.field(name).reading() is not None]
    return {
        field.name: field.control.text() for field in wrong if isinstance(field.control, QLineEdit)
    }


def put_back(form: ApplicationForm, kept: Mapping[str, object]) -> None:
    """Show what was half typed. One who is not in the register any more is left out."""
    form.clear_all()
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
    if kept.get("anew"):
        form.write_household_anew()
    values = {name: value for name, value in kept.items() if name in form.names}
    needs = values.get("needs")
    values["needs"] = frozenset(needs) if isinstance(needs, list) else frozenset()
    form.set_values(values)
    for name, text in _pairs(kept.get("unread")):
        control = form.field(str(name)).control
        if isinstance(control, QLineEdit):
            control.setText(str(text))
            control.textEdited.emit(str(text))
    for role, presence, name, born in _pairs(kept.get("members")):
        line = form.members.add()
        line.show_typed((Role(str(role)), Presence(str(presence))), str(name), str(born))


def _pairs(kept: object) -> list[list[object]]:
    return [each for each in kept if isinstance(each, list)] if isinstance(kept, list) else []
