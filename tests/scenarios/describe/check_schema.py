"""Checks JSON documents against a JSON Schema: `check_schema.py SCHEMA DOCUMENT...`.

Prints a line a document, `valid` or `invalid`, in their order. Exits with 77 if the Python module
jsonschema is not installed.
"""
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        print("valid" if validator.is_valid(json.load(file)) else "invalid")
