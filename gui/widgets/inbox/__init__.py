"""The parts that only the page 来件 is made of."""
