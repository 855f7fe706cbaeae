"""Every icon exists and leaves ink; the four font files are ours and loud when missing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.kit import fonts, icons
from ui.kit.fonts import Type
from ui.kit.icons import Icon, Weight
from ui.kit.palette import Token


def _ink(image: QImage) -> bool:
    ground = image.pixelColor(0, 0)
    return any(
        image.pixelColor(x, y) != ground
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("icon", list(Icon))
@pytest.mark.parametrize("weight", list(Weight))
def test_every_icon_is_in_the_font(icon: Icon, weight: Weight) -> None:
    assert len(icons.glyph(icon, weight)) == 1


@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_leaves_ink(icon: Icon) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    icons.paint(painter, QRectF(0, 0, 20, 20), icon, Token.TEXT)
    painter.end()
    assert _ink(image)


def test_an_icon_for_menus_has_pixels() -> None:
    assert _ink(icons.qicon(Icon.PRINT).pixmap(QSize(18, 18)).toImage())


def test_inter_comes_in_four_weights() -> None:
    assert len(QFontDatabase.styles(fonts.FAMILY)) >= 4
    for kind in Type:
        info = QFontInfo(fonts.font(kind))
        assert info.family().startswith(fonts.FAMILY)
        assert info.weight() == kind.value[1]


def test_a_missing_font_file_is_loud(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qt_warnings: list[str]
) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    monkeypatch.setattr(fonts, "FAMILY", "Not Loaded")
    with pytest.raises(fonts.MissingFontError):
        fonts._load()
    qt_warnings.clear()


def test_the_scale_follows_the_officers_text_size(dressed: QApplication) -> None:
    before = fonts.font(Type.BODY).pointSizeF()
    fonts.install(dressed, 1.5)
    try:
        assert fonts.font(Type.BODY).pointSizeF() == pytest.approx(before * 1.5)
        assert fonts.px(34) == 51
    finally:
        fonts.install(dressed)
