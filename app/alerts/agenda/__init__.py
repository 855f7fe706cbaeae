"""What is due in the days to come, day by day."""
