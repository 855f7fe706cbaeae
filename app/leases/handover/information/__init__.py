"""The written information without which no exception under § 11-1 holds."""
