"""Reads Python packages as the files they are, without installing them."""

import json
import sys
import zipfile


def open_wheel(path):
    """The wheel with its name, version and day of release (that of its newest file)."""
    wheel = zipfile.ZipFile(path)
    name, version = path.replace("\\", "/").rsplit("/", 1)[-1].split("-")[:2]
    released = max(entry.date_time for entry in wheel.infolist())
    source = {
        "package": name.replace("_", "-"),
        "version": version,
        "released": "%04d-%02d-%02d" % released[:3],
    }
    return wheel, source


def print_json(value):
    json.dump(value, sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write("\n")
