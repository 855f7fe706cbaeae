-- Notices, protests and terminations.
SELECT 1;
