"""Tests of one part of the allocation."""
