"""A page of help becomes blocks, and what the reader does not know never becomes print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import OfficeError
from app.documents.markdown import Page, read
from app.documents.model import Bullets, Column, Heading, Item, Paragraph, Steps, Table
from app.documents.parts import texts_of

WHOLE = """# Om  øya

Det første
avsnittet.

## Veien dit
Ta båten fra `kaia`.

**Merk.** Den går
hver time.

- **Vinter.** Sjelden.
- Om sommeren går
  den ofte.

### Hjem

1. Gå ned.
2. **Vent** her.

| Dag | Tid |
|---|---:|
| mandag | `08` |
| tirsdag | |
"""


def test_every_mark_becomes_its_block() -> None:
    assert read(WHOLE) == Page(
        "Om  øya",
        "Det første avsnittet.",
        (
            Heading("Veien dit"),
            Paragraph("Ta båten fra kaia."),
            Paragraph("Den går hver time.", "Merk."),
            Bullets((Item("Sjelden.", "Vinter."), Item("Om sommeren går den ofte."))),
            Heading("Hjem", 3),
            Steps((Item("Gå ned."), Item("her.", "Vent"))),
            Table((Column("Dag"), Column("Tid")), (("mandag", "08"), ("tirsdag", "")), dense=True),
        ),
    )


def test_a_page_may_go_straight_to_its_first_heading() -> None:
    assert read("# Om øya\n## Veien\n").lead == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "title"),
        ("Ingen tittel.\n", "title"),
        ("## For liten\n", "title"),
        ("# Om øya\n\n# Og en til\n", "heading"),
        ("# Om øya\n\n#### For dypt\n", "heading"),
        ("# Om øya\n\nDet er **sterkt** midt i.\n", "mark"),
        ("# Om øya\n\n## Se [kartet](kart.png)\n", "mark"),
        ("# Om øya\n\nSe <b>her</b>.\n", "mark"),
        ("# Om øya\n\n> Sitert.\n", "mark"),
        ("# Om øya\n\nEn `halv kode.\n", "mark"),
        ("# Om øya\n\nEt *svakt* ord.\n", "mark"),
        ("# Om øya\n\n- En linje\nuten innrykk\n", "list"),
        ("# Om øya\n\n| Dag | Tid |\n", "table"),
        ("# Om øya\n\n| Dag | Tid |\n|---|---|\n| mandag |\n", "table"),
        ("# Om øya\n\n| Dag | Tid |\n|---|---|\n| mandag | 08\n", "table"),
    ],
)
def test_what_is_not_known_is_refused(text: str, why: str) -> None:
    with pytest.raises(OfficeError) as refused:
        read(text)
    assert (refused.value.code, refused.value.facts) == ("text_form", {"why": why})


@given(st.text("ab#*`|->_1. \n", max_size=60))
def test_a_page_is_refused_or_printed_without_marks(text: str) -> None:
    try:
        page = read(f"# Om øya\n\n{text}")
    except OfficeError:
        return
    assert not any("**" in each or "`" in each for each in texts_of(page.blocks))
