"""Whether a dwelling is to be sold: it counts until it is sold (B2)."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.dwellings.model import Dwelling, SaleSince
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.chips import Chip, ChipKind
from ui.kit.fields import DateField, TextField
from ui.kit.icons import Icon
from ui.labels import day, done, message, problem
from ui.navigation import Navigator

FOR_SALE = "Skal selges"


def sale_chips(sale: SaleSince | None) -> list[Chip]:
    """Beside the title while it is to be sold."""
    return [Chip(ChipKind.SOON, FOR_SALE)] if sale is not None and sale.for_sale else []


def sale_card(sale: SaleSince | None, change: Callable[[], object]) -> Card:
    """What was said last, and the way to say otherwise."""
    to_be = sale is not None and sale.for_sale
    verb = "Ta bort fra salg …" if to_be else "Før opp til salg …"
    card = Card("Salg", icon=Icon.HOME, link=_link(verb, change))
    since = "" if sale is None else f", fra {day(sale.since)}"
    facts = [Fact(FOR_SALE, f"{'Ja' if to_be else 'Nei'}{since}")]
    if sale is not None and sale.reason:
        facts.append(Fact("Hvorfor", sale.reason))
    card.add(Facts(facts))
    return card


def _link(words: str, act: Callable[[], object]) -> Button:
    return Button(words, act, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)


def ask_sale(
    office: Office, navigator: Navigator, dwelling: Dwelling, window: QWidget
) -> AskDialog:
    """That it is to be sold from a day, or is not any longer."""
    known = office.dwellings.sale(dwelling.id)
    to_be = known is None or not known.for_sale

    def act(values: Mapping[str, object]) -> None:
        since = values.get("since")
        first = since if isinstance(since, date) else office.clock.today()
        reason = str(values.get("reason") or "")
        office.dwellings.tell_sale(dwelling.id, to_be, first, reason)
        navigator.tell(done("dwelling.sale_told"))

    explanation = (
        f"{dwelling.address} regnes med blant kommunens boliger til den er solgt. Tallene kan"
        " også vises uten dem som skal selges."
        if to_be
        else f"{dwelling.address} er ikke lenger blant dem som skal selges."
    )
    title = "Boligen skal selges" if to_be else "Boligen skal ikke selges"
    verb = "Før opp til salg" if to_be else "Ta bort fra salg"
    dialog = AskDialog(title, explanation, verb, act, words=problem, message=message, parent=window)
    since = DateField("since", "Fra og med", today=office.clock.today)
    since.set_value(office.clock.today())
    reason = TextField("reason", "Hvorfor eller hvem som bestemte det", optional=True)
    dialog.form.line(since, reason)
    dialog.open()
    return dialog
