"""What a household lives on each month, and what is left for creditors."""
