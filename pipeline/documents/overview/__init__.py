"""The page that tells how the year stands."""
