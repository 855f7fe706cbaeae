"""Everyone who is followed up, on one list, and nobody between the chairs (P1)."""
