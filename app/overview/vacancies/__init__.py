"""When dwellings fall vacant in the months to come, against those who need one."""
