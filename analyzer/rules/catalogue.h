/* SPDX-License-Identifier: MIT
 * The rules as data: each an embedded .sql file with a header of "-- key: value"
 * lines (continued by "--   more") and one SELECT. docs/architecture.md says which columns
 * the SELECT gives; a header that is incomplete is a fault, found by the tests.
 */
#ifndef CONCORD_RULES_CATALOGUE_H
#define CONCORD_RULES_CATALOGUE_H

#include "base/error.h"
#include "base/slice.h"

/* All texts are NUL-terminated and owned by the catalogue. */
struct rule {
    const char *path;      /* of the embedded file */
    const char *id;        /* G01 */
    const char *name;      /* ncnd-despite-acknowledgement */
    const char *title;
    const char *severity;  /* unless a row says otherwise */
    const char *basis;     /* statute, regulator, advice, consistency, data */
    const char *message;   /* template, see rules/message.h */
    const char *rationale;
    const char *source;
    const char *remedy;
    const char *evidence;  /* what the runner adds to the rows: own, collaboration, third_party,
                            membership, guidance; may be "" */
    const char *reads;     /* "findings": runs after all rules that do not; may be "" */
    const char *sql;       /* the whole file */
};

struct catalogue {
    struct rule *rules;    /* in order of id */
    size_t count;
};

struct catalogue catalogue_load(void);
void catalogue_free(struct catalogue *catalogue);

/* The rule of that id or name (any case), or NULL. */
const struct rule *catalogue_find(const struct catalogue *catalogue, const char *id);

/* 5 critical, 4 high, 3 medium, 2 low, 1 info; 0 for any other word. */
int severity_rank(const char *word);

#endif
