"""Grading untrusted code: it runs in a confined process that holds no answer, and is judged outside. See README.md."""
