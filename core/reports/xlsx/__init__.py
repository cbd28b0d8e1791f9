"""Reports as Excel workbooks that print the pages of the PDF."""
