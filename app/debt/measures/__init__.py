"""What is done about an economy: settlement, refinancing, deductions, inquiries (GJ-07 to 09)."""
