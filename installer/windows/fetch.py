#!/usr/bin/env python3
"""Fetches one source archive and runs nothing of it, from wherever pip is set to look.

    python installer/windows/fetch.py NAME==VERSION DIR

pip's own download command would run the archive's setup.py to learn what it depends on.
"""

import sys
from optparse import Values

from pip._internal.commands.download import DownloadCommand
from pip._internal.network.download import Downloader


class Fetch(DownloadCommand):
    """pip's options, index and session; the file alone."""

    def run(self, options: Values, args: list[str]) -> int:
        """0 when the archive lies in the folder."""
        name, _, version = args[0].partition("==")
        session = self.get_default_session(options)
        finder = self._build_package_finder(options, session)
        found = [one for one in finder.find_all_candidates(name) if str(one.version) == version]
        if not found:
            sys.stderr.write(f"{args[0]} finnes ikke der pip ser etter pakker.\n")
            return 1
        Downloader(session, "off")(found[0].link, options.download_dir)
        return 0


if __name__ == "__main__":
    wanted, folder = sys.argv[1:]
    sys.exit(Fetch("download", "").main(["-qq", "--no-binary", ":all:", "-d", folder, wanted]))
