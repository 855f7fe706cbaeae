-- Who asked to move in or sublet, what was answered; death and break-up.
SELECT 1;
