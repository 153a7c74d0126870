"""The formats of published tables, one file each: bytes in, grids of printed cells out."""
