"""Reads a JSON list of statements on stdin, prints a JSON list of milliseconds, null where sqlglot fails.

A statement's time is that of parsing it and following each of its columns, the best of several rounds.
"""
import json
import sys
import time

import sqlglot
from sqlglot import exp
from sqlglot.lineage import lineage
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import build_scope

ROUNDS = 5


def follow(sql):
    edges = 0
    for statement in sqlglot.parse(sql):
        query = statement.find(exp.Query) if statement else None
        if not query:
            continue
        qualified = qualify(query, validate_qualify_columns=False, identify=False)
        scope = build_scope(qualified)
        for column in qualified.named_selects:
            if column and column != "*":
                edges += sum(1 for _ in lineage(column, qualified, schema={}, scope=scope).walk())
    return edges


def best(sql):
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        follow(sql)
        times.append((time.perf_counter() - started) * 1000)
    return min(times)


def main():
    results = []
    for sql in json.load(sys.stdin):
        try:
            results.append(best(sql))
        except Exception:  # what it cannot read is left out of both sides
            results.append(None)
    json.dump({"version": sqlglot.__version__, "milliseconds": results}, sys.stdout)


sys.setrecursionlimit(10000)
main()
