"""Solves merger problems by integer programming with HiGHS.

Standard input is a JSON list of problems as internal/reform writes them; standard output is, for each, the least cost in
millionths by number of organs. Costs and constraints are read from the problem here, with no code of ours."""

import itertools
import json
import os
import sys

import highspy
import numpy

ONE = 1_000_000


def times(a, b):
    return (a * b + ONE // 2) // ONE


def jaccard(a, b):
    common, union = len(a & b), len(a | b)
    return (2 * common * ONE + union) // (2 * union) if common else 0


def cost(problem, group):
    w = problem["weights"]
    faced = led = over = 0
    integration = 0
    for place in problem["places"]:
        n = len(place["townships"])
        here = [f for f in place.get("organs", []) if f["organ"] in group]
        points = {p for f in here for p in f.get("points", [])}
        departments = {place["points"][p]["department"] for p in points}
        faced += n * sum(place["points"][p]["weight"] for p in points)
        led += n * len({d for f in here for d in f.get("duties", [])})
        if not any(f.get("integrating") for f in here):
            over += n * max(0, len(departments) - place["limit"])
        if len(here) > 1:
            pairs = list(itertools.combinations(here, 2))
            unlike = sum(times(w["integration"], ONE - jaccard(set(f.get("features", [])), set(g.get("features", [])))) for f, g in pairs)
            mean = (2 * unlike * (len(here) - 1) + len(pairs)) // (2 * len(pairs))
            integration += n * (mean + w.get("dissolution", 0) * (len(here) - 1))
    return times(w["interfaces"], faced) + w["duties"] * led + w["span"] * over + integration


def allowed(problem, group):
    c = problem["constraints"]
    organs = [problem["organs"][i] for i in group]
    keys = {o["key"] for o in organs}
    if any(keys & set(link) and not set(link) <= keys for link in c.get("mustLink", [])):
        return False
    if len(group) == 1:
        return True
    if keys & set(c.get("alone", [])) or any(len(keys & set(apart)) > 1 for apart in c.get("cannotLink", [])):
        return False
    if any(o.get("mandatory") and not c.get("mergeMandatory") or o.get("integrating") and not c.get("mergeIntegrating") for o in organs):
        return False
    if not c.get("mixKinds") and len({o["kind"] for o in organs}) > 1:
        return False
    if not c.get("mixBranches") and {"PARTY", "GOVERNMENT"} <= {o.get("branch") for o in organs}:
        return False
    return all(fits(c, place, group) for place in problem["places"])


def fits(c, place, group):
    here = [f for f in place.get("organs", []) if f["organ"] in group]
    if len(here) < 2:
        return True
    amounts = {
        "mostDepartments": len({place["points"][p]["department"] for f in here for p in f.get("points", [])}),
        "mostDuties": len({d for f in here for d in f.get("duties", [])}),
        "mostPosts": sum(f.get("posts", 0) for f in here),
    }
    return all(not c.get(name) or amount <= c[name] for name, amount in amounts.items())


def frontier(problem):
    n = len(problem["organs"])
    c = problem["constraints"]
    largest = c.get("largestGroup") or n
    groups = [g for size in range(1, largest + 1) for g in itertools.combinations(range(n), size) if allowed(problem, g)]
    out = {}
    if not groups:
        return out
    costs = [cost(problem, set(g)) for g in groups]
    h = model(n, groups, costs)
    for k in range(max(1, c.get("minOrgans", 0)), min(n, c.get("maxOrgans") or n) + 1):
        h.changeRowBounds(n, k, k)
        h.run()
        if h.getModelStatus() == highspy.HighsModelStatus.kOptimal:
            chosen = h.getSolution().col_value
            out[k] = sum(cost for cost, x in zip(costs, chosen) if x > 0.5)
        elif h.getModelStatus() != highspy.HighsModelStatus.kInfeasible:
            raise SystemExit(f"HiGHS: {h.modelStatusToString(h.getModelStatus())}")
    return out


def model(n, groups, costs):
    """Each organ in exactly one group; the last row counts the groups."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(groups), n + 1
    lp.col_cost_ = numpy.array(costs, dtype=float)
    lp.col_lower_, lp.col_upper_ = numpy.zeros(len(groups)), numpy.ones(len(groups))
    lp.row_lower_ = lp.row_upper_ = numpy.ones(n + 1)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(groups)
    rows = [list(g) + [n] for g in groups]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = numpy.cumsum([0] + [len(r) for r in rows])
    lp.a_matrix_.index_ = numpy.array([i for r in rows for i in r])
    lp.a_matrix_.value_ = numpy.ones(sum(len(r) for r in rows))
    h = highspy.Highs()
    h.setOptionValue("output_flag", False)
    h.setOptionValue("threads", 1)
    h.setOptionValue("mip_rel_gap", 0.0)
    h.setOptionValue("mip_abs_gap", 0.5)  # costs are whole millionths
    h.passModel(lp)
    return h


answer = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)  # HiGHS prints to standard output whatever it is told
with answer:
    json.dump([frontier(p) for p in json.load(sys.stdin)], answer)
