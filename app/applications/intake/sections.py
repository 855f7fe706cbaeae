"""The sections of the form, in the order of the screen and of the model. Pure."""

from app.applications.intake.model import (
    AssetKind,
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
from app.applications.intake.sheet import Sheet
from app.core.text import Language
from app.documents.form_model import Boxes, FillIn
from app.documents.model import Beside, Block, KeepTogether
from app.people.consents.model import APPLICATION_SCOPES
from app.people.model import Presence

CHILD_ROWS, OTHER_ROWS, LOAN_ROWS = 5, 2, 4
WANTED = ("new", "swap", "renewal", "help", "temporary", "tonight")


def wanted(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """What is asked for: each box opens a case."""
    return sheet.section("wanted", at, sheet.ticks("wanted", WANTED, 2))


def applicant(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """Who asks, how to reach them, and in which language."""
    return sheet.section(
        "applicant",
        at,
        sheet.who("applicant"),
        _address(sheet, "applicant", "address"),
        Boxes((sheet.box("address_secret"),)),
        sheet.fields("applicant", ("phone", 0.3), ("email", 0.7)),
        sheet.ticks("marital_status", MaritalStatus, 3, "marital"),
        sheet.fields("applicant", ("employer", 0.6), ("interpreter", 0.4)),
        sheet.ticks("language", Language, 4, "language"),
        part="søker",
    )


def _address(sheet: Sheet, section: str, line: str) -> FillIn:
    return sheet.fields(section, (line, 0.56), ("postal_code", 0.18), ("place", 0.26))


def co_applicant(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """Who asks together with them."""
    more = sheet.fields("co_applicant", ("phone", 0.3), ("employer", 0.7))
    return sheet.section("co_applicant", at, sheet.who("co_applicant"), more)


def children(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """Children who live there, visit or are expected."""
    heads = (("head_no", 0.06), ("head_name", 0.38), ("head_born", 0.2))
    crosses = tuple((f"presence_{each}", 0.12) for each in Presence)
    table = sheet.table("children", (*heads, *crosses), _numbers(CHILD_ROWS))
    return sheet.section("children", at, table)


def _numbers(count: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, count + 1))


def others(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """Other adults in the household."""
    heads = (("head_no", 0.06), ("head_name", 0.38), ("head_born", 0.2), ("head_relation", 0.36))
    return sheet.section("others", at, sheet.table("others", heads, _numbers(OTHER_ROWS)))


def residence(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """Tie to the municipality and right to stay (BS-02, BS-03)."""
    return sheet.section(
        "residence",
        at,
        sheet.fields("residence", ("residence_since", 0.34), ("close_tie", 0.66)),
        Beside(sheet.yes_or_no(3, "registered"), sheet.yes_or_no(3, "institution")),
        Beside(sheet.yes_or_no(3, "by_agreement"), sheet.yes_or_no(3, "reunion")),
        sheet.ticks("legal_stay", LegalStay, 2, "legal_stay"),
        sheet.fields("residence", ("permit_until", 1.0)),
        Beside(sheet.yes_or_no(3, "cares"), sheet.yes_or_no(3, "guardian_consent")),
    )


def home(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """How they live today."""
    return sheet.section(
        "home",
        at,
        sheet.ticks("tenure", Tenure, 3),
        *sheet.writing("home", "housing", 2),
        sheet.fields("home", ("landlord", 0.5), ("rent", 0.3), ("bedrooms_now", 0.2)),
        sheet.fields("home", ("lease_ends", 0.5), ("must_leave", 0.5)),
    )


def reason(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """Why they ask, and what they have tried."""
    return sheet.section(
        "reason",
        at,
        *sheet.writing("reason", "reason", 7),
        *sheet.writing("reason", "tried", 4),
    )


def earlier(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """Earlier tenancy with the municipality, and what is owed."""
    return sheet.section(
        "earlier",
        at,
        *sheet.yes_or_no(6, "rented_before"),
        sheet.fields("earlier", ("rented_where", 0.66), ("rented_until", 0.34)),
        sheet.fields("earlier", ("owed", 0.6), ("owed_plan", 0.4)),
        sheet.fields("earlier", ("evicted", 0.5), ("breach", 0.5)),
    )


def needs(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """What the dwelling must have, and wishes (BS-09)."""
    return sheet.section(
        "needs",
        at,
        sheet.ticks("requirement", Requirement, 3),
        sheet.fields("needs", ("bedrooms", 0.25), ("floor_area", 0.25), ("area", 0.5)),
        sheet.fields("needs", ("school", 1.0)),
        *sheet.writing("needs", "wishes", 2),
    )


def hindrances(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """What stands in the way."""
    return sheet.section("hindrances", at, sheet.ticks("hindrance", Hindrance, 2))


def help_wanted(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """Help to get or to master a home."""
    ticks = sheet.ticks("help_need", HelpNeed, 2)
    return sheet.section("help", at, ticks, *sheet.writing("help", "help", 3))


def income(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """What each has a month, by kind."""
    heads = (
        ("head_income", 0.4),
        ("head_applicant", 0.2),
        ("head_co_applicant", 0.2),
        ("head_others", 0.2),
    )
    kinds = (sheet.text.passage(f"income_kind_{kind}") for kind in IncomeKind)
    return sheet.section("income", at, sheet.table("income", heads, kinds))


def wealth(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """What they own, beside what they pay each month."""
    owned = (sheet.text.passage(f"asset_kind_{kind}") for kind in AssetKind)
    paid = (sheet.text.passage(f"expense_kind_{kind}") for kind in ExpenseKind)
    left = sheet.table("wealth", (("head_wealth", 0.55), ("head_value", 0.45)), owned)
    right = sheet.table("expenses", (("head_expense", 0.55), ("head_monthly", 0.45)), paid)
    return sheet.section("wealth", at, Beside((left,), (right,)))


def loans(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """What they owe, and to whom."""
    heads = (
        ("head_no", 0.06),
        ("head_creditor", 0.3),
        ("head_reference", 0.19),
        ("head_original", 0.15),
        ("head_remaining", 0.15),
        ("head_monthly", 0.15),
    )
    return sheet.section("loans", at, sheet.table("loans", heads, _numbers(LOAN_ROWS)))


def papers(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """The list to tick of what is put in."""
    return sheet.section("papers", at, sheet.ticks("paper_kind", PaperKind, 1))


def representative(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """Who speaks for them and gets a copy of every letter."""
    return sheet.section(
        "representative",
        at,
        sheet.ticks("representative_kind", RepresentativeKind, 3),
        sheet.fields("representative", ("representative", 0.5), ("organisation", 0.5)),
        _address(sheet, "representative", "representative_address"),
        sheet.fields("representative", ("phone", 0.3), ("email", 0.7)),
        sheet.fields("representative", ("since", 0.22), ("until", 0.22), ("given", 0.56)),
    )


def consents(sheet: Sheet, at: int) -> tuple[Block, ...]:
    """What they agree to, each with a tick, a scope and an end of its own (PV-02)."""
    asked = (
        KeepTogether(
            (
                Boxes((sheet.box(f"consent_scope_{scope}"),)),
                sheet.fields(f"consent.{scope}", ("consent_body", 0.7), ("consent_until", 0.3)),
            )
        )
        for scope in APPLICATION_SCOPES
    )
    return sheet.section("consents", at, *asked, part="samtykke", whole=False)


ALL = (
    wanted,
    applicant,
    co_applicant,
    children,
    others,
    residence,
    home,
    reason,
    earlier,
    needs,
    hindrances,
    help_wanted,
    income,
    wealth,
    loans,
    papers,
    representative,
    consents,
)
