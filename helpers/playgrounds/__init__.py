"""Playgrounds: the course's figures with controls, one module for each subject. Each uses the functions it is given."""
