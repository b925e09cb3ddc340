"""Training and predicting close to the machine's limit, as 07_speed builds it; the clear versions are elsewhere."""
