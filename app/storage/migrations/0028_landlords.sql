-- Who does what for an owner, contract orders, and conditions carried by a lease.
SELECT 1;
