"""Tests of vedtak noted from paper."""
