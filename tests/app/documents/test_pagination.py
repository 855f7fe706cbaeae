"""How pieces fall on pages: nothing lost, nothing over the edge, what belongs together stays."""

from hypothesis import given
from hypothesis import strategies as st

from app.documents.flow import Piece
from app.documents.pagination import paginate
from app.documents.tagging import TaggedCanvas

FIRST, REST = 300.0, 500.0


def blank(_canvas: TaggedCanvas, _x: float, _top: float) -> None:
    """Draws nothing."""


pieces = st.lists(
    st.builds(
        Piece,
        height=st.floats(1, 250),
        draw=st.just(blank),
        before=st.floats(0, 20),
        after=st.floats(0, 20),
        keep=st.booleans(),
        close=st.booleans(),
        new_page=st.booleans(),
    ),
    max_size=60,
)


@given(pieces)
def test_every_piece_is_placed_once_and_in_order(made: list[Piece]) -> None:
    placed = [piece for sheet in paginate(made, FIRST, REST) for _, piece in sheet.placed]
    assert [id(piece) for piece in placed] == [id(piece) for piece in made]


@given(pieces)
def test_no_piece_passes_the_end_of_a_page_or_another_piece(made: list[Piece]) -> None:
    for number, sheet in enumerate(paginate(made, FIRST, REST)):
        below = 0.0
        for top, piece in sheet.placed:
            assert top >= below - 0.01
            below = top + piece.height
        assert below <= (FIRST if number == 0 else REST) + 0.1


@given(st.lists(st.floats(1, 60), min_size=1, max_size=6), st.floats(1, 290))
def test_what_is_kept_together_stays_on_one_page(heights: list[float], above: float) -> None:
    group = [Piece(height, blank, keep=True) for height in heights]
    group[-1].keep = False
    sheets = paginate([Piece(above, blank), *group], FIRST, REST)
    holding = [sheet for sheet in sheets if any(piece in group for _, piece in sheet.placed)]
    assert len(holding) == 1


def test_a_repeated_head_opens_every_page_but_the_first() -> None:
    head = Piece(20, blank)
    rows = [Piece(100, blank, head=head) for _ in range(12)]
    sheets = paginate([Piece(20, blank, keep=True), *rows], FIRST, REST)
    assert [sheet.placed[0][1] is head for sheet in sheets] == [False, True, True, True][
        : len(sheets)
    ]


def test_a_piece_can_ask_for_a_new_page() -> None:
    sheets = paginate([Piece(10, blank), Piece(10, blank, new_page=True)], FIRST, REST)
    assert [len(sheet.placed) for sheet in sheets] == [1, 1]
