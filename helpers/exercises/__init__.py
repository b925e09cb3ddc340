"""The course's exercises: one package for each notebook, one module for each exercise."""
