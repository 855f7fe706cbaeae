"""Taking in a municipality's own sheet, step by step."""
