"""Plans: making, trying and changing them."""
