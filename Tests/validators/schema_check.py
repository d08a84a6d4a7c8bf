#!/usr/bin/env python3
"""Checks JSON files against a JSON Schema, with the keywords that profile.schema.json uses; stdlib only.
rc 0 = valid, 1 = errors, 2 = the schema has a keyword that is not known here. Usage: schema_check.py SCHEMA FILE..."""
import json, re, sys

NOTES = {'$schema', '$id', '$defs', 'title'}
TYPES = {'object': dict, 'array': list, 'string': str, 'null': type(None), 'boolean': bool}
PATTERNS = {}

def is_type(value, name):
    if name == 'number': return isinstance(value, (int, float)) and not isinstance(value, bool)
    if name == 'integer': return is_type(value, 'number') and value == int(value)
    return isinstance(value, TYPES[name])

def same(a, b): return type(a) is type(b) and a == b

def check(value, schema, root, path):
    """Yields what is wrong with value, at path."""
    if isinstance(value, list) and schema.get('items'):
        for i, item in enumerate(value): yield from check(item, schema['items'], root, f'{path}[{i}]')
    for key, rule in schema.items():
        if key in NOTES or key in ('items', 'additionalProperties'): continue
        if key == '$ref':
            target = root
            for part in rule.lstrip('#/').split('/'): target = target[part]
            yield from check(value, target, root, path)
        elif key == 'type':
            names = rule if isinstance(rule, list) else [rule]
            if not any(is_type(value, n) for n in names): yield f'{path}: not {" or ".join(names)}'
        elif key == 'const':
            if not same(value, rule): yield f'{path}: not {rule!r}'
        elif key == 'enum':
            if not any(same(value, r) for r in rule): yield f'{path}: {value!r} is none of {rule}'
        elif key == 'pattern':
            pattern = PATTERNS.setdefault(rule, re.compile(rule))
            if isinstance(value, str) and not pattern.search(value): yield f'{path}: {value!r} does not match {rule}'
        elif key == 'minimum':
            if is_type(value, 'number') and value < rule: yield f'{path}: {value} < {rule}'
        elif key == 'maximum':
            if is_type(value, 'number') and value > rule: yield f'{path}: {value} > {rule}'
        elif key == 'minItems':
            if isinstance(value, list) and len(value) < rule: yield f'{path}: fewer than {rule} items'
        elif key == 'maxItems':
            if isinstance(value, list) and len(value) > rule: yield f'{path}: more than {rule} items'
        elif key == 'prefixItems':
            if isinstance(value, list):
                for i, (item, own) in enumerate(zip(value, rule)): yield from check(item, own, root, f'{path}[{i}]')
        elif key == 'required':
            if isinstance(value, dict):
                for name in rule:
                    if name not in value: yield f'{path}: {name!r} is missing'
        elif key == 'properties':
            if isinstance(value, dict):
                for name, own in rule.items():
                    if name in value: yield from check(value[name], own, root, f'{path}.{name}')
                if schema.get('additionalProperties') is False:
                    for name in value:
                        if name not in rule: yield f'{path}: {name!r} is not allowed'
        elif key == 'propertyNames':
            if isinstance(value, dict):
                for name in value: yield from check(name, rule, root, f'{path}.{name}')
        elif key == 'anyOf':
            if not any(next(check(value, own, root, path), None) is None for own in rule): yield f'{path}: none of anyOf'
        elif key == 'not':
            if next(check(value, rule, root, path), None) is None: yield f'{path}: is what "not" forbids'
        else: unknown(key)

def unknown(key):
    print(f'schema_check.py does not know the keyword {key!r}', file=sys.stderr); sys.exit(2)

schema = json.load(open(sys.argv[1], encoding='utf-8')); bad = False
for name in sys.argv[2:]:
    errors = list(check(json.load(open(name, encoding='utf-8')), schema, schema, '$'))
    if errors: bad = True; print(json.dumps({'file': name, 'errors': errors[:8], 'n_errors': len(errors)}, ensure_ascii=False))
sys.exit(bad)
