"""Checks templates with cfn-lint, all of them in one go.

Reads JSON from standard input, a list of {"file", "region"}, and prints a list of {"file", "code", "message", "line"}.
Errors and warnings count; informational rules stay off.
"""
import json
import os
import sys
from multiprocessing import Pool
from pathlib import Path

from cfnlint.api import ManualArgs, lint_file


def check(template):
    matches = lint_file(Path(template["file"]), ManualArgs(regions=[template["region"]]))
    return [
        {"file": template["file"], "code": m.rule.id, "message": m.message, "line": m.linenumber} for m in matches
    ]


def main():
    templates = json.load(sys.stdin)
    # The largest first, so that no process is left with one at the end.
    templates.sort(key=lambda template: -os.path.getsize(template["file"]))
    with Pool() as pool:
        findings = [finding for found in pool.imap(check, templates) for finding in found]
    json.dump(findings, sys.stdout)


if __name__ == "__main__":
    main()
