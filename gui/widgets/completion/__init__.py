"""The parts of the page 完成情况."""
