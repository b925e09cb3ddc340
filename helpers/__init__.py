"""Neural networks from scratch: the mathematics that the course's notebooks build and import."""
