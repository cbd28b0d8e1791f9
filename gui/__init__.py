"""What the program looks like: the window, its pages, dialogs and widgets."""
