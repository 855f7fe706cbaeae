"""What needs a person today: computed from the register; only what is put off is stored."""
