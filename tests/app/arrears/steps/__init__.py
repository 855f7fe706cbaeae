"""What is done about unpaid rent, step by step."""
