"""Tests of the part about creditors and claims."""
