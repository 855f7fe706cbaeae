"""Choosing a passphrase: the rule in words, counted while typing, and typed twice."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import fonts
from ui.kit.field import Verdict
from ui.kit.secret_fields import PassphraseField

LETTERS = 14
WORDS = 4
DIFFERENT = 5


def words_in(passphrase: str) -> int:
    """How many different words of three letters or more there are."""
    return len(set(re.findall(r"\w{3,}", passphrase)))


def enough(passphrase: str) -> bool:
    """Whether it is long enough and not one thing repeated; the register decides at last."""
    long_enough = len(passphrase) >= LETTERS or words_in(passphrase) >= WORDS
    return long_enough and len(set(passphrase.casefold())) >= DIFFERENT


def counted(passphrase: str) -> str:
    """How far it is: «9 av 14 tegn, eller 2 av 4 ord»."""
    return f"{len(passphrase)} av {LETTERS} tegn, eller {words_in(passphrase)} av {WORDS} ord"


class NewPassphrase(QWidget):
    """Two hidden fields and the live count. `changed` at every key, `submitted` on Enter."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField(
            "passphrase",
            "Passord",
            hint=f"Minst {LETTERS} tegn, eller {WORDS} ord. Gjerne en setning bare du kommer på.",
        )
        self.second = PassphraseField("passphrase_again", "Gjenta passordet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.px(12))
        for field in (self.first, self.second):
            column.addWidget(field)
            field.changed.connect(lambda _name: self._typed())
            field.submitted.connect(self.submitted)
        self.second.left.connect(lambda _name: self._compare())

    @property
    def passphrase(self) -> str:
        """What is typed in the first field."""
        return str(self.first.value() or "")

    @property
    def reason(self) -> str:
        """What is missing before it can be used; empty when nothing is."""
        if not self.passphrase:
            return "Skriv et passord"
        if not enough(self.passphrase):
            return "Passordet må være lengre"
        if self.second.value() != self.first.value():
            return "Gjenta passordet"
        return ""

    def _typed(self) -> None:
        typed = self.passphrase
        if not typed:
            self.first.clear_verdict()
        elif enough(typed):
            self.first.show_verdict(Verdict.GOOD, "Langt nok")
        elif len(typed) >= LETTERS:
            self.first.show_verdict(Verdict.QUESTION, "For likt hele veien. Bruk flere ord.")
        else:
            self.first.show_verdict(Verdict.QUESTION, counted(typed))
        if self.second.value() and self.second.value() == self.first.value():
            self.second.show_verdict(Verdict.GOOD, "Likt")
        else:
            self.second.clear_verdict()
        self.changed.emit()

    def _compare(self) -> None:
        if self.second.value() and self.second.value() != self.first.value():
            self.second.show_verdict(Verdict.PROBLEM, "De to er ikke like. Skriv det en gang til.")

    def refuse(self, words: str) -> None:
        """What the register says against it."""
        self.first.show_verdict(Verdict.PROBLEM, words)
        self.first.line.setFocus()

    def forget(self) -> None:
        """Empty both."""
        self.first.forget()
        self.second.forget()
