"""Notices to end a lease, protests against them, and termination for breach."""
