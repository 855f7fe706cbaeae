"""Frames: square corners, ink on white, for what must be read before it is acted on."""

from collections.abc import Sequence

from app.documents.flow import Piece, draw_stack, total
from app.documents.style import INK, MM
from app.documents.tagging import TaggedCanvas

PAD = 3.5 * MM
RULE = 1.1


def framed(
    pieces: Sequence[Piece],
    width: float,
    tallest: float,
    hang: float = 0.0,
    pad: float = PAD,
    rule: float = RULE,
) -> list[Piece]:
    """The pieces in a frame, or in several when one page cannot hold them.

    With `hang` the frame stands out to the left, so that the text keeps its axis.
    """
    groups: list[list[Piece]] = [[]]
    for piece in pieces:
        if groups[-1] and total([*groups[-1], piece]) + 2 * pad > tallest:
            groups.append([])
        groups[-1].append(piece)
    return [_frame(group, width, hang, pad, rule) for group in groups if group]


def _frame(pieces: list[Piece], width: float, hang: float, pad: float, rule: float) -> Piece:
    indent = 0.0 if hang else pad
    before = max(15.0, pieces[0].before)

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.artifact("layout")
        canvas.ink(INK)
        canvas.frame(x - hang, top, width + hang, frame.height, rule)
        draw_stack(pieces, canvas, x + indent, top + pad)

    frame = Piece(total(pieces) + 2 * pad, drawn, before, after=15.0, least=9.0, stretches=True)
    return frame


def side_by_side(left: list[Piece], right: list[Piece], offset: float, before: float) -> Piece:
    """Two stacks as one piece; single frames are made equally tall."""
    if len(left) == len(right) == 1 and left[0].stretches and right[0].stretches:
        left[0].height = right[0].height = max(left[0].height, right[0].height)
    height = max(total(left), total(right))

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        draw_stack(left, canvas, x, top)
        draw_stack(right, canvas, x + offset, top)

    return Piece(height, drawn, before)
