"""What has happened in a case, and talks with those it is about."""
