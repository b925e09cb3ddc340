"""The exercises of the course: one package for each notebook."""
