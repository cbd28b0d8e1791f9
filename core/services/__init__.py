"""Journeys: what the window and the console ask for, one module each."""
