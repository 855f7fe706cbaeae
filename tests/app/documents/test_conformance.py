"""Whatever the case holds, the file is PDF/A-2a and PDF/UA-1. One good sample proves nothing:
data that happens to end in a line break has failed one file in forty."""

import re

import page
import pytest

from app.documents.render import render
from tests.app.documents.contents import LETTER, document

CONTENTS = 240
SHARES = 8


@pytest.mark.parametrize("share", range(SHARES))
def test_every_content_is_archival_and_accessible(share: int) -> None:
    for seed in range(share, CONTENTS, SHARES):
        data = render(document(seed))
        for profile in ("2a", "ua1"):
            report = page.validate_pdf_bytes(data, profile=profile)
            found = {failure.rule_id for failure in report.failures}
            assert report.is_compliant, (seed, profile, found)


@pytest.mark.parametrize(
    ("profile", "there", "broken"),
    [
        ("ua1", b"/Lang (nb-NO)", b"/Lxng (nb-NO)"),
        ("2a", b"/MarkInfo", b"/MxrkInfo"),
        ("2a", b"/S/GTS_PDFA1", b"/S/GTS_PDFX1"),
        ("ua1", b"/S/H1/", b"/S/H4/"),
    ],
)
def test_the_judge_sees_what_is_wrong(profile: str, there: bytes, broken: bytes) -> None:
    good = render(LETTER)
    assert there in good
    assert page.is_pdf_compliant_bytes(good, profile=profile)
    assert not page.is_pdf_compliant_bytes(good.replace(there, broken), profile=profile)


def test_every_stream_is_followed_by_a_whole_line_end() -> None:
    data = render(document(11))
    ends = [found.start() for found in re.finditer(rb"endstream", data)]
    assert len(ends) > 5
    assert all(data[at - 2 : at] == b"\r\n" for at in ends)
