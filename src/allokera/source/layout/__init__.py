"""Where things stand in a grid: rows of recipients, columns of numbers, what headings say."""
