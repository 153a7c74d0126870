"""How a relation is weighed: in bits, against coincidence."""
