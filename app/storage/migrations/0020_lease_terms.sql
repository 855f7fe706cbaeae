-- Half-way reviews and what is decided of a term that runs out.
SELECT 1;
