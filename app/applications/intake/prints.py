"""The paper form, blank. Pure; its order is that of the screen and of the model."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from app.applications.intake.model import (
    AssetKind,
    ConsentScope,
    ExpenseKind,
    HelpNeed,
    Hindrance,
    IncomeKind,
    LegalStay,
    MaritalStatus,
    PaperKind,
    RepresentativeKind,
    Requirement,
    Tenure,
)
from app.core.days import month_in_words
from app.core.text import Language
from app.documents.form_model import Box, Boxes, Field, FillIn, Signatures, Signer
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
    KeepTogether,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.people.model import Presence
from app.settings.letterhead import letterhead, telephone
from app.settings.model import OfficeProfile

PARTS = ("søker", "formål", "rettigheter", "samtykke", "underskrift", "for kontoret")

CHILD_ROWS, OTHER_ROWS, LOAN_ROWS = 5, 3, 4
ROW_HEIGHT = 8.5
NUMBER_CELLS = (6, 5)


def blank_form(office: OfficeProfile, issued: datetime, text: Text) -> Document:
    """The form to be filled in by hand, in the language of its text."""
    sections = (
        _wanted,
        _applicant,
        _co_applicant,
        _children,
        _others,
        _residence,
        _home,
        _reason,
        _earlier,
        _needs,
        _hindrances,
        _help,
        _income,
        _wealth_and_expenses,
        _loans,
        _papers,
        _representative,
        _consents,
    )
    numbered = (block for at, part in enumerate(sections, 1) for block in part(text, at))
    phone = telephone(office.phone)
    return Document(
        title=text.passage("title"),
        language=text.language,
        issued=issued,
        reference="",
        letterhead=letterhead(office),
        blocks=(*numbered, *_rights(text), *_end(text)),
        requires=PARTS,
        demo=office.demo,
        form=Form.SHEET,
        kind=text.passage("kind"),
        lead=text.passage("lead_phone", phone=phone) if phone else text.passage("lead"),
        footer=text.passage("footer", month=month_in_words(issued.date())),
    )


def _head(text: Text, name: str, number: int, part: str = "") -> tuple[Block, ...]:
    """A numbered heading, with why we ask under it (PV-09)."""
    aside = f"aside_{name}"
    return (
        Heading(
            f"{number}. {text.passage(f'heading_{name}')}",
            ruled=True,
            aside=text.passage(aside) if aside in text.passages else "",
            part=part,
        ),
        Paragraph(text.passage(f"why_{name}"), small=True, part="formål"),
    )


def _fields(text: Text, *fields: tuple[str, float], lines: int = 1) -> FillIn:
    """Named fields with their share of the row."""
    return FillIn(
        tuple(Field(text.passage(f"field_{name}"), share=share) for name, share in fields), lines
    )


def _area(text: Text, name: str, lines: int) -> FillIn:
    return _fields(text, (name, 1.0), lines=lines)


def _ticks(
    text: Text, prefix: str, options: Iterable[StrEnum | str], across: int, question: str = ""
) -> Boxes:
    """A box for each option."""
    return Boxes(
        tuple(Box(text.passage(f"{prefix}_{option}")) for option in options),
        text.passage(f"question_{question}") if question else "",
        across,
    )


def _yes_or_no(text: Text, *questions: str) -> tuple[Block, ...]:
    """Questions with a box for yes and one for no."""
    answers = (Box(text.passage("yes")), Box(text.passage("no")))
    return tuple(Boxes(answers, text.passage(f"question_{name}"), 6) for name in questions)


def _to_write(
    text: Text, heads: tuple[tuple[str, float], ...], rows: Iterable[str], caption: str = ""
) -> Table:
    """A table to be filled in with a pen: only the first column is printed."""
    columns = tuple(Column(text.passage(head), share=share) for head, share in heads)
    empty = ("",) * (len(heads) - 1)
    return Table(
        columns, tuple((row, *empty) for row in rows), caption, row_height=ROW_HEIGHT, dense=True
    )


def _numbers(count: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, count + 1))


def _wanted(text: Text, at: int) -> tuple[Block, ...]:
    kinds = ("new", "swap", "renewal", "help", "temporary", "tonight")
    return (*_head(text, "wanted", at), _ticks(text, "wanted", kinds, 2))


def _who(text: Text) -> FillIn:
    return FillIn(
        (
            Field(text.passage("field_name"), share=0.6),
            Field(text.passage("field_number"), share=0.4, cells=NUMBER_CELLS),
        )
    )


def _applicant(text: Text, at: int) -> tuple[Block, ...]:
    return (
        *_head(text, "applicant", at, part="søker"),
        _who(text),
        _fields(text, ("address", 0.6), ("postal_code", 0.14), ("place", 0.26)),
        Boxes((Box(text.passage("address_secret")),)),
        _fields(text, ("phone", 0.3), ("email", 0.7)),
        _ticks(text, "marital_status", MaritalStatus, 3, "marital"),
        _fields(text, ("employer", 0.6), ("interpreter", 0.4)),
        _ticks(text, "language", Language, 4, "language"),
    )


def _co_applicant(text: Text, at: int) -> tuple[Block, ...]:
    return (
        *_head(text, "co_applicant", at),
        _who(text),
        _fields(text, ("phone", 0.3), ("employer", 0.7)),
    )


def _children(text: Text, at: int) -> tuple[Block, ...]:
    heads = (("head_no", 0.06), ("head_name", 0.38), ("head_born", 0.2))
    crosses = tuple((f"presence_{each}", 0.12) for each in Presence)
    table = _to_write(text, (*heads, *crosses), _numbers(CHILD_ROWS))
    return (*_head(text, "children", at), table)


def _others(text: Text, at: int) -> tuple[Block, ...]:
    heads = (("head_no", 0.06), ("head_name", 0.38), ("head_born", 0.2), ("head_relation", 0.36))
    return (*_head(text, "others", at), _to_write(text, heads, _numbers(OTHER_ROWS)))


def _residence(text: Text, at: int) -> tuple[Block, ...]:
    return (
        *_head(text, "residence", at),
        _fields(text, ("residence_since", 0.34), ("close_tie", 0.66)),
        Beside(
            _yes_or_no(text, "registered", "by_agreement"),
            _yes_or_no(text, "institution", "reunion"),
        ),
        _ticks(text, "legal_stay", LegalStay, 2, "legal_stay"),
        _fields(text, ("permit_until", 0.34)),
        Beside(_yes_or_no(text, "cares"), _yes_or_no(text, "guardian_consent")),
    )


def _home(text: Text, at: int) -> tuple[Block, ...]:
    return (
        *_head(text, "home", at),
        _ticks(text, "tenure", Tenure, 4),
        _area(text, "housing", 2),
        _fields(text, ("landlord", 0.5), ("rent", 0.3), ("bedrooms_now", 0.2)),
        _fields(text, ("lease_ends", 0.5), ("must_leave", 0.5)),
    )


def _reason(text: Text, at: int) -> tuple[Block, ...]:
    return (*_head(text, "reason", at), _area(text, "reason", 5), _area(text, "tried", 3))


def _earlier(text: Text, at: int) -> tuple[Block, ...]:
    return (
        *_head(text, "earlier", at),
        *_yes_or_no(text, "rented_before"),
        _fields(text, ("rented_where", 0.66), ("rented_until", 0.34)),
        _fields(text, ("owed", 0.6), ("owed_plan", 0.4)),
        _fields(text, ("evicted", 0.5), ("breach", 0.5)),
    )


def _needs(text: Text, at: int) -> tuple[Block, ...]:
    return (
        *_head(text, "needs", at),
        _ticks(text, "requirement", Requirement, 3),
        _fields(text, ("bedrooms", 0.25), ("floor_area", 0.25), ("area", 0.5)),
        _area(text, "school", 1),
        _area(text, "wishes", 2),
    )


def _hindrances(text: Text, at: int) -> tuple[Block, ...]:
    return (*_head(text, "hindrances", at), _ticks(text, "hindrance", Hindrance, 2))


def _help(text: Text, at: int) -> tuple[Block, ...]:
    ticks = _ticks(text, "help_need", HelpNeed, 2)
    return (*_head(text, "help", at), ticks, _area(text, "help", 3))


def _income(text: Text, at: int) -> tuple[Block, ...]:
    heads = (("income", 0.4), ("applicant", 0.2), ("co_applicant", 0.2), ("others", 0.2))
    kinds = (text.passage(f"income_kind_{kind}") for kind in IncomeKind)
    named = tuple((f"head_{name}", share) for name, share in heads)
    return (*_head(text, "income", at), _to_write(text, named, kinds))


def _wealth_and_expenses(text: Text, at: int) -> tuple[Block, ...]:
    owned = (text.passage(f"asset_kind_{kind}") for kind in AssetKind)
    paid = (text.passage(f"expense_kind_{kind}") for kind in ExpenseKind)
    return (
        *_head(text, "wealth", at),
        Beside(
            (_to_write(text, (("head_wealth", 0.55), ("head_value", 0.45)), owned),),
            (_to_write(text, (("head_expense", 0.55), ("head_monthly", 0.45)), paid),),
        ),
    )


def _loans(text: Text, at: int) -> tuple[Block, ...]:
    heads = (
        ("head_no", 0.06),
        ("head_creditor", 0.3),
        ("head_reference", 0.19),
        ("head_original", 0.15),
        ("head_remaining", 0.15),
        ("head_monthly", 0.15),
    )
    return (*_head(text, "loans", at), _to_write(text, heads, _numbers(LOAN_ROWS)))


def _papers(text: Text, at: int) -> tuple[Block, ...]:
    return (*_head(text, "papers", at), _ticks(text, "paper_kind", PaperKind, 1))


def _representative(text: Text, at: int) -> tuple[Block, ...]:
    return (
        *_head(text, "representative", at),
        _ticks(text, "representative_kind", RepresentativeKind, 3),
        _fields(text, ("representative", 0.5), ("organisation", 0.5)),
        _fields(text, ("representative_address", 0.6), ("postal_code", 0.14), ("place", 0.26)),
        _fields(text, ("phone", 0.3), ("email", 0.7)),
        _fields(text, ("since", 0.22), ("until", 0.22), ("given", 0.56)),
    )


def _consents(text: Text, at: int) -> tuple[Block, ...]:
    asked = (
        KeepTogether(
            (
                Boxes((Box(text.passage(f"consent_scope_{scope}")),)),
                _fields(text, ("consent_body", 0.7), ("consent_until", 0.3)),
            )
        )
        for scope in ConsentScope
    )
    return (*_head(text, "consents", at, part="samtykke"), *asked)


def _rights(text: Text) -> tuple[Block, ...]:
    names = ("basis", "use", "see", "answer", "talk", "change")
    items = tuple(
        Item(text.passage(f"rights_{name}"), lead=text.passage(f"rights_{name}_lead"))
        for name in names
    )
    return (
        Heading(text.passage("heading_rights"), ruled=True),
        Bullets(items, part="rettigheter"),
    )


def _end(text: Text) -> tuple[Block, ...]:
    signers = tuple(Signer("", act=text.passage(f"act_{who}")) for who in _SIGNERS)
    return (
        Heading(text.passage("heading_signature"), ruled=True),
        Paragraph(text.passage("signature_text")),
        Signatures(signers, part="underskrift"),
        Callout(
            text.passage("office_title"),
            blocks=(
                _fields(text, ("received", 0.5), ("case", 0.5)),
                _fields(text, ("officer", 0.5), ("checked", 0.5)),
            ),
            part="for kontoret",
        ),
    )


_SIGNERS = ("applicant", "co_applicant")
