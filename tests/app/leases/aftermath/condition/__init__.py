"""Tests of condition after a lease."""
