"""What a method may promise, and a case for every promise that one does not keep."""
