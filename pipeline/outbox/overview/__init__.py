"""The page about the year, for a browser."""
