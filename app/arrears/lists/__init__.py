"""What a biller's own list says, and what does not match between it and the register."""
