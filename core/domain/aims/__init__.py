"""What years and quarters are asked for, and what the rest needs."""
