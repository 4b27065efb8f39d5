/* SPDX-License-Identifier: MIT */
#include "rules/matters.h"

#include "base/memory.h"
#include "store/query.h"

#include <stdlib.h>

/* Sets of findings by number, as trees: a finding that is its own parent stands for its set. */
struct sets {
    size_t *parent, count;
};

static size_t find_set(struct sets *s, size_t i)
{
    while (s->parent[i] != i)
        i = s->parent[i] = s->parent[s->parent[i]];
    return i;
}

/* The smaller number stands for both, so that the order of the links means nothing. */
static void join_sets(struct sets *s, size_t a, size_t b)
{
    a = find_set(s, a);
    b = find_set(s, b);
    s->parent[a < b ? b : a] = a < b ? a : b;
}

static bool make_sets(sqlite3 *db, struct sets *ret, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "findings_to_group");
    ret->count = query_next(s) ? (size_t)query_get_int(s, "last_no") + 1 : 1;
    ret->parent = memory_new(ret->count, sizeof *ret->parent);
    for (size_t i = 0; i < ret->count; i++)
        ret->parent[i] = i;
    return query_done(s, err);
}

static bool link_findings(sqlite3 *db, struct sets *sets, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "matter_links");
    int one = query_column_index(s, "finding_no"), other = query_column_index(s, "other_no");
    while (query_next(s))
        join_sets(sets, (size_t)sqlite3_column_int64(s, one),
                  (size_t)sqlite3_column_int64(s, other));
    return query_done(s, err);
}

/* Until settle_matters.sql has numbered the matters, matter_no is the finding that stands for
 * its set. */
static bool store_sets(sqlite3 *db, struct sets *sets, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "group_finding");
    int group = query_parameter_index(s, "group_no"),
        finding = query_parameter_index(s, "finding_no");
    bool ok = true;
    for (size_t i = 1; ok && i < sets->count; i++) {
        query_int(s, group, (int64_t)find_set(sets, i));
        query_int(s, finding, (int64_t)i);
        ok = query_run(s, err);
    }
    return ok;
}

bool matters_order(sqlite3 *db, struct error *err)
{
    return database_run_file(db, "analyzer/rules/order_matters.sql", err);
}

bool matters_settle(sqlite3 *db, struct error *err)
{
    struct sets sets;
    bool ok =
        make_sets(db, &sets, err) && link_findings(db, &sets, err) && store_sets(db, &sets, err) &&
        database_run_file(db, "analyzer/rules/settle_matters.sql", err) && matters_order(db, err);
    free(sets.parent);
    return ok;
}
