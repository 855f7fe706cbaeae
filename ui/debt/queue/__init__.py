"""The queue: who comes first, why, and when it may begin."""
