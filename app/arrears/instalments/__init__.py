"""What is owed is paid in parts while the rent runs on (DOC-23)."""
