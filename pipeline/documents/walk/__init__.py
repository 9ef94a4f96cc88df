"""The Power Walk on paper: sheets and cards before it, pictures and figures after it."""
