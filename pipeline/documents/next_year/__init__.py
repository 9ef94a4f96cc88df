"""From one year to the next."""
