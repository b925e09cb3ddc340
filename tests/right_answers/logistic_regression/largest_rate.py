import numpy as np


def largest(H):
    return 2 / max(np.linalg.eigvalsh(H))


def by_name(H):
    eigenvalues = np.linalg.eigvalsh(H)
    return 2.0 / eigenvalues.max()


def with_vectors(H):
    values, _ = np.linalg.eigh(H)
    return 2 / values[-1]


def general_eigenvalues(H):
    return 2 / np.max(np.linalg.eigvals(H).real)


def smallest_limit(H):
    return np.min(2 / np.linalg.eigvalsh(H))


def two_norm(H):
    return 2 / np.linalg.norm(H, 2)
