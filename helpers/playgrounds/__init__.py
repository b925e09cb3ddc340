"""Playgrounds: the course's figures with controls, one module a notebook; each draws with the functions it is given."""
