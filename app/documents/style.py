"""Sizes, weights and colours of what stands on the page; all in points unless it says mm."""

from dataclasses import fields, replace

from app.core.records import dataclass
from app.documents.fonts import Weight

MM = 72 / 25.4

Colour = tuple[float, float, float]
INK: Colour = (0.067, 0.067, 0.067)
GREY: Colour = (0.29, 0.29, 0.29)
HAIR: Colour = (0.604, 0.604, 0.604)
ACCENT: Colour = (0.071, 0.275, 0.353)
WHITE: Colour = (1.0, 1.0, 1.0)

THIN, LINE, THICK, HEAVY = 0.5, 0.8, 1.0, 1.5


@dataclass(frozen=True, slots=True)
class Kind:
    """How one role of text is set."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: Colour = INK

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline."""
        return (self.leading - self.size) / 2 + 0.8 * self.size


@dataclass(frozen=True, slots=True)
class Style:
    """Every role, and the widths that go with the size of the running text."""

    title: Kind
    title_long: Kind
    kind: Kind
    h2: Kind
    h3: Kind
    body: Kind
    small: Kind
    cell: Kind
    head: Kind
    note: Kind
    label: Kind
    number: Kind
    text_width: float
    side_notes: bool
    wide_tables: bool
    """Whether a table of more than two columns is a table, or blocks under each other."""
    fact_label: float
    """Least width of the label column of a facts table."""
    closer: bool = False
    """Whether rows and lines stand closer, so that a greeting needs no page of its own."""
    one_line: bool = False
    """Whether date and signature share a line."""


REGULAR, SEMIBOLD, BOLD = Weight.REGULAR, Weight.SEMIBOLD, Weight.BOLD

NORMAL = Style(
    title=Kind(20, 26, BOLD),
    title_long=Kind(19, 24, BOLD),
    kind=Kind(10.5, 15, REGULAR, GREY),
    h2=Kind(12.5, 15, BOLD),
    h3=Kind(10.5, 15, BOLD),
    body=Kind(10.5, 15),
    small=Kind(8.5, 11.5, REGULAR, GREY),
    cell=Kind(10, 15),
    head=Kind(8.5, 12, SEMIBOLD, GREY),
    note=Kind(9, 12.5, REGULAR, GREY),
    label=Kind(8, 11, REGULAR, GREY),
    number=Kind(17, 22, BOLD),
    text_width=118 * MM,
    side_notes=True,
    wide_tables=True,
    fact_label=34 * MM,
)
CLOSER = replace(NORMAL, body=Kind(10.5, 13.5), text_width=132 * MM, closer=True)
SHEET = replace(NORMAL, title=Kind(22, 29, BOLD), title_long=Kind(20, 26, BOLD))
PLAIN = replace(SHEET, title=Kind(26, 36, BOLD))
EASY = replace(
    SHEET,
    kind=Kind(12, 17, REGULAR, GREY),
    h2=Kind(14, 19, BOLD),
    h3=Kind(12, 17, BOLD),
    body=Kind(12, 17.5),
    small=Kind(10, 14, REGULAR, GREY),
    cell=Kind(12, 16.5),
    head=Kind(10, 14, SEMIBOLD, GREY),
    note=Kind(11, 15, REGULAR, GREY),
    label=Kind(10, 14, REGULAR, GREY),
    text_width=160 * MM,
    side_notes=False,
    fact_label=40 * MM,
)
EASY_CLOSER = replace(
    EASY,
    title=Kind(20, 26, BOLD),
    h2=Kind(13.5, 17, BOLD),
    body=Kind(12, 15),
    cell=Kind(12, 14.5),
    text_width=170 * MM,
    closer=True,
    one_line=True,
)
LARGE = replace(
    NORMAL,
    title=Kind(26, 32, BOLD),
    title_long=Kind(26, 32, BOLD),
    kind=Kind(16, 24, REGULAR, GREY),
    h2=Kind(18, 24, BOLD),
    h3=Kind(16, 24, BOLD),
    body=Kind(16, 24),
    small=Kind(12, 17, REGULAR, GREY),
    cell=Kind(15, 22),
    head=Kind(12, 17, SEMIBOLD, GREY),
    note=Kind(14, 20, REGULAR, GREY),
    label=Kind(12, 17, REGULAR, GREY),
    number=Kind(24, 32, BOLD),
    text_width=170 * MM,
    side_notes=False,
    wide_tables=False,
    fact_label=40 * MM,
)


def larger(style: Style, by: float) -> Style:
    """Every role so many times as large; the widths stay."""
    kinds = {
        field.name: replace(kind, size=kind.size * by, leading=kind.leading * by)
        for field in fields(style)
        if isinstance(kind := getattr(style, field.name), Kind)
    }
    return replace(style, **kinds)  # type: ignore[arg-type]  # its own roles, changed


SLIDES = replace(
    larger(replace(SHEET, title=Kind(20, 25, BOLD), title_long=Kind(18, 23, BOLD)), 1.4),
    text_width=290 * MM,
    side_notes=False,
)
