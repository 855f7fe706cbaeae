"""The overview of needs that the municipality must keep: A1 to C5 on any day (F11, A11)."""
