"""What people agree to: with whom, until when, and that they may take it back (PV-02)."""
