-- What is reported about a tenancy, and warnings.
SELECT 1;
