"""How wide the columns of a table are."""

from app.documents.fonts import Weight, advance
from app.documents.lines import bind, split
from app.documents.model import Table
from app.documents.place import Place
from app.documents.style import MM

GUTTER = 4 * MM


def column_spans(block: Table, place: Place, full: float) -> list[tuple[float, float]]:
    """Left edge and width of each column: by share where given, else by what they hold."""
    room = full - GUTTER * (len(block.columns) - 1)
    wishes = [_wish(block, number, place, room) for number in range(len(block.columns))]
    shares = [column.share for column in block.columns]
    given = [room * share / sum(shares) for share in shares] if all(shares) else []
    blank = [n for n in range(len(shares)) if not any(row[n] for row in block.rows)]
    widths = given or _fit(wishes, room, blank)
    spans: list[tuple[float, float]] = []
    x = 0.0
    for width in widths:
        spans.append((x, width))
        x += width + GUTTER
    return spans


def _wish(block: Table, number: int, place: Place, room: float) -> tuple[float, float]:
    """The narrowest (its longest word) and the widest (its longest line) of a column."""
    texts = [row[number] for row in (*block.rows, block.total) if row]
    size = place.style.cell.size
    strong = Weight.SEMIBOLD
    head = place.style.head
    title = " ".join(split(bind(block.columns[number].title)))
    rows = [row for text in texts for row in bind(text).splitlines()]
    least = max((advance(word, strong) * size for row in rows for word in split(row)), default=0.0)
    most = max((advance(" ".join(split(row)), strong) * size for row in rows), default=0.0)
    for word in split(title):
        least = max(least, advance(word, head.weight) * head.size)
    most = max(most, advance(title, head.weight) * head.size)
    return min(least, room / 2) + 0.1, most + 0.1


def _fit(wishes: list[tuple[float, float]], room: float, blank: list[int]) -> list[float]:
    """Short columns get all they wish, the long ones share what is left; what nobody wishes goes
    to the columns that are blank to be written in, or to all alike."""
    narrow = sum(least for least, _ in wishes)
    if narrow >= room:
        return [least * room / narrow for least, _ in wishes]
    if sum(most for _, most in wishes) <= room:
        takers = blank or range(len(wishes))
        extra = (room - sum(most for _, most in wishes)) / len(takers)
        return [most + extra * (at in takers) for at, (_, most) in enumerate(wishes)]
    widths = [least for least, _ in wishes]
    open_ = sorted(range(len(wishes)), key=lambda at: wishes[at][1])
    spare = room - narrow
    while open_:
        at = open_.pop(0)
        least, most = wishes[at]
        given = min(most - least, spare / (len(open_) + 1)) if open_ else spare
        widths[at] += given
        spare -= given
    return widths
