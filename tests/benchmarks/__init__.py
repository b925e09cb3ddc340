"""Speed beside the limit and beside other libraries: `make bench`. Not collected by pytest; no test asserts a time."""
