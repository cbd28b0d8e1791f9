"""The parts of the page 规划与指标."""
