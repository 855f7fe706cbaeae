"""Dress an application: fonts, style, palette, texts. Called once, before the first widget."""

from PySide6.QtWidgets import QApplication

from ui.kit import fonts, i18n, palette, style
from ui.kit.palette import Scheme


def dress(application: QApplication, scheme: Scheme | None = None, factor: float = 1.0) -> None:
    """Load fonts (loudly), set our style, colours and Norwegian texts.

    `scheme` None follows the system; `factor` is the officer's own text size.
    """
    fonts.install(application, factor)
    style.install(application)
    palette.apply(application, scheme)
    i18n.install(application)
