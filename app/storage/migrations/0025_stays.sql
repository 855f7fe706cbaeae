-- Temporary stays without a lease.
SELECT 1;
