"""Testing the checks themselves: known mistakes, mutants and right answers, counted for every exercise."""
