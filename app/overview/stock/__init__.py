"""What dwellings the municipality has, and who needs them."""
