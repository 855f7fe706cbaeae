"""Ways into the register: first run, unlocking, recovery, restoring a backup."""
