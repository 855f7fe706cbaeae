"""Where the demo register lies, and what opens it."""

from pathlib import Path

from app.core import paths

# No secret: it opens invented people only, and stands in the demo's own «LES-MEG.txt»
PASSPHRASE = "fire gode ord holder"  # noqa: S105  said to everyone who tries the demo


def demo_register() -> Path:
    """In this user's own data folder, apart from every real register."""
    return paths.data_dir() / "demo" / "lia.husrom"
