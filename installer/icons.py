#!/usr/bin/env python3
"""Makes the program's icon in the sizes that systems ask for, from resources/icons/husrom.svg.

    QT_QPA_PLATFORM=offscreen python installer/icons.py DIR

DIR/husrom-16.png … DIR/husrom-512.png, and DIR/husrom.ico with those that Windows uses.
The same drawing gives the same bytes.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[1] / "resources/icons/husrom.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
IN_ICO = (16, 24, 32, 48, 64, 256)


def main() -> None:
    """The command."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(sys.argv[:1])
    drawing = QSvgRenderer(str(DRAWING))
    if not drawing.isValid():
        sys.exit(f"{DRAWING.name} cannot be drawn")
    pictures = {size: picture(drawing, size) for size in SIZES}
    for size, made in pictures.items():
        made.save(folder / f"husrom-{size}.png", optimize=True)
    first, *others = (pictures[size] for size in reversed(IN_ICO))
    first.save(folder / "husrom.ico", sizes=[(n, n) for n in IN_ICO], append_images=others)
    application.quit()


def picture(drawing: QSvgRenderer, size: int) -> Image.Image:
    """The drawing, painted in that size and not shrunk from a larger."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer(data := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(data.data())).convert("RGBA")


if __name__ == "__main__":
    main()
