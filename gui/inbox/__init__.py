"""What the page 来件 keeps while somebody decides: files that were read, choices about them."""
