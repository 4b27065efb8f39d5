/* SPDX-License-Identifier: MIT
 * A row of the pack: its identifier, its columns, the request that it names.
 */
#include "imports/row_making.h"

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "domain/vocabulary.h"
#include "intake/contract.h"
#include "store/query.h"

#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>

enum { SLUG_BYTES = 64, SHORT_DIGEST = 6 };

/* "0745-2022-23" of "0745-2022/23": letters and digits of ASCII, in small letters. */
static void slug_of(const char *text, char out[SLUG_BYTES])
{
    size_t length = 0;
    for (; *text && length + 1 < SLUG_BYTES; text++) {
        if (isalnum((unsigned char)*text))
            out[length++] = (char)tolower((unsigned char)*text);
        else if (length && out[length - 1] != '-')
            out[length++] = '-';
    }
    while (length && out[length - 1] == '-')
        length--;
    out[length] = '\0';
}

/* The first of these fields that says something in letters or digits; else "". */
static void slug_of_row(const struct row_making *m, char out[SLUG_BYTES])
{
    static const char *const fields[] = {"reference", "request_title", "title"};
    out[0] = '\0';
    for (size_t i = 0; i < sizeof fields / sizeof *fields && !out[0]; i++)
        slug_of(row_get(m, fields[i]), out);
}

/* Six digits that are the row's own, whatever stands around it. */
static void digest_of_row(const struct row_making *m, char out[DIGEST_BYTES])
{
    struct digest *digest = digest_new();
    for (size_t i = 0; i < m->record.count; i++) {
        digest_add(digest, slice_of(m->record.fields[i].name));
        digest_add(digest, slice_of("\x1f"));
        digest_add(digest, slice_of(m->record.fields[i].words));
        digest_add(digest, slice_of("\x1e"));
    }
    digest_free(digest, out);
    out[SHORT_DIGEST] = '\0';
}

static int64_t row_with_id(const struct row_making *m, const char *file, const char *id)
{
    sqlite3_stmt *s = m->job->has_id;
    query_bind_text(s, "file", slice_of(file));
    query_bind_text(s, "id", slice_of(id));
    int64_t row_no = query_next(s) ? query_get_int(s, "row_no") : 0;
    sqlite3_reset(s);
    return row_no;
}

/* What the export calls the row, else whose it is and what about; told apart where that is taken.
 * The caller frees. */
static char *make_id(const struct row_making *m, const char *file, const char *given,
                     const char *whose, const char *tool)
{
    char slug[SLUG_BYTES], own[DIGEST_BYTES];
    digest_of_row(m, own);
    slug_of_row(m, slug);
    bool is_response = strcmp(file, "responses") == 0;
    if (!slug[0] || (!is_response && !row_has(m, "reference")))
        text_fit(slug, sizeof slug, "%s", own);
    const char *about = !is_response || m->tool_count > 1 ? tool : "";
    char tool_slug[SLUG_BYTES];
    slug_of(about, tool_slug);
    char *id = row_has(m, given)
                   ? memory_print("%.200s%s%s", row_get(m, given), m->body_count > 1 ? "-" : "",
                                  m->body_count > 1 ? whose : "")
                   : memory_print("%s-%s%s%s", whose, tool_slug, tool_slug[0] ? "-" : "", slug);
    if (row_has(m, given) && m->tool_count < 2)
        return id; /* two of one name are told of by the loader */
    for (int i = 0; row_with_id(m, file, id) && i < 2; i++) {
        char *longer = memory_print("%s-%s", id, i ? tool_slug : own);
        free(id);
        id = longer;
    }
    return id;
}

static void add_question(const struct row_making *m, char **id)
{
    if (!row_has(m, "question_id") || row_has(m, "response_id"))
        return;
    char *longer = memory_print("%s:%s", *id, row_get(m, "question_id"));
    free(*id);
    *id = longer;
}

static bool note_request(struct row_making *m, const char *tool, struct error *err)
{
    const char *title =
        row_has(m, "request_title") ? row_get(m, "request_title") : row_get(m, "title");
    if (!*title)
        return true;
    sqlite3_stmt *s = m->job->insert_request;
    query_bind_text(s, "request_id", slice_of(row_get(m, "request_id")));
    query_bind_text(s, "title", slice_of(title));
    query_bind_text(s, "tool_id", slice_of(m->tool_count == 1 ? tool : ""));
    query_bind_text(s, "source_url", slice_of(""));
    return query_run(s, err);
}

/* A letter of which nobody knows what else it was put to is a request of its own. */
static void make_request(struct row_making *m, const char *whose)
{
    char slug[SLUG_BYTES], own[DIGEST_BYTES];
    if (row_has(m, "request_id"))
        return;
    digest_of_row(m, own);
    slug_of_row(m, slug);
    import_record_print(&m->record, "request_id", "%s-%s", whose, slug[0] ? slug : own);
}

/* One line, so that each row of the pack is a line. */
static json_t *one_line(const char *words)
{
    SCOPED_TEXT text = memory_copy(words);
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    return json_string(text);
}

static char *columns_of(const struct row_making *m, enum contract_file_no no)
{
    const struct contract_file *file = &contract_files[no];
    json_t *columns = json_object();
    for (size_t i = 0; i < file->count; i++) {
        const char *words = row_get(m, file->columns[i].name);
        if (*words)
            json_object_set_new(columns, file->columns[i].name, one_line(words));
    }
    char *text = json_dumps(columns, JSON_COMPACT);
    json_decref(columns);
    return text;
}

static bool store(struct row_making *m, const char *file, const char *id, enum contract_file_no no,
                  struct error *err)
{
    sqlite3_stmt *s = m->job->insert_row;
    char digest[DIGEST_BYTES];
    const char *outcome = row_get(m, "outcome_words");
    SCOPED_TEXT columns = columns_of(m, no);
    digest_slice(slice_of(outcome), digest);
    query_bind_int(s, "row_no", m->row_no);
    query_bind_text(s, "file", slice_of(file));
    query_bind_text(s, "id", slice_of(id));
    query_bind_text(s, "columns", slice_of(columns));
    query_bind_text(s, "review", slice_of(row_get(m, "review")));
    query_bind_text(s, "other_stance", slice_of(row_get(m, "other_stance")));
    query_bind_text(s, "outcome", slice_of(outcome));
    query_bind_text(s, "outcome_sha256", slice_of(digest));
    query_bind_int(s, "letter_no", m->letter_no);
    m->is_in_pack = true;
    sqlite3_stmt *fate = m->job->set_fate;
    query_bind_int(fate, "row_no", m->row_no);
    query_bind_text(fate, "fate", slice_of("pack"));
    query_bind_null(fate, "reason");
    query_bind_null(fate, "into_row_no");
    return query_run(s, err) && query_run(fate, err);
}

static void join_notes(struct row_making *m)
{
    import_record_add(&m->record, "note", row_get(m, "decision_note"));
}

static bool write_response(struct row_making *m, const char *whose, const char *tool,
                           struct error *err)
{
    make_request(m, whose);
    join_notes(m);
    SCOPED_TEXT id = make_id(m, "responses", "response_id", whose, tool);
    SCOPED_TEXT full = memory_copy(id);
    add_question(m, &full);
    SCOPED_TEXT own = memory_copy(row_get(m, "response_id"));
    row_set(m, "response_id", full);
    bool ok = note_request(m, tool, err) && store(m, "responses", full, FILE_RESPONSES, err);
    row_set(m, "response_id", own);
    return ok;
}

/* What circulation.csv has no column for. */
static void note_beside(struct row_making *m)
{
    static const struct {
        const char *field, *words;
    } beside[] = {{"outcome_words", "status in the export"},
                  {"reference", "reference"},
                  {"date_responded", "date_responded in the export"},
                  {"question_id", "question"},
                  {"stage", "stage"},
                  {"exemptions", "exemptions"}};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        SCOPED_TEXT words = memory_print("%s: %s", beside[i].words, row_get(m, beside[i].field));
        import_record_add(&m->record, "note", row_has(m, beside[i].field) ? words : "");
    }
}

static bool write_circulation(struct row_making *m, const char *whose, const char *tool,
                              struct error *err)
{
    make_request(m, whose);
    join_notes(m);
    note_beside(m);
    SCOPED_TEXT id = memory_print("%s:%s", row_get(m, "request_id"), whose);
    int64_t first = row_with_id(m, "circulation", id);
    if (!row_has(m, "received"))
        row_set(m, "received", "yes");
    if (!first)
        return note_request(m, tool, err) && store(m, "circulation", id, FILE_CIRCULATION, err);
    sqlite3_stmt *s = m->job->set_fate;
    query_bind_int(s, "row_no", m->row_no);
    query_bind_text(s, "fate", slice_of("duplicate"));
    query_bind_text(s, "reason", slice_of("the same request of the same force waits further up"));
    query_bind_int(s, "into_row_no", first);
    return query_run(s, err);
}

static bool write_acknowledgement(struct row_making *m, const struct body *body, const char *whose,
                                  const char *tool, struct error *err)
{
    SCOPED_TEXT publisher = memory_copy(row_get(m, "publisher"));
    SCOPED_TEXT own = memory_copy(row_get(m, "acknowledgement_id"));
    if (body->kind == BODY_COLLABORATION)
        row_set(m, "collaboration_id", whose);
    row_set(m, "force_id", body->kind == BODY_COLLABORATION ? "" : row_get(m, "force_id"));
    bool is_own = !*publisher || strcmp(publisher, "force") == 0;
    if (is_own)
        row_set(m, "publisher",
                body->kind == BODY_COLLABORATION  ? "collaboration"
                : body->kind == BODY_COMMISSIONER ? "pcc"
                                                  : "force");
    join_notes(m);
    SCOPED_TEXT id = make_id(m, "acknowledgements", "acknowledgement_id", whose, tool);
    row_set(m, "acknowledgement_id", id);
    bool ok = store(m, "acknowledgements", id, FILE_ACKNOWLEDGEMENTS, err);
    row_set(m, "acknowledgement_id", own);
    row_set(m, "publisher", publisher);
    row_set(m, "collaboration_id", "");
    return ok;
}

bool pack_row_write(struct row_making *m, const struct body *body, const char *tool,
                    struct error *err)
{
    const struct bodies *b = &m->job->bodies;
    SCOPED_TEXT whose = body->kind == BODY_UNKNOWN ? slice_copy(body->words)
                        : body->kind == BODY_COLLABORATION
                            ? slice_copy(bodies_collaboration_id(b, body->number))
                            : slice_copy(bodies_force_id(b, body->number));
    SCOPED_TEXT cell = memory_copy(row_get(m, "force_id"));
    SCOPED_TEXT request = memory_copy(row_get(m, "request_id"));
    SCOPED_TEXT note = memory_copy(row_get(m, "note"));
    if (body->is_short)
        import_record_print(&m->record, "note", "%s%sforce in the export: %.*s", note,
                            *note ? "; " : "", (int)body->words.length, body->words.bytes);
    row_set(m, "force_id", whose);
    row_set(m, "tool_id", tool ? tool : "");
    const char *file = row_get(m, "file");
    bool ok = strcmp(file, "acknowledgements") == 0
                  ? write_acknowledgement(m, body, whose, tool ? tool : "", err)
              : strcmp(file, "circulation") == 0
                  ? write_circulation(m, whose, tool ? tool : "", err)
                  : write_response(m, whose, tool ? tool : "", err);
    row_set(m, "force_id", cell);
    row_set(m, "request_id", request);
    if (body->is_short)
        row_set(m, "note", note);
    return ok;
}
