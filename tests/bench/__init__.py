"""How fast the program is beside something simpler that does the same; gates nothing."""
