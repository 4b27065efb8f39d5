/* SPDX-License-Identifier: MIT */
#include "imports/import_rows.h"

#include "base/memory.h"
#include "imports/row_making.h"
#include "store/row_map.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>

struct field_row {
    struct slice field, words, link, comment;
};
static const struct field field_fields[] = {
    FIELD(struct field_row, field),
    FIELD(struct field_row, words),
    FIELD(struct field_row, link),
    FIELD(struct field_row, comment),
};

static bool is_file(const struct row_making *m, const char *file)
{
    return strcmp(row_get(m, "file"), file) == 0;
}

static bool load(struct row_making *m, struct row_map *fields, struct error *err)
{
    struct field_row f;
    struct import_record *r = &m->record;
    query_bind_int(fields->statement, "row_no", m->row_no);
    while (row_next(fields, &f)) {
        import_record_set(r, f.field, f.words);
        struct import_record_field *last = &r->fields[r->count - 1];
        last->link = arena_copy(&r->arena, f.link);
        last->comment = arena_copy(&r->arena, f.comment);
    }
    return row_done(fields, err);
}

static bool tell_unknown(void *context, const char *field, const char *words, struct error *err)
{
    return row_is_unmapped(context, field, words, err);
}

/* Which of the bodies may have a row, and what is said of the others. */
static bool leave_body_out(struct row_making *m, const struct body *body, struct error *err)
{
    SCOPED_TEXT words = slice_copy(body->words);
    SCOPED_TEXT reason =
        body->kind == BODY_COMMISSIONER
            ? memory_copy("a commissioner is a body of its own, and no force")
        : body->kind == BODY_COLLABORATION
            ? memory_copy("a collaboration of forces is a body of its own, and no force")
            : memory_print("no force: %s", body->advice);
    sqlite3_stmt *s = m->job->insert_left;
    query_bind_int(s, "row_no", m->row_no);
    query_bind_text(s, "words", slice_of(words));
    query_bind_text(s, "reason", slice_of(reason));
    return query_run(s, err) && row_leave_out(m, reason, err);
}

static bool may_have_row(const struct row_making *m, const struct body *body)
{
    if (body->kind == BODY_FORCE || body->kind == BODY_UNKNOWN)
        return true;
    return is_file(m, "acknowledgements") &&
           (body->kind == BODY_COLLABORATION || (body->kind == BODY_COMMISSIONER && body->number));
}

static bool keep_bodies(struct row_making *m, struct error *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < m->body_count; i++) {
        if (may_have_row(m, &m->bodies[i]))
            m->bodies[kept++] = m->bodies[i];
        else if (!leave_body_out(m, &m->bodies[i], err))
            return false;
    }
    m->body_count = kept;
    return true;
}

static const struct speaker *speaker_of(const struct row_making *m, const struct body *body)
{
    return body->kind == BODY_FORCE || body->kind == BODY_COMMISSIONER
               ? &m->job->bodies.speakers.list[body->number - 1]
               : NULL;
}

/* A word of the list as it is; whatever else stands in the column of stances is an outcome. */
static void take_stance(struct row_making *m)
{
    const char *stance = row_get(m, "stance");
    if (!*stance || vocabulary_code(&stances, slice_of(stance)) >= 0)
        return;
    if (!row_has(m, "outcome"))
        row_set(m, "outcome", stance);
    row_set(m, "stance", "");
}

static bool read_outcome(struct row_making *m, struct error *err)
{
    bool is_known = true;
    if (!row_has(m, "outcome_words"))
        row_set(m, "outcome_words", row_get(m, "outcome"));
    if (!row_has(m, "outcome") && !row_has(m, "text_file")) /* what is cited is all that is said */
        row_set(m, "outcome", row_get(m, "exemptions"));
    if (row_has(m, "stance") || !row_has(m, "outcome"))
        return true;
    if (!outcome_read(&m->job->outcomes, &m->record, speaker_of(m, &m->bodies[0]), &is_known, err))
        return false;
    return is_known || row_is_unmapped(m, "outcome", row_get(m, "outcome_words"), err);
}

/* Still waiting, and answered on some day? The day of an acknowledgement of receipt is no answer's.
 */
static void doubt_waiting(struct row_making *m)
{
    if (!is_file(m, "circulation") || !row_has(m, "date_responded") ||
        strcasestr(row_get(m, "outcome_words"), "ack"))
        return;
    row_set(m, "file", "responses");
    row_set(m, "stance", "unread");
    row_set(m, "review", "it is said to wait for an answer, and has the day of one");
    import_record_add(&m->record, "decision_note", row_get(m, "outcome_words"));
}

/* A row that says nothing of an answer: still waiting, answered and not read, or nothing at all. */
static bool settle_silence(struct row_making *m, struct error *err)
{
    doubt_waiting(m);
    if (row_has(m, "stance") || row_has(m, "text_file") || row_has(m, "text") ||
        m->record.left_out || m->record.rejected || !is_file(m, "responses"))
        return true;
    if (row_has(m, "date_responded") || row_has(m, "source_url") || row_has(m, "link")) {
        row_set(m, "stance", "unread");
        row_set(m, "review", "there is an answer, and nothing says what it is");
        return true;
    }
    if (row_has(m, "date_received")) {
        row_set(m, "file", "circulation");
        return true;
    }
    return row_reject(m, "outcome", "no-outcome", "nothing says what was answered, or when",
                      "Fill in the outcome, or the day on which the request was sent.", err);
}

/* What the mapping or an outcome has decided about the whole row. */
static bool is_decided(struct row_making *m, bool *ret_ok, struct error *err)
{
    const struct import_record *r = &m->record;
    if (r->left_out)
        *ret_ok = row_leave_out(m, r->left_out, err);
    else if (r->rejected)
        *ret_ok = row_reject(m, "", "mapping", r->rejected, "", err);
    return r->left_out || r->rejected;
}

static bool write_rows(struct row_making *m, struct error *err)
{
    bool is_several = m->body_count > 1 || m->tool_count > 1;
    if (is_several && !row_has(m, "review"))
        row_set(m, "review",
                m->body_count > 1 ? "one row of the export names several forces"
                                  : "the words name several tools");
    for (size_t i = 0; i < m->body_count; i++)
        for (size_t j = 0; j < (m->tool_count ? m->tool_count : 1); j++)
            if (!pack_row_write(m, &m->bodies[i], m->tool_count ? m->tools[j] : NULL, err))
                return false;
    return true;
}

static bool read_bodies(struct row_making *m, bool *ret_goes_on, struct error *err)
{
    *ret_goes_on = false;
    m->body_count = bodies_read(&m->job->bodies, slice_of(row_get(m, "force_id")), m->bodies);
    if (!m->body_count)
        return row_reject(m, "force_id", "no-force", "no force is named, here or above",
                          "Say whose rows these are with --force, or map the column that does.",
                          err);
    if (!keep_bodies(m, err))
        return false;
    *ret_goes_on = m->body_count > 0;
    return true;
}

/* Of what names no tool the mapping may say that it is about something else. */
static bool read_tools(struct row_making *m, struct error *err)
{
    if (!row_read_tools(m, err))
        return false;
    const struct map_rule *rule = mapping_find_unknown(&m->job->mapping, "tool_id");
    if (!m->tool_count && rule)
        import_record_apply(&m->record, rule);
    return true;
}

static bool finish(struct row_making *m, struct error *err)
{
    bool ok = true, goes_on = true;
    row_read_dates(m);
    if (!read_tools(m, err))
        return false;
    if (is_decided(m, &ok, err))
        return ok;
    if (!read_bodies(m, &goes_on, err) || !goes_on)
        return goes_on ? false : err->kind == ERROR_NONE;
    if (is_file(m, "acknowledgements"))
        return write_rows(m, err);
    ok = read_outcome(m, err) &&
         (m->body_count > 1 || m->bodies[0].kind != BODY_FORCE ||
          row_read_letter(m, &m->bodies[0], err)) &&
         settle_silence(m, err);
    if (!ok || is_decided(m, &ok, err))
        return ok;
    bool is_silent = is_file(m, "responses") && !row_has(m, "stance") && !row_has(m, "text_file") &&
                     !row_has(m, "text");
    return is_silent || write_rows(m, err);
}

static bool make_row(struct row_making *m, struct row_map *fields, struct error *err)
{
    bool ok = true;
    if (!load(m, fields, err))
        return false;
    row_set(m, "outcome_words", row_get(m, "outcome"));
    if (!import_record_apply_mapping(&m->record, &m->job->mapping, tell_unknown, m, err))
        return false;
    take_stance(m);
    if (is_decided(m, &ok, err))
        return ok;
    return row_fill_in(m, err) && finish(m, err);
}

static bool run(sqlite3 *db, const char *statement, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    return query_run(s, err);
}

static bool mark_rows(sqlite3 *db, struct error *err)
{
    return run(db, STATEMENT("note_broken_rows"), err) &&
           run(db, STATEMENT("note_cells_without_column"), err) &&
           run(db, STATEMENT("reject_broken_rows"), err) &&
           run(db, STATEMENT("tell_of_cells_without_heading"), err) &&
           run(db, STATEMENT("tell_of_relative_links"), err) &&
           run(db, STATEMENT("mark_rows_seen_twice"), err);
}

/* Is each row a request of its own, by its title? */
static bool is_of_titles(const struct mapping *m)
{
    bool found = false;
    for (size_t i = 0; i < m->count && !found; i++)
        found = m->rules[i].kind == MAP_NEEDS && strcmp(m->rules[i].field, "title") == 0;
    return found;
}

static bool review_merged(const struct import_job *job, struct error *err)
{
    SCOPED_QUERY s = query_prepare(job->db, "review_merged_requests");
    query_bind_text(s, "request_id", slice_of(job->given->request));
    query_bind_int(s, "has_titles", is_of_titles(&job->mapping));
    return query_run(s, err);
}

bool import_rows_make(struct import_job *job, struct error *err)
{
    if (!mark_rows(job->db, err))
        return false;
    SCOPED_QUERY rows = query_prepare(job->db, "open_import_rows");
    SCOPED_ROW_MAP fields = row_reader(job->db, "fields_of_import_row", field_fields);
    bool ok = true;
    while (ok && query_next(rows)) {
        SCOPED_TEXT in_file = slice_copy(query_get_text(rows, "in_file"));
        struct row_making m = {
            .job = job, .row_no = query_get_int(rows, "row_no"), .in_file = in_file};
        ok = make_row(&m, &fields, err);
        import_record_done(&m.record);
    }
    ok = query_done(rows, err) && ok;
    return ok && (!job->given->request || review_merged(job, err));
}
