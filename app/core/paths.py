"""Where things lie: shipped resources and the folders that are this user's own."""

from pathlib import Path

import platformdirs

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def data_dir() -> Path:
    """Registers, backups and known heads; made when missing, open to this user alone."""
    folder = Path(platformdirs.user_data_path("Husrom", appauthor=False, roaming=False))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def log_dir() -> Path:
    """The log without personal data; made when missing."""
    folder = Path(platformdirs.user_log_path("Husrom", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
