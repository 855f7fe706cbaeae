"""Tests of economic advice."""
