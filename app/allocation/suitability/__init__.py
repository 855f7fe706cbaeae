"""Who fits where: what a dwelling is suited to, and what a household needs of one."""
