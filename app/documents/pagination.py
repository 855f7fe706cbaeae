"""How pieces fall on pages."""

from collections.abc import Sequence
from dataclasses import field

from app.core.records import dataclass
from app.documents.flow import Piece, gap, total


@dataclass(slots=True)
class Sheet:
    """One page: pieces with their distance from the top of the body."""

    placed: list[tuple[float, Piece]] = field(default_factory=list)
    filled: float = 0.0


def paginate(pieces: Sequence[Piece], first: float, rest: float) -> list[Sheet]:
    """Lays pieces on pages whose body is `first` tall on page 1 and `rest` after it."""
    sheets = [Sheet()]
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) - 1 and pieces[end].keep and not pieces[end + 1].new_page:
            end += 1
        cluster = pieces[start : end + 1]
        if _must_turn(sheets, cluster, first, rest):
            sheets.append(Sheet())
        for piece in cluster:
            room = first if len(sheets) == 1 else rest
            _put(sheets, piece, room)
        start = end + 1
    return sheets


def _must_turn(sheets: list[Sheet], cluster: Sequence[Piece], first: float, rest: float) -> bool:
    sheet = sheets[-1]
    if not sheet.placed:
        return False
    if cluster[0].new_page:
        return True
    room = first if len(sheets) == 1 else rest
    needed = gap(sheet.placed[-1][1], cluster[0]) + total(cluster)
    return sheet.filled + needed > room + 0.01 and _opening(cluster) <= rest


def _opening(cluster: Sequence[Piece]) -> float:
    head = cluster[0].head
    return total(cluster) + (head.height if head else 0.0)


def _put(sheets: list[Sheet], piece: Piece, room: float) -> None:
    sheet = sheets[-1]
    above = sheet.placed[-1][1] if sheet.placed else None
    top = sheet.filled + gap(above, piece)
    if above is not None and top + piece.height > room + 0.01:
        sheet, above, top = Sheet(), None, 0.0
        sheets.append(sheet)
    if above is None and piece.head is not None:
        sheet.placed.append((0.0, piece.head))
        top = piece.head.height
    sheet.placed.append((top, piece))
    sheet.filled = top + piece.height
