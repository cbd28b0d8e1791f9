"""What a plan means, how its completion is judged, and what is written about it."""
