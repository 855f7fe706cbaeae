"""Prior notice: what the office thinks of taking away, told before it does."""
