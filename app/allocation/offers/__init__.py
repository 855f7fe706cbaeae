"""A dwelling held back, offered, and answered."""
