"""The parts of the page 来件: forms that go out, files that come back, and their receipts."""
