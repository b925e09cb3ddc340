"""A matrix product number by number: where the climb to the machine's limit begins."""

import numpy as np


def matrix_product(W, A):
    """Return W A, (p, r), made in three loops from single numbers: without @ and np.dot.

    W is (p, q) and A is (q, r). Entry (i, k) is the sum over j of W[i, j] · A[j, k].
    """
    product = np.zeros((W.shape[0], A.shape[1]))
    for i in range(W.shape[0]):
        for k in range(A.shape[1]):
            for j in range(W.shape[1]):
                product[i, k] += W[i, j] * A[j, k]
    return product
