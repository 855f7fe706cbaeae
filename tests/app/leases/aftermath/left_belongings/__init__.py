"""Tests of left belongings after a lease."""
