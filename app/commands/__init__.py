"""What the command `husrom` does, subject by subject: the same services without a screen."""
