"""How cells are painted and typed into."""
