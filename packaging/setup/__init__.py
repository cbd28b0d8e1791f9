"""What run.py does before the program starts; standard library only, each part loaded when due."""
