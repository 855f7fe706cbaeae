"""A place outside the register where one may stay for nights: added, changed, taken out of use."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from app.core.money import Ore
from app.leases.stays.model import PlaceDraft, PlaceKind, StayPlace
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import MoneyField, TextField
from ui.labels import done, message, problem, title_word
from ui.navigation import Navigator


def place_dialog(
    office: Office, navigator: Navigator, window: QWidget, known: StayPlace | None = None
) -> AskDialog:
    """A guest house, a cabin: its name, usual price, and whether children may be there."""
    dialog = AskDialog(
        "Nytt sted" if known is None else "Endre stedet",
        "Egne akuttboliger hører til boligene. Her står gjestegårder, hytter og lignende.",
        "Lagre",
        partial(_keep, office, navigator, known),
        words=problem,
        message=message,
        parent=window.window(),
    )
    kinds = [
        (each, title_word(each)) for each in PlaceKind if each is not PlaceKind.EMERGENCY_DWELLING
    ]
    dialog.form.line(TextField("name", "Navn på stedet"))
    dialog.form.line(
        ChoiceField("kind", "Type", kinds),
        MoneyField("price", "Vanlig pris per natt", optional=True),
    )
    dialog.form.line(CheckField("not_for_children", "Ikke for barn"))
    if known is not None:
        dialog.form.line(CheckField("closed", "Ikke i bruk lenger"))
    start = known.draft if known else PlaceDraft()
    told = {
        "name": start.name or None,
        "kind": start.kind,
        "price": start.price,
        "not_for_children": start.not_for_children,
    }
    dialog.form.set_values({**dict.fromkeys(dialog.form.names), **told})
    dialog.open()
    return dialog


def _keep(
    office: Office, navigator: Navigator, known: StayPlace | None, values: Mapping[str, object]
) -> None:
    places = office.stays.places
    kind, price = values["kind"], values["price"]
    draft = PlaceDraft(
        kind if isinstance(kind, PlaceKind) else PlaceKind.OTHER,
        str(values["name"] or ""),
        bool(values["not_for_children"]),
        Ore(price) if isinstance(price, int) else None,
    )
    if known is None:
        places.add(draft)
    else:
        places.change(known.id, draft)
        if values.get("closed"):
            places.close(known.id)
    navigator.tell(done("stay_place.added" if known is None else "stay_place.changed"))
