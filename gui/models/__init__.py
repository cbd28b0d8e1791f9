"""Item models: what views show, drawn from frozen values of the core."""
