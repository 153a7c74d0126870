"""Seeded faults: correct tables with one number, or two, changed; what an audit says of them."""
