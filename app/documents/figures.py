"""What a drawing that carries meaning is: a Figure with its finding in words.

Shape, number, word and lightness all say the same, so that nothing hangs on colour.
"""

from collections.abc import Callable

from app.documents.archival import hex_text
from app.documents.flow import Piece
from app.documents.place import Place
from app.documents.structure import Element
from app.documents.tagging import TaggedCanvas

DrawFigure = Callable[[TaggedCanvas, Element, float, float], None]


def figure(place: Place, alt: str, width: float, height: float, draw: DrawFigure) -> Piece:
    """A drawing of that size; `alt` is read in its place."""
    element = place.parent.add("Figure")

    def drawn(canvas: TaggedCanvas, x: float, top: float) -> None:
        low = canvas.height - top - height
        box = f"{x:.2f} {low:.2f} {x + width:.2f} {low + height:.2f}".encode()
        element.extra = (
            b"/Alt " + hex_text(alt) + b"/A<</O/Layout/Placement/Block/BBox[" + box + b"]>>"
        )
        canvas.mark(element)
        draw(canvas, element, x, top)

    return Piece(height, drawn, before=12.0, after=12.0, least=8.0)
