import numpy as np


def image_by_image(images):
    X = np.zeros((images[0].size, len(images)))
    for i in range(len(images)):
        X[:, i] = images[i].ravel()
    return X


def stacked(images):
    return np.stack([image.reshape(-1) for image in images], axis=1)


def sizes_counted(images):
    return images.reshape(images.shape[0], np.prod(images.shape[1:])).T


def images_last_first(images):
    return np.moveaxis(images, 0, -1).reshape(-1, len(images))


def columns_concatenated(images):
    return np.concatenate([image.reshape(-1, 1) for image in images], axis=1)


def single_precision(images):
    return images.reshape(len(images), -1).T.astype(np.float32)


def fortran(images):
    return (
        np.transpose(images).reshape(-1, len(images))
        if images.ndim == 2
        else images.reshape(len(images), -1).transpose()
    )
