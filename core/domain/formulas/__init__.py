"""Formulas over codes: tokens, expressions, relations."""
