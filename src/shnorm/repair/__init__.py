"""What went wrong with characters, markup, blanks and marks, and how it is put right; one file per step or idea."""
