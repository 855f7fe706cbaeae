"""Words about individual plans that more than one file says."""

from PySide6.QtCore import QCoreApplication

PRINT = "individual_plan_print"
"""The task that begins the print."""


def tr(text: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("individual_plan", text)
