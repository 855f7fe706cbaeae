"""Tests of deposit after a lease."""
