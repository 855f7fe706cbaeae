"""Tests of creditors and what they claim."""
