"""Names that are put together by chance: whoever bears one is invented."""

import tomllib

from app.core.paths import RESOURCES

_NAMES = tomllib.loads((RESOURCES / "demo" / "names.toml").read_text("utf-8"))

GIVEN: tuple[str, ...] = tuple(_NAMES["given"])
FAMILY: tuple[str, ...] = tuple(_NAMES["family"])
ALONE: tuple[str, ...] = tuple(_NAMES["alone"])
