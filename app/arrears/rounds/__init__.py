"""The monthly round about unpaid rent: whom to ring, and the meeting with its sheet (P2)."""
