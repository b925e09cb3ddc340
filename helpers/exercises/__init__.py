"""The course's exercises: one package a notebook, one module an exercise, and the engine that checks them."""
