"""«Brev»: what must be sent, what is under way, and every document that is kept."""
