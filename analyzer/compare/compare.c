/* SPDX-License-Identifier: MIT */
#include "compare/compare.h"

#include "store/row_map.h"
#include "store/statements.h"

struct input_row {
    struct slice file_kind, row_id, force_id, tool_id, request_id, content;
};
static const struct field input_row_fields[] = {
    FIELD(struct input_row, file_kind),  FIELD(struct input_row, row_id),
    FIELD(struct input_row, force_id),   FIELD(struct input_row, tool_id),
    FIELD(struct input_row, request_id), FIELD(struct input_row, content),
};

/* Copies the rows of one audit's inputs into a temporary table of db: what builds
 * their content may stand in no view, since SQLite trusts no schema with it. */
static bool copy_rows(sqlite3 *from, sqlite3 *db, const char *insert_statement, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(from, "input_rows", input_row_fields);
    SCOPED_ROW_MAP insert = row_writer(db, insert_statement, input_row_fields);
    struct input_row row;
    bool ok = true;
    while (ok && row_next(&rows, &row))
        ok = row_write(&insert, &row, err);
    return ok && row_done(&rows, err);
}

static bool copy_old_rows(const char *old_path, sqlite3 *db, struct error *err)
{
    sqlite3 *old = NULL;
    if (!database_open_existing(old_path, &old, err))
        return false;
    bool ok = copy_rows(old, db, STATEMENT("insert_old_row"), err);
    sqlite3_close(old);
    return ok;
}

/* Causes are looked for near by, and further away only where nothing is left of those. */
static bool run_scripts(sqlite3 *db, const char *old_path, struct error *err)
{
    static const char *const scripts[] = {
        "analyzer/compare/1-inputs.sql",      "analyzer/compare/2-subjects.sql",
        "analyzer/compare/3-near-causes.sql", "analyzer/compare/drop_idle_causes.sql",
        "analyzer/compare/4-far-causes.sql",  "analyzer/compare/drop_idle_causes.sql",
        "analyzer/compare/5-conclusions.sql", "analyzer/compare/6-matters.sql",
        "analyzer/compare/7-positions.sql",
    };
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof scripts / sizeof *scripts; i++)
        ok = database_run_on_input(db, scripts[i], old_path, err);
    return ok;
}

static bool compare(sqlite3 *db, const char *old_path, struct error *err)
{
    return database_run_file(db, "analyzer/compare/row_tables.sql", err) &&
           copy_old_rows(old_path, db, err) &&
           copy_rows(db, db, STATEMENT("insert_new_row"), err) && run_scripts(db, old_path, err);
}

bool compare_with_baseline(sqlite3 *db, const char *old_path, struct error *err)
{
    return database_release(db, err) && database_attach_old(db, old_path, err) &&
           database_begin(db, err) && compare(db, old_path, err) &&
           database_run_on_input(db, "analyzer/compare/withdrawn_answers.sql", old_path, err) &&
           database_commit(db, err) && database_detach_old(db, err) && database_resume(db, err);
}

bool compare_finished(sqlite3 *db, const char *old_path, struct error *err)
{
    return database_attach_old(db, old_path, err) &&
           database_run_file(db, "analyzer/compare/temporary_results.sql", err) &&
           compare(db, old_path, err) && database_detach_old(db, err);
}
