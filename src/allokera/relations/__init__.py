"""What a sheet of numbers says of itself: sums, quotients, means and factors that hold in it."""
