"""The level of help and who owns the case."""
