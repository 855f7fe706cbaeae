"""Across the slices: the joint meeting."""
