"""The translator's commands: update the catalogues, hand out what is left to translate, and take it back."""

import argparse
import json
import sys
from pathlib import Path

from helpers.engine.build.build import write
from helpers.engine.build.printing import print_in_any_encoding
from helpers.engine.course import AuthoringError, CourseError, course_option, without_course
from helpers.engine.translate.catalogues import (
    as_text,
    catalogue_names,
    entries,
    identity,
    languages,
    merged,
    named,
    path_of,
    read,
)
from helpers.engine.translate.extraction import all_texts
from helpers.engine.translate.rules import complaints


def main(argv=None):
    """Run one of the translator's commands and return its exit status."""
    print_in_any_encoding()
    try:
        args = arguments(without_course(argv))
        return args.run(args)
    except CourseError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def arguments(argv):
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.engine.translate", description=__doc__, parents=[course_option()]
    )
    commands = parser.add_subparsers(required=True)
    for name, run, text in (
        ("messages", messages, "update every catalogue to the English of the course"),
        ("status", status, "count what is translated, and say what is broken"),
        ("export", export, "print what is left to translate in one catalogue, as JSON"),
        ("import", take_back, 'take translations from a JSON file {"id": "translation"} into one catalogue'),
    ):
        command = commands.add_parser(name, help=text)
        command.set_defaults(run=run)
        command.add_argument("--language", help="such as zh_CN; by default the only one there is")
        if run in (export, take_back):
            command.add_argument("catalogue", help="its name, such as 02_logistic_regression")
        if run is export:
            command.add_argument("--all", action="store_true", help="also what is translated already")
        if run is take_back:
            command.add_argument("file")
    args = parser.parse_args(argv)
    args.language = args.language or (languages() or ["zh_CN"])[0]
    return args


def messages(args):
    """Update every catalogue; return 0."""
    for name, text in updated(args.language).items():
        path = path_of(name, args.language)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            write(path, text)
    return 0


def updated(language):
    """Return {name of a catalogue: the text of its file}, brought up to date with the course."""
    return {
        name: as_text(merged(read(name, language), texts, language), language)
        for name, texts in all_texts().items()
        if texts
    }


def status(args):
    """Print how much is translated, and what breaks a rule; return 1 if anything does."""
    broken = 0
    for name in catalogue_names(args.language):
        found = entries(read(name, args.language))
        done = [message for message in found if message.string and not message.fuzzy]
        fuzzy = sum(message.fuzzy for message in found)
        print(f"{name:32} {len(done):5} of {len(found):5} translated, {fuzzy} fuzzy")
        for message in done:
            for complaint in complaints(message.id, message.string):
                broken += 1
                print(f"  {identity(message.id)} {complaint}")
    return 1 if broken else 0


def export(args):
    """Print the entries that are left to translate; return 0."""
    rows = []
    for message in entries(named(args.catalogue, args.language)):
        if args.all or not message.string or message.fuzzy:
            row = {"id": identity(message.id), "en": message.id, "where": message.locations[0][0]}
            if message.string:
                row |= {"now": message.string}
            if message.fuzzy and message.previous_id:
                row |= {"en of now": message.previous_id[0]}
            rows.append(row)
    print(json.dumps(rows, ensure_ascii=False, indent=1))
    return 0


def translations_in(path):
    """Return {id: translation} from a JSON file."""
    try:
        found = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise AuthoringError(f"{path} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise AuthoringError(f"{path} is not JSON: {error}") from None
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise AuthoringError(
            f'{path} does not hold {{"id": "translation"}}: what `export` writes is the list to make it from'
        )
    return found


def take_back(args):
    """Write translations into a catalogue, except those that break a rule; return 1 if there are any."""
    catalogue = named(args.catalogue, args.language)
    known, refused, taken = {identity(message.id): message for message in entries(catalogue)}, [], 0
    for key, translation in translations_in(args.file).items():
        if key not in known:
            refused.append(f"{key}: there is no such entry; was the English changed? Export again.")
        elif wrong := complaints(known[key].id, translation):
            refused += [f"{key}: {complaint}" for complaint in wrong]
        elif translation:
            known[key].string, taken = translation, taken + 1
            known[key].flags.discard("fuzzy")
            known[key].previous_id = []
    write(path_of(args.catalogue, args.language), as_text(catalogue, args.language))
    print("\n".join([f"{taken} taken, {len(refused)} complaints", *refused]))
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
