"""The keys and the dwelling come back."""
