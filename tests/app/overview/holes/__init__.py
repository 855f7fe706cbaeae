"""Overlaps and holes."""
