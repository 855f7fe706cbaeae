"""What follow-up leads to: who moved between the levels from one day to another."""
