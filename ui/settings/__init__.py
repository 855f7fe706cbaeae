"""«Innstillinger»: the office, its people, its copies, its rules, and this machine."""
