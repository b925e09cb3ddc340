"""The engine: checks, builds, proves and grades the notebooks of any course. It knows no neural network."""
