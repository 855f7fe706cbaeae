"""Everyone in danger of losing their home: why, and what comes next (SD-08, B9)."""
