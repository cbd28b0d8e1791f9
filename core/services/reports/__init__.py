"""Reports: collecting what they say, writing and remembering them."""
