"""Reading files. What comes out are values of `model`; what cannot be used is a `SourceError`."""
