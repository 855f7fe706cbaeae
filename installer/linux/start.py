"""Both commands, packed as one program: the name it was called by tells which."""

import sys
from pathlib import Path

if sys.argv[1:2] == ["--read-sheet"]:
    from app.transfer.child import main
elif Path(sys.argv[0]).name == "husrom-app":
    from ui.__main__ import main
else:
    from app.cli import main

sys.exit(main())
