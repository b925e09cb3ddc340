"""The empirical sentences of the notebooks, each with the experiment that it rests on.

A sentence of a source notebook carries an id, `<!-- claim: 02-rates -->`, which no reader sees. The module named like
the notebook's exercises has one or more `Claim`s of that id: what is measured, on which draws of the data, and between
which limits it must lie. `make claims` runs all of them. `tests/test_claims.py` runs the first draws, and finds
sentences that sound empirical and carry no id.
"""
