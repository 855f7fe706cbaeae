"""The list of keys in the settings names none that does nothing."""

import re
from pathlib import Path

import pytest

import ui
from ui.kit.keys import Key


@pytest.mark.parametrize("key", list(Key), ids=lambda key: key.name)
def test_every_key_that_is_listed_is_used(key: Key) -> None:
    root = Path(ui.__path__[0])
    texts = [
        path.read_text("utf-8") for path in root.rglob("*.py") if path != root / "kit" / "keys.py"
    ]
    by_name = re.compile(rf"\bKey\.{key.name}\b")
    by_sequence = f'key="{key.sequence}"'
    assert any(by_name.search(text) or by_sequence in text for text in texts)
