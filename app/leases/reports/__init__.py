"""What is reported about a tenancy: a defect, damage, disturbance; passed on, answered, closed."""
