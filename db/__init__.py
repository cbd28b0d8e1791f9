"""How what the core knows is kept: one SQLite file, or another database by its address."""
