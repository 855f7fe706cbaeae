"""The start package: what is done together at moving in, by whom and when."""
