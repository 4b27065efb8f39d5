/* SPDX-License-Identifier: MIT */
#include "imports/import.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "classify/masks.h"
#include "imports/import_job.h"
#include "imports/import_rows.h"
#include "imports/layout.h"
#include "imports/mapping_check.h"
#include "imports/sources.h"
#include "store/row_map.h"

#include <stdlib.h>

static void open_statements(struct import_job *job)
{
    job->insert_row = query_prepare(job->db, "insert_pack_row");
    job->insert_request = query_prepare(job->db, "insert_pack_request");
    job->insert_reject = query_prepare(job->db, "insert_import_reject");
    job->insert_left = query_prepare(job->db, "insert_import_left_part");
    job->insert_unmapped = query_prepare(job->db, "insert_import_unmapped");
    job->set_fate = query_prepare(job->db, "set_import_fate");
    job->has_id = query_prepare(job->db, "row_of_pack_id");
}

static void close_job(struct import_job *job)
{
    sqlite3_stmt **statements[] = {&job->insert_row,  &job->insert_request,  &job->insert_reject,
                                   &job->insert_left, &job->insert_unmapped, &job->set_fate,
                                   &job->has_id};
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
        query_finalize(statements[i]);
    classification_close(job->letters);
    outcome_reader_close(&job->outcomes);
    pattern_free(job->request);
    if (job->bare_request)
        pattern_free(job->bare_request);
    tool_words_close(job->tools);
    bodies_close(&job->bodies);
    profiles_close(&job->others);
    mapping_done(&job->mapping);
}

static bool has_column_of_requests(const struct mapping *m)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->rules[i].kind == MAP_COLUMN && strcmp(m->rules[i].field, "request_id") == 0)
            return true;
    return false;
}

static bool knows_outcome(void *context, const char *words)
{
    return outcome_is_known(context, words);
}

static bool open_job(struct import_job *job, struct error *err)
{
    job->request = named_request_pattern(false);
    if (!mapping_load(job->given->profile, job->given->map, &job->mapping, err) ||
        !database_run_file(job->db, "analyzer/imports/1-sources.sql", err) ||
        !database_run_file(job->db, "analyzer/imports/2-import.sql", err) ||
        !bodies_open(job->db, &job->bodies, err) || !tool_words_open(job->db, &job->tools, err) ||
        !outcome_reader_open(&job->mapping, &job->bodies.registry.book, &job->outcomes, err) ||
        !classification_open(job->db, &job->letters, err))
        return false;
    if (!profiles_open(job->given->profile, &job->mapping, &job->others, err))
        return false;
    mapping_check(&job->mapping, knows_outcome, &job->outcomes);
    if (has_column_of_requests(&job->mapping))
        job->bare_request = named_request_pattern(true);
    open_statements(job);
    return true;
}

/* A slip in --force costs every row. */
static bool check_force(const struct import_job *job, struct error *err)
{
    struct body bodies[BODIES_MAX];
    const char *force = job->given->force;
    if (!force)
        return true;
    size_t count = bodies_read(&job->bodies, slice_of(force), bodies);
    if (count == 1 && bodies[0].kind != BODY_UNKNOWN && bodies[0].kind != BODY_OTHER)
        return true;
    return error_set(err, ERROR_USAGE, NULL, 0,
                     "Write it as datasets/reference/forces.csv has it, by any of its names.",
                     "--force: no force is called \"%s\"", force);
}

/* What the profile's own statements do. */
static bool run_profile(struct import_job *job, struct error *err)
{
    const char *shared = job->mapping.statements;
    SCOPED_TEXT path =
        memory_print("analyzer/imports/profile-%s.sql", shared ? shared : job->given->profile);
    return !embedded_find(path) || database_run_file(job->db, path, err);
}

static bool read_all(struct import_job *job, struct error *err)
{
    const struct import_given *given = job->given;
    const struct layout_given layout = {.mapping = &job->mapping,
                                        .others = &job->others,
                                        .bodies = &job->bodies,
                                        .tools = job->tools,
                                        .request = job->request,
                                        .bare_request = job->bare_request};
    return check_force(job, err) &&
           sources_read(job->db, given->profile, given->names, given->count, err) &&
           layout_find(job->db, &layout, err) && run_profile(job, err) &&
           import_rows_make(job, err);
}

/* What lines of the user's mapping file did not do, where the print finds it. */
static bool store_map_notes(struct import_job *job, struct error *err)
{
    SCOPED_QUERY insert = query_prepare(job->db, "insert_import_map_note");
    bool ok = true;
    mapping_check_use(&job->mapping);
    for (size_t i = 0; ok && i < job->mapping.note_count; i++) {
        const struct map_note *note = &job->mapping.notes[i];
        query_bind_int(insert, "line", note->line);
        query_bind_text(insert, "rule", slice_of(note->rule));
        query_bind_text(insert, "field", slice_of(note->field));
        query_bind_text(insert, "value", slice_of(note->value));
        query_bind_text(insert, "reason", slice_of(note->reason));
        query_bind_text(insert, "advice", slice_of(note->advice));
        ok = query_run(insert, err);
    }
    return ok;
}

bool import_read(sqlite3 *db, const struct import_given *given, struct error *err)
{
    struct import_job job = {.db = db, .given = given};
    bool ok = open_job(&job, err) && read_all(&job, err) && store_map_notes(&job, err);
    close_job(&job);
    return ok;
}

struct reject_row {
    int64_t line, row_no;
    struct slice file, column_name, code, value, message, suggestion;
};
static const struct field reject_fields[] = {
    FIELD(struct reject_row, line),        FIELD(struct reject_row, file),
    FIELD(struct reject_row, column_name), FIELD(struct reject_row, code),
    FIELD(struct reject_row, value),       FIELD(struct reject_row, message),
    FIELD(struct reject_row, suggestion),
};
static const struct field stored_reject_fields[] = {
    FIELD(struct reject_row, row_no),  FIELD(struct reject_row, column_name),
    FIELD(struct reject_row, code),    FIELD(struct reject_row, value),
    FIELD(struct reject_row, message), FIELD(struct reject_row, suggestion),
};

static bool take_rejects(sqlite3 *db, sqlite3 *tried, struct error *err)
{
    SCOPED_ROW_MAP rejects = row_reader(tried, "rejects_of_tried_pack", reject_fields);
    SCOPED_ROW_MAP insert = row_writer(db, "insert_import_reject", stored_reject_fields);
    SCOPED_QUERY find = query_prepare(db, "pack_row_of_line");
    SCOPED_QUERY refuse = query_prepare(db, "refuse_pack_row");
    struct reject_row row;
    bool ok = true;
    while (ok && row_next(&rejects, &row)) {
        query_bind_text(find, "file", row.file);
        query_bind_int(find, "line", row.line);
        if (query_next(find)) {
            row.row_no = query_get_int(find, "row_no");
            query_bind_int(refuse, "pack_row_no", query_get_int(find, "pack_row_no"));
            ok = row_write(&insert, &row, err) && query_run(refuse, err);
        }
        ok = query_done(find, err) && ok;
    }
    return row_done(&rejects, err) && ok;
}

/* What stands in rows that are not in the pack, without persons. */
static bool mask_left_out(sqlite3 *db, struct error *err)
{
    enum { WORDS_MOST = 200 };
    struct masks *masks = NULL;
    if (!masks_new(&masks, err))
        return false;
    SCOPED_QUERY rows = query_prepare(db, "rows_left_out");
    SCOPED_QUERY set = query_prepare(db, "set_left_out_words");
    bool ok = true;
    while (ok && query_next(rows)) {
        struct slice words = query_get_text(rows, "words");
        SCOPED_TEXT masked = masks_words(masks, words, 0, words.length, WORDS_MOST);
        query_bind_int(set, "row_no", query_get_int(rows, "row_no"));
        query_bind_text(set, "words", slice_of(masked));
        ok = query_run(set, err);
    }
    masks_free(masks);
    return query_done(rows, err) && ok;
}

static const struct field count_fields[] = {
    FIELD(struct import_counts, files),       FIELD(struct import_counts, unreadable),
    FIELD(struct import_counts, rows),        FIELD(struct import_counts, pack),
    FIELD(struct import_counts, left_out),    FIELD(struct import_counts, rejected),
    FIELD(struct import_counts, duplicates),  FIELD(struct import_counts, headings),
    FIELD(struct import_counts, responses),   FIELD(struct import_counts, acknowledgements),
    FIELD(struct import_counts, circulation), FIELD(struct import_counts, review),
    FIELD(struct import_counts, unmapped),    FIELD(struct import_counts, part_rejected),
};

bool import_count(sqlite3 *db, struct import_counts *ret, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(db, "count_import", count_fields);
    row_next(&rows, ret);
    if (!row_done(&rows, err))
        return false;
    if (ret->rows != ret->pack + ret->left_out + ret->rejected + ret->duplicates)
        internal_fault("rows of the exports do not balance: of %lld are %lld in the pack, %lld "
                       "left out, %lld rejected and %lld seen twice",
                       (long long)ret->rows, (long long)ret->pack, (long long)ret->left_out,
                       (long long)ret->rejected, (long long)ret->duplicates);
    return true;
}

bool import_settle(sqlite3 *db, sqlite3 *tried, struct error *err)
{
    SCOPED_QUERY settle = query_prepare(db, "settle_refused_rows");
    SCOPED_QUERY note = query_prepare(db, "note_refused_words");
    return take_rejects(db, tried, err) && query_run(settle, err) && query_run(note, err) &&
           mask_left_out(db, err);
}
