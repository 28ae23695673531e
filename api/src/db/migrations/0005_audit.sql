-- The record of who did what.
SELECT 1;
