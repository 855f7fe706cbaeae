"""A whole paper form, taken in as one unit."""
