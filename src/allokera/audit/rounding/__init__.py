"""What a rounded amount allows: intervals, rules, and the point that most rows share."""
