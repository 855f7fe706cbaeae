"""What stands for the signed paper of a lease: one page that says it is invented."""

_WORDS = b"BT /F1 14 Tf 72 760 Td (Demo: her ligger den underskrevne avtalen) Tj ET"
_OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    b" /Resources << /Font << /F1 5 0 R >> >> >>",
    b"<< /Length %d >>\nstream\n%b\nendstream" % (len(_WORDS), _WORDS),
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
)


def _page() -> bytes:
    """A whole PDF file, with the place of every object in it."""
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(_OBJECTS, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start, count = len(out), len(_OBJECTS) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, start)


SCAN = _page()
