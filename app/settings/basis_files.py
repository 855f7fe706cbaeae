"""The shipped legal bases, read from `resources/rules/bases`."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from app.core.cases import CaseKind
from app.core.errors import FileProblem
from app.settings.model import LegalBasis
from app.settings.rule_files import RULES

BASES = RULES / "bases"


@cache
def load_bases(statutory_weeks: int, folder: Path = BASES) -> tuple[LegalBasis, ...]:
    """Every version of every case's basis; `statutory_weeks` where the file names none.

    Raises FileProblem `rules_malformed` (facts file, id, reason).
    """
    return tuple(
        _basis(case, row, statutory_weeks, folder)
        for case in CaseKind
        for row in _rows(case, folder)
    )


def _rows(case: CaseKind, folder: Path) -> list[dict[str, object]]:
    path = folder / f"{case.value}.toml"
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["version"]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise _malformed(path, case, type(error).__name__) from error
    if not isinstance(rows, list) or not rows:
        raise _malformed(path, case, "no version")
    return rows


def _basis(case: CaseKind, row: dict[str, object], weeks: int, folder: Path) -> LegalBasis:
    begins, own = row.get("valid_from"), row.get("appeal_weeks", weeks)
    texts = {key: row.get(key, "") for key in ("name", "paragraph", "appeal_body", "source")}
    if not isinstance(begins, date) or type(own) is not int or not all(texts.values()):
        raise _malformed(folder / f"{case.value}.toml", case, "version")
    words = {key: str(text) for key, text in texts.items()}
    return LegalBasis(0, case, valid_from=begins, appeal_weeks=own, **words)


def _malformed(path: Path, case: CaseKind, reason: str) -> FileProblem:
    return FileProblem("rules_malformed", file=path.name, id=case.value, reason=reason)
