/* SPDX-License-Identifier: MIT
 * Output folders for the tests of what becomes of them.
 */
#ifndef CONCORD_TESTS_REPORT_MAKING_H
#define CONCORD_TESTS_REPORT_MAKING_H

#include "report/outdir.h"

static const struct former_terms any_pack = {.is_audit = true};

/* What must work. */
struct outdir *making_begin(const char *path);
void making_put(struct outdir *o, const char *name, const char *text);

/* A folder such as an audit leaves: report.html, charts/a.svg, audit.db, and summary.json with
 * that text. */
void making_output(const char *path, const char *summary);
/* The same before the commit. */
struct outdir *making_unfinished(const char *path, const char *summary);

/* outdir_begin says no, for that reason and with a word on what to do. */
void making_refused(const char *path, const struct former_terms *terms, const char *why);

/* Writes a file; an empty one where text is NULL. Reads one that must have that text. */
void making_file(const char *path, const char *text);
void making_check(const char *path, const char *text);

/* How many entries a folder has; everything below it, at every depth, as one text that the
 * caller frees. */
int making_count(const char *path);
char *making_tree(const char *path);

/* What a child process that ran `act` on "out" left: its status as wait gives it. */
int making_child(void (*act)(void));

#endif
