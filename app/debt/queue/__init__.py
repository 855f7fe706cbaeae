"""The order of those who wait, why each stands where they stand, and when it may begin."""
