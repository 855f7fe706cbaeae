"""What the officer sees. The only place with Qt."""
