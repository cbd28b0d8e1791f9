"""The panel at the right of a form: what is known of the row where the cursor stands."""
