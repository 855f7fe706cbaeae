"""Run by the Python that is shipped: an archive of sources in, one of byte code out.

    python compile.py SOURCES.zip CODE.zip

One file in and one out, for Wine is slow with many. The code is never compared with its source
again (nothing writes to the program's folder) and holds no place or time: same sources, same bytes.
"""

import sys
from importlib import _bootstrap_external as machinery
from importlib.util import cache_from_source, source_hash
from zipfile import ZipFile


def compiled(name: str, source: bytes) -> bytes:
    """The contents of the .pyc beside the source `name`."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=0)
    return bytes(machinery._code_to_hash_pyc(code, source_hash(source), False))  # noqa: SLF001 -- what py_compile writes, without its files


with ZipFile(sys.argv[1]) as sources, ZipFile(sys.argv[2], "w") as out:
    for each in sources.namelist():
        out.writestr(cache_from_source(each), compiled(each, sources.read(each)))
