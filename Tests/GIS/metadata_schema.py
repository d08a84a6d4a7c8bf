"""Holds metadata.xml against the XML schemas of ISO/TS 19139 (gmd, 2006-05-04).

Usage: metadata_schema.py METADATA.xml...

The schemas are those that the package pycsw (2.6.2) carries; lxml validates. Exit code 1 with a line for each
thing that the schemas do not allow. A planted fault (an element out of its place) must be found.
"""

import copy
import importlib.util
import sys
from pathlib import Path

from lxml import etree

GMD = "{http://www.isotc211.org/2005/gmd}"


def main():
    package = Path(importlib.util.find_spec("pycsw").submodule_search_locations[0])
    path = package / "plugins/profiles/apiso/schemas/ogc/iso/19139/20060504/gmd/gmd.xsd"
    schema = etree.XMLSchema(etree.parse(str(path)))
    wrong = []
    for name in sys.argv[1:]:
        tree = etree.parse(name)
        if not schema.validate(tree):
            wrong += [f"{name}:{fault.line}: {fault.message}" for fault in schema.error_log]
        spoilt = copy.deepcopy(tree)
        spoilt.getroot().append(spoilt.find(GMD + "contact"))
        if schema.validate(spoilt):
            wrong.append(f"{name}: the schemas allow an element out of its place")
    print("\n".join(wrong) or f"{len(sys.argv) - 1} metadata files: valid by ISO/TS 19139")
    return 1 if wrong or len(sys.argv) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
