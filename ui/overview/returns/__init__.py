"""The returns, one part each."""
