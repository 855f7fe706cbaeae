"""What a check said, asked for by line and by code."""

from app.transfer.model import ApplicantRow, CheckedSheet, DwellingRow, Finding, FindingKind


def told(checked: CheckedSheet) -> dict[int, tuple[FindingKind, str, str]]:
    """Line to what was said of it; each line once."""
    assert len({finding.line for finding in checked.findings}) == len(checked.findings)
    return {found.line: (found.kind, found.column, found.code) for found in checked.findings}


def dwelling(checked: CheckedSheet, line: int) -> DwellingRow:
    """The dwelling read from a line."""
    return next(row for row in checked.rows if isinstance(row, DwellingRow) and row.line == line)


def applicant(checked: CheckedSheet, line: int) -> ApplicantRow:
    """The applicant read from a line."""
    return next(row for row in checked.rows if isinstance(row, ApplicantRow) and row.line == line)


def one(checked: CheckedSheet, code: str) -> Finding:
    """The only finding with this code."""
    (found,) = (finding for finding in checked.findings if finding.code == code)
    return found
