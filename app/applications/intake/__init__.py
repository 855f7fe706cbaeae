"""What the paper form tells."""
