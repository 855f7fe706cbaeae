-- Hand-back, belongings, deposit and what a vacancy costs.
SELECT 1;
