"""What a tenant left behind."""
