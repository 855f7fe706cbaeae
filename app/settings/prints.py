"""The two sheets for a bad day. Pure.

They are two documents: the key is locked away, what to do without the machine hangs on a wall.
"""

from datetime import datetime

from app.core.days import day_and_year
from app.documents.form_model import Field, FillIn, KeyGroups
from app.documents.model import (
    Beside,
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Form,
    Heading,
    Item,
    Paragraph,
    Steps,
    Table,
)
from app.documents.texts import Text
from app.settings.letterhead import letterhead
from app.settings.model import OfficeProfile

KEY_PARTS = ("nøkkel", "oppbevaring", "bruk", "aldri")
LOST_PARTS = ("hvem som ringes", "PV-05 frist", "gjenoppretting")

_FOUR = ("1", "2", "3", "4")
_SIX = (*_FOUR, "5", "6")


def recovery_key_sheet(
    office: OfficeProfile, groups: tuple[str, ...], issued: datetime, text: Text
) -> Document:
    """The sheet for the leader's safe: the key in its groups, and when and how it is used.

    Never stored: it is printed from memory while the groups are shown.
    """
    return _sheet(
        office,
        issued,
        text,
        (
            KeyGroups(groups, part="nøkkel"),
            Paragraph(text.passage("letters"), small=True),
            Beside(
                (Heading(text.passage("heading_now")), _steps(text, "now", "oppbevaring")),
                (Heading(text.passage("heading_need")), _steps(text, "need", "bruk")),
            ),
            Callout(text.passage("never_title"), text.passage("never_text"), part="aldri"),
            _to_write(text, ("receipt", "put_in", "checked"), ("where", "day", "name")),
        ),
        KEY_PARTS,
    )


def _steps(text: Text, name: str, part: str) -> Steps:
    return Steps(tuple(text.passage(f"{name}_{number}") for number in _FOUR), part=part)


def lost_machine_sheet(
    office: OfficeProfile, breach_hours: int, outside: str, issued: datetime, text: Text
) -> Document:
    """«Mistet maskin»: whom to call, how long there is (PV-05), and the way back.

    `breach_hours` is the law's at the day of issue; `outside` is where the copies outside the
    machine lie, empty to be filled in by hand.
    """
    steps = tuple(
        Item(text.passage(f"restore_{number}"), lead=text.passage(f"restore_{number}_lead"))
        for number in _SIX
    )
    return _sheet(
        office,
        issued,
        text,
        (
            Beside((_call(office, text),), (_hours(breach_hours, text),)),
            Heading(text.passage("heading_tell")),
            Bullets(tuple(text.passage(f"tell_{number}") for number in _FOUR)),
            Heading(text.passage("heading_restore")),
            Steps(steps, part="gjenoppretting"),
            FillIn((Field(text.passage("place_field"), outside),)),
            _to_write(text, ("done", "when", "who"), ("found", "called", "reported")),
        ),
        LOST_PARTS,
    )


def _call(office: OfficeProfile, text: Text) -> Callout:
    title = text.passage("call_title")
    if office.incident_contact:
        contact = text.passage("call_text", contact=office.incident_contact)
        return Callout(title, number=contact, part="hvem som ringes")
    field = FillIn((Field(text.passage("call_field")),))
    return Callout(title, text.passage("call_unknown"), blocks=(field,), part="hvem som ringes")


def _hours(hours: int, text: Text) -> Callout:
    title = text.passage("hours_title", hours=str(hours))
    return Callout(title, text.passage("hours_text"), part="PV-05 frist")


def _to_write(text: Text, heads: tuple[str, ...], rows: tuple[str, ...]) -> Table:
    """A table to be filled in with a pen: the first column and head printed."""
    shares = (0.28, 0.36, 0.36)
    columns = tuple(
        Column(text.passage(f"head_{head}"), share=share)
        for head, share in zip(heads, shares, strict=True)
    )
    return Table(
        columns, tuple((text.passage(f"row_{row}"), "", "") for row in rows), row_height=11
    )


def _sheet(
    office: OfficeProfile,
    issued: datetime,
    text: Text,
    blocks: tuple[Block, ...],
    requires: tuple[str, ...],
) -> Document:
    """A sheet without a case: no reference, no name of anyone."""
    return Document(
        title=text.passage("title"),
        language=text.language,
        issued=issued,
        reference="",
        letterhead=letterhead(office),
        blocks=blocks,
        requires=requires,
        demo=office.demo,
        form=Form.PLAIN,
        kind=text.passage("kind", municipality=office.municipality, office=office.name),
        lead=text.passage("lead"),
        footer=text.passage("footer", day=day_and_year(issued.date())),
    )
