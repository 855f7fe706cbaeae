"""What the office knows and decides. Nothing here imports Qt."""
