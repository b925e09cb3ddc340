"""The data: what the loaders promise, what they say about a bad file, and how the files are made."""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import traceback
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from helpers import datasets
from helpers.datasets import files as datafiles
from helpers.datasets import planar
from tests.steps import Steps

DATA = Path(__file__).resolve().parents[1] / "data"
NAMES = ("animals", "fashion", "houses", "intro", "planar")
SHAPES = {
    "load_animals": [(6716, 28, 28), (1, 6716), (1000, 28, 28), (1, 1000), (2000, 28, 28), (1, 2000)],
    "load_domestic": [(6716, 28, 28), (1, 6716), (1000, 28, 28), (1, 1000), (2000, 28, 28), (1, 2000)],
    "load_cats": [(1560, 64, 64, 3), (1, 1560), (400, 64, 64, 3), (1, 400)],
    "load_cat_silhouettes": [(1560, 28, 28), (1, 1560), (400, 28, 28), (1, 400)],
    "load_two_features": [(2, 160), (1, 160), (160, 28, 28), (2, 100), (1, 100), (100, 28, 28)],
    "load_fashion": [(10000, 28, 28), (1, 10000), (2000, 28, 28), (1, 2000)],
    "load_houses": [(8, 16640), (1, 16640), (8, 4000), (1, 4000)],
}


def pixels(images):
    """Return the set of the images' bytes."""
    return {image.tobytes() for image in np.ascontiguousarray(images)}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_and_kinds_of_numbers(name):
    data = getattr(datasets, name)()
    arrays = [value for value in data if isinstance(value, np.ndarray)]
    assert [array.shape for array in arrays] == SHAPES[name]
    for field, array in zip(data._fields, data, strict=True):
        if field.startswith("images"):
            assert array.dtype == np.uint8 and array.min() == 0 and array.max() >= 240
        elif field.startswith("Y") and name != "load_houses":
            assert array.dtype == np.int64 and set(np.unique(array)) == set(range(len(data.classes)))
        elif field.startswith("X"):
            assert array.dtype == np.float64 and np.isfinite(array).all()


def test_animals_share_no_picture_and_are_dealt_evenly():
    animals = datasets.load_animals()
    parts = [pixels(p) for p in (animals.images_train, animals.images_validation, animals.images_test)]
    assert [len(part) for part in parts] == [6716, 1000, 2000]
    assert not any(first & second for first, second in combinations(parts, 2))
    assert np.bincount(animals.Y_test[0]).tolist() == [200] * 10
    assert np.bincount(animals.Y_validation[0]).tolist() == [100] * 10


def test_one_cut_serves_all_tasks():
    animals, cats = datasets.load_animals(), datasets.load_cat_silhouettes()
    measured = datasets.load_two_features()
    learning = pixels(animals.images_train) | pixels(animals.images_validation)
    assert pixels(cats.images_train) <= learning and pixels(cats.images_test) <= pixels(animals.images_test)
    assert pixels(measured.images_train) <= learning
    assert pixels(measured.images_test) <= pixels(animals.images_test)


def test_cats_are_half_of_both_parts_and_no_picture_comes_twice():
    animals, cats = datasets.load_animals(), datasets.load_cat_silhouettes()
    assert cats.Y_train.mean() == cats.Y_test.mean() == 0.5
    assert len(pixels(cats.images_train)) == 1560 and len(pixels(cats.images_test)) == 400
    known = {
        image.tobytes(): kind for image, kind in zip(animals.images_test, animals.Y_test[0], strict=True)
    }
    kinds = np.array([known[image.tobytes()] for image in cats.images_test])
    assert np.array_equal(kinds == animals.classes.index("cat"), cats.Y_test[0] == 1)


def test_the_lit_pictures_show_the_silhouettes():
    lit, plain = datasets.load_cats(), datasets.load_cat_silhouettes()
    assert np.array_equal(lit.Y_train, plain.Y_train) and np.array_equal(lit.Y_test, plain.Y_test)
    for color, gray in zip(lit.images_test[:50], plain.images_test[:50], strict=True):
        nearest = np.arange(64) * 28 // 64
        enlarged = gray[np.ix_(nearest, nearest)]
        assert np.corrcoef(color.mean(axis=2).ravel(), enlarged.ravel())[0, 1] > 0.85


def test_domestic_by_hand():
    animals, domestic = datasets.load_animals(), datasets.load_domestic()
    names = [animals.classes[kind] for kind in animals.Y_test[0, :300]]
    expected = [int(name in ("cat", "cow", "dog", "horse", "sheep")) for name in names]
    assert domestic.Y_test[0, :300].tolist() == expected and domestic.Y_test.mean() == 0.5


def test_two_features_by_loop():
    data = datasets.load_two_features()
    for column, image in zip(data.X_train.T[:20], data.images_train[:20].astype(int), strict=True):
        total = sum(int(pixel) for line in image for pixel in line)
        upper = sum(int(pixel) for line in image[:9] for pixel in line)
        lower = sum(int(pixel) for line in image[-9:] for pixel in line)
        np.testing.assert_allclose(column, [10 * upper / total, 10 * lower / total])


def test_fashion_parts_share_no_picture():
    fashion = datasets.load_fashion()
    assert not pixels(fashion.images_train) & pixels(fashion.images_test)
    assert len(fashion.classes) == 10


def test_the_test_photographs_are_opened_at_the_end_of_06_and_once_more_in_08():
    for path in (DATA.parent / "notebooks" / "source").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        opened = "load_fashion" in source and "data.images_test" in source
        assert opened == (path.stem in ("06_hyperparameters", "08_smaller_gap"))
        # Not before everything has been chosen: 06 looks at what it got wrong afterwards, 08 looks once.
        first = source.find("data.images_test") / len(source)
        assert not opened or first > 0.6


def test_houses_have_names_units_and_no_shared_rows():
    houses = datasets.load_houses()
    assert len(houses.features) == len(houses.units) == 8
    assert not pixels(houses.X_train.T) & pixels(houses.X_test.T)
    assert 0 < houses.Y_train.min() and 5 <= houses.Y_train.max() < 5.001
    assert 32 < houses.X_train[6].min() and houses.X_train[7].max() < -114


def test_the_faults_of_the_houses_are_those_of_the_data_sheet():
    houses, sheet = datasets.load_houses(), " ".join((DATA / "README.md").read_text(encoding="utf-8").split())
    X, Y = np.hstack([houses.X_train, houses.X_test]), np.hstack([houses.Y_train, houses.Y_test])
    assert f"500,000 dollars ({np.sum(Y >= 5)} block groups" in sheet
    assert f"52 years ({np.sum(X[1] == 52):,} block groups)" in sheet
    assert f"(up to {X[2].max():.0f} rooms, {X[5].max():,.0f} people)" in sheet


def test_intro_samples():
    intro = datasets.load_intro()
    assert intro.photo.shape == (192, 192, 3) and intro.photo.dtype == np.uint8
    assert intro.sound.shape == (8000,) and intro.sound.dtype == np.int16 and intro.sample_rate == 8000
    assert intro.sentence.endswith(".") and type(intro.sentence) is str


@pytest.mark.parametrize("name", planar.GENERATORS)
def test_planar_points_are_those_of_the_generator(name):
    points = datasets.load_planar(name)
    assert points.X_train.shape == points.X_test.shape == (2, 400)
    assert points.Y_train.shape == (1, 400) and points.Y_train.mean() == points.Y_test.mean() == 0.5
    assert not pixels(points.X_train.T) & pixels(points.X_test.T)
    place = list(planar.GENERATORS).index(name)
    X, Y = planar.GENERATORS[name](400, np.random.default_rng([20261123, place, 0]))
    np.testing.assert_allclose(points.X_train, X, atol=1e-6)
    assert np.array_equal(points.Y_train, Y)


@pytest.mark.parametrize("generator", planar.GENERATORS.values())
@pytest.mark.parametrize("m", [1, 2, 7, 400])
def test_planar_generators_depend_on_their_rng_alone(generator, m):
    X, Y = generator(m, np.random.default_rng(3))
    again, _ = generator(m, np.random.default_rng(3))
    other, _ = generator(m, np.random.default_rng(4))
    assert X.shape == (2, m) and Y.shape == (1, m) and abs(Y.sum() - m / 2) <= 0.5
    assert np.array_equal(X, again) and not np.array_equal(X, other)


def test_an_unknown_planar_name_lists_the_known_ones():
    with pytest.raises(ValueError, match="'flowers'; choose one of petals, moons"):
        datasets.load_planar("flowers")


@pytest.mark.parametrize("name", NAMES)
def test_reading_a_file_takes_few_steps(name):
    """Far fewer than there are pictures times pixels: whole arrays are read, no single value."""
    with Steps() as steps:
        datafiles.read(name)
    assert steps.count < 50_000


def test_loading_does_not_depend_on_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert datasets.load_intro().sample_rate == 8000


def test_the_checksums_are_those_of_the_files():
    lines = (DATA / "checksums.txt").read_text().splitlines()
    assert [line.split()[1] for line in lines] == [f"{name}.h5" for name in NAMES]
    for line in lines:
        checksum, name = line.split()
        assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == checksum


def remove(path):
    path.unlink()


def turn_into_folder(path):
    path.unlink()
    path.mkdir()


def empty(path):
    path.write_bytes(b"")


def truncate(path):
    path.write_bytes(path.read_bytes()[:5000])


def alter(path):
    contents = bytearray(path.read_bytes())
    contents[3000] ^= 1
    path.write_bytes(contents)


def put_a_pointer(path):
    path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n")


def put_text(path):
    path.write_text("<html>404</html>")


def put_another(path):
    shutil.copy(DATA / "planar.h5", path)


DAMAGES = {
    remove: "is missing",
    turn_into_folder: "is a folder, not a file",
    empty: "is empty",
    truncate: "is incomplete or altered",
    alter: "is incomplete or altered",
    put_a_pointer: "is a Git LFS pointer",
    put_text: "is not an HDF5 file",
    put_another: "is incomplete or altered",
}


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """Let the loaders read from a copy of the small files; return the path of its intro.h5."""
    for name in ("intro.h5", "planar.h5", "checksums.txt"):
        shutil.copy(DATA / name, tmp_path)
    monkeypatch.setattr(datafiles, "FOLDER", tmp_path)
    return tmp_path / "intro.h5"


def sentence_of(load):
    """Return the message of the one DataError that loading raises, after looking at its form."""
    with pytest.raises(datafiles.DataError) as caught:
        load()
    assert caught.value.__cause__ is None and caught.value.__context__ is None
    assert "h5py" not in "".join(traceback.format_exception(caught.value))
    message = str(caught.value)
    assert "\n" not in message and message.endswith("`python data/build.py`.")
    return message


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_bad_file_gives_one_sentence(copied, damage):
    damage(copied)
    message = sentence_of(datasets.load_intro)
    assert message.startswith(f"data/intro.h5 {DAMAGES[damage]}")
    assert str(copied) in message and "`git checkout -- data/intro.h5`" in message


def test_an_unreadable_file_gives_one_sentence(copied, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert sentence_of(datasets.load_intro).startswith("data/intro.h5 cannot be read (Permission denied)")


def test_bad_checksums_give_one_sentence(copied):
    checksums = copied.with_name("checksums.txt")
    checksums.write_text("nonsense\n")
    assert sentence_of(datasets.load_intro).startswith("data/checksums.txt has no line for intro.h5")
    checksums.unlink()
    assert sentence_of(datasets.load_intro).startswith("data/checksums.txt is missing")


def test_a_missing_folder_gives_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(datafiles, "FOLDER", tmp_path / "nowhere")
    assert "is missing, and so is its whole folder" in sentence_of(datasets.load_intro)


def build(*arguments):
    """Run data/build.py and return what it printed."""
    command = [sys.executable, str(DATA / "build.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_the_build_script_explains_itself():
    assert "--sources" in build("--help")


def test_planar_is_built_twice_alike_and_without_any_source(tmp_path):
    first = build("--only", "planar", "--out", tmp_path / "first")
    second = build("--only", "planar", "--out", tmp_path / "second")
    assert first == second and first.endswith("  planar.h5\n")


def test_checksums_of_files_not_rebuilt_are_kept(copied):
    build("--only", "planar", "--out", copied.parent)
    lines = copied.with_name("checksums.txt").read_text().splitlines()
    assert [line.split()[1] for line in lines] == ["intro.h5", "planar.h5"]


def test_the_whole_build_gives_the_recorded_checksums(tmp_path, request):
    sources = request.config.rootpath / "data" / "packages"
    missing = [name for name in ("pandas", "pyarrow", "PIL") if importlib.util.find_spec(name) is None]
    if missing or not sources.is_dir():
        pytest.skip(f"needs the sources in data/packages, and pandas, pyarrow, pillow (missing: {missing})")
    assert build("--sources", sources, "--out", tmp_path) == (DATA / "checksums.txt").read_text()
