-- Price index by month and base, and the rent changes that were told.
SELECT 1;
