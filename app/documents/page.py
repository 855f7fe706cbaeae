"""The page: paper and axes, in points."""

from app.core.records import dataclass
from app.documents.style import MM


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and axes: text from `left`, side column from `side`, body to `bottom`."""

    width: float
    height: float
    left: float
    right: float
    side: float
    letter_top: float
    sheet_top: float
    next_top: float
    bottom: float
    footer_rule: float
    footer_text: float

    @property
    def full(self) -> float:
        """The width between the margins."""
        return self.right - self.left


PORTRAIT = Page(
    width=210 * MM,
    height=297 * MM,
    left=20 * MM,
    right=190 * MM,
    side=144 * MM,
    letter_top=89.2 * MM,
    sheet_top=32 * MM,
    next_top=26 * MM,
    bottom=278 * MM,
    footer_rule=283 * MM,
    footer_text=287 * MM,
)
LANDSCAPE = Page(
    width=297 * MM,
    height=210 * MM,
    left=15 * MM,
    right=282 * MM,
    side=236 * MM,
    letter_top=89.2 * MM,
    sheet_top=31 * MM,
    next_top=24 * MM,
    bottom=193 * MM,
    footer_rule=197 * MM,
    footer_text=201 * MM,
)
SLIDE = Page(
    width=338.7 * MM,
    height=190.5 * MM,
    left=15 * MM,
    right=323.7 * MM,
    side=258 * MM,
    letter_top=89.2 * MM,
    sheet_top=30 * MM,
    next_top=24 * MM,
    bottom=175 * MM,
    footer_rule=179 * MM,
    footer_text=184 * MM,
)
"""The shape of a screen, 16 to 9."""
