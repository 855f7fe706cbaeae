"""What a return said, kept as it was."""
