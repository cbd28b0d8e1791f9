"""Workbooks as they should not come back, each made by a script: what people and programs do."""
