-- Keys, protocols and start packages.
SELECT 1;
