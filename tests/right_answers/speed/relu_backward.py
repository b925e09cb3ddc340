import numpy as np


def by_out(dA, Z):
    return np.multiply(dA, Z >= 0, out=dA)


def by_mask(dA, Z):
    dA[Z < 0] = 0
    return dA


def by_copyto(dA, Z):
    np.copyto(dA, 0, where=Z < 0)
    return dA


def by_loops(dA, Z):
    for i in range(dA.shape[0]):
        for j in range(dA.shape[1]):
            if Z[i, j] < 0:
                dA[i, j] = 0
    return dA


def by_slice(dA, Z):
    dA[:] = np.where(Z >= 0, dA, 0)
    return dA


def by_putmask(dA, Z):
    np.putmask(dA, Z < 0, 0)
    return dA


def by_place(dA, Z):
    np.place(dA, ~(Z >= 0), 0)
    return dA[:]


def by_multiplying_where(dA, Z):
    return np.multiply(dA, 0, out=dA, where=Z < 0)


def by_einsum(dA, Z):
    return np.einsum("ij,ij->ij", dA, (Z >= 0).astype(dA.dtype), out=dA)
