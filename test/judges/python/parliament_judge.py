"""Checks policy documents with parliament.

Reads JSON from standard input, a list of lists of statements, and prints a list of {"document", "statement", "code",
"about"}: positions in the two lists, the kind of finding, and what it is about in one line. `statement` is null when
the finding is about the whole document.
"""
import json
import sys

import parliament.statement
from parliament import analyze_policy_string

# parliament 1.6.4 stops at the type of events:TargetArn, which its own data calls ArrayOfARN.
known_type = parliament.statement.translate_documentation_types
parliament.statement.translate_documentation_types = lambda name: "Arn" if name == "ArrayOfARN" else known_type(name)


def text_of(statements):
    """One statement a line, so that the line of a finding tells the statement."""
    lines = ",\n".join(json.dumps(statement) for statement in statements)
    return '{"Version": "2012-10-17", "Statement": [\n' + lines + "\n]}"


def statement_of(finding, count):
    line = finding.location.get("line")
    return line - 2 if line is not None and 2 <= line < count + 2 else None


def details_of(finding):
    """Several findings of one kind come as one with a list."""
    details = finding.detail if isinstance(finding.detail, list) else [finding.detail]
    for detail in details:
        if isinstance(detail, dict) and "required_format" in detail:
            needed = detail["required_format"]
            yield f"{detail['action']} " + ("takes no resource" if needed == "*" else f"needs {needed}")
        else:
            yield str(detail or finding.location.get("string") or "")


def main():
    findings = []
    for number, statements in enumerate(json.load(sys.stdin)):
        for finding in analyze_policy_string(text_of(statements)).findings:
            place = {"document": number, "statement": statement_of(finding, len(statements)), "code": finding.issue}
            findings += [{**place, "about": about} for about in details_of(finding)]
    json.dump(findings, sys.stdout)


if __name__ == "__main__":
    main()
