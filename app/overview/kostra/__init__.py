"""KOSTRA 13: the municipality's dwellings and those who ask for one (REP-07 to REP-19)."""
