"""The signed paper and its term."""
