"""Norwegian bokmål for Qt's own texts, which Qt does not ship."""

from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FILE = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "qtbase_nb.qm"


class MissingTextsError(RuntimeError):
    """Our own translation of Qt's texts is gone: English words would reach the officer."""


_installed: list[QTranslator] = []


def install(application: QApplication) -> None:
    """Norwegian locale and texts in the whole program; harmless when called again."""
    QLocale.setDefault(QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway))
    if _installed:
        return
    translator = QTranslator(application)
    if not translator.load(str(FILE)):
        raise MissingTextsError(FILE.name)
    application.installTranslator(translator)
    _installed.append(translator)
