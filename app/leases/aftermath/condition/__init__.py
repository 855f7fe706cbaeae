"""Whether the dwelling was left worse than it should be."""
