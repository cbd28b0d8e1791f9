"""The parts that only the page 审核 is made of."""
