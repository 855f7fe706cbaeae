"""How Husbanken's instruments were used in a period (REP-20, REP-21)."""
