"""What works, what does not, and what the person wants: the same form for everyone (D12)."""
