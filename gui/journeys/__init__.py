"""What the pages ask of the core, one module per page; what they import, they import late."""
