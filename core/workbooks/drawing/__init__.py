"""Drawing a form with openpyxl: sheets, looks, what cells offer, how they are printed."""
