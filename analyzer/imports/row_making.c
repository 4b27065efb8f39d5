/* SPDX-License-Identifier: MIT */
#include "imports/row_making.h"

#include "base/memory.h"
#include "domain/address.h"
#include "domain/date.h"
#include "imports/free_date.h"
#include "imports/table_heading.h"
#include "intake/pack.h"
#include "letters/reading/document.h"
#include "store/query.h"

#include <libgen.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

static bool set_fate(struct row_making *m, const char *fate, const char *reason, struct error *err)
{
    sqlite3_stmt *s = m->job->set_fate;
    query_bind_int(s, "row_no", m->row_no);
    query_bind_text(s, "fate", slice_of(fate));
    query_bind_text(s, "reason", slice_of(reason));
    query_bind_null(s, "into_row_no");
    return query_run(s, err);
}

bool row_leave_out(struct row_making *m, const char *reason, struct error *err)
{
    return set_fate(m, "left_out", reason, err);
}

bool row_reject(struct row_making *m, const char *column, const char *code, const char *message,
                const char *suggestion, struct error *err)
{
    sqlite3_stmt *s = m->job->insert_reject;
    query_bind_int(s, "row_no", m->row_no);
    query_bind_text(s, "column_name", slice_of(column));
    query_bind_text(s, "code", slice_of(code));
    query_bind_text(s, "value", slice_of(row_get(m, column)));
    query_bind_text(s, "message", slice_of(message));
    query_bind_text(s, "suggestion", slice_of(suggestion));
    return query_run(s, err) && set_fate(m, "rejected", message, err);
}

bool row_is_unmapped(struct row_making *m, const char *field, const char *words, struct error *err)
{
    sqlite3_stmt *s = m->job->insert_unmapped;
    query_bind_int(s, "row_no", m->row_no);
    query_bind_text(s, "field", slice_of(field));
    query_bind_text(s, "words", slice_of(words));
    return query_run(s, err);
}

static void set_where_empty(struct row_making *m, const char *field, const char *words)
{
    if (words && *words && !row_has(m, field))
        row_set(m, field, words);
}

/* The address that a cell leads to, of the first of these that leads anywhere. */
static const char *first_link(const struct row_making *m)
{
    static const char *const fields[] = {"source_url", "title",     "request_title", "outcome",
                                         "reference",  "text_file", "letter",        "force_id"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (address_is_in(slice_of(import_record_link(&m->record, fields[i]))))
            return import_record_link(&m->record, fields[i]);
    return "";
}

static void note_comments(struct row_making *m)
{
    for (size_t i = 0; i < m->record.count; i++) {
        const struct import_record_field *f = &m->record.fields[i];
        if (*f->comment) {
            SCOPED_TEXT words = memory_print("Comment at %s: %s", f->name, f->comment);
            import_record_add(&m->record, "decision_note", words);
        }
    }
}

/* Columns that are what another column is. */
static void note_columns_beside(struct row_making *m)
{
    for (size_t i = 0; i < m->record.count; i++)
        if (table_field_is_beside(m->record.fields[i].name))
            import_record_add(&m->record, "decision_note", m->record.fields[i].words);
}

/* "CRU Log 995/24" in the column of requests. */
static void read_request(struct row_making *m)
{
    char number[NAMED_REQUEST_BYTES];
    if (row_has(m, "request_id") &&
        named_request_find(m->job->request, slice_of(row_get(m, "request_id")), number))
        row_set(m, "request_id", number);
    if (!row_has(m, "request_id") && row_has(m, "request_title") &&
        named_request_find(m->job->request, slice_of(row_get(m, "request_title")), number))
        row_set(m, "request_id", number);
}

bool row_fill_in(struct row_making *m, struct error *err)
{
    const struct import_given *given = m->job->given;
    (void)err;
    set_where_empty(m, "file", "responses");
    if (!address_is_in(slice_of(row_get(m, "source_url"))) && *first_link(m))
        row_set(m, "source_url", first_link(m));
    set_where_empty(m, "force_id", given->force);
    set_where_empty(m, "force_id", row_get(m, "heading_force"));
    read_request(m);
    set_where_empty(m, "request_id", row_get(m, "heading_request"));
    set_where_empty(m, "request_id", given->request);
    set_where_empty(m, "request_id", row_get(m, "default_request"));
    set_where_empty(m, "title", row_get(m, "request_title"));
    note_comments(m);
    note_columns_beside(m);
    return true;
}

/* By its name, else by a name within the words; words that no list knows are a tool of their own.
 */
static bool read_tool_cell(struct row_making *m, struct error *err)
{
    const char *cell = row_get(m, "tool_id");
    const struct names *names = &m->job->bodies.registry.tools;
    int32_t number = names_find(names, slice_of(cell), false);
    if (number > 0) {
        for (size_t i = 0; i < names->ids.count; i++)
            if (names->ids.numbers[i] == number)
                m->tools[0] = names->ids.texts[i];
        m->tool_count = 1;
        return true;
    }
    m->tool_count = tool_words_find(m->job->tools, slice_of(cell), m->tools);
    if (m->tool_count)
        return true;
    m->tools[0] = cell;
    m->tool_count = 1;
    return !m->job->given->has_tools || row_is_unmapped(m, "tool_id", cell, err);
}

static const char *const fields_with_tools[] = {"title", "tool_words", "summary", NULL};

/* May --tool say what the row is about? Where the mapping leaves out what names no tool (a list of
 * all that was ever asked), only where the words of the row speak of it. */
static bool takes_given_tool(const struct row_making *m, const char *given)
{
    bool has_words = false;
    if (!mapping_find_unknown(&m->job->mapping, "tool_id"))
        return true;
    for (const char *const *field = fields_with_tools; *field; field++) {
        if (tool_words_stand_in(slice_of(given), slice_of(row_get(m, *field))))
            return true;
        has_words |= row_has(m, *field);
    }
    return !has_words;
}

bool row_read_tools(struct row_making *m, struct error *err)
{
    const char *given = m->job->given->tool;
    m->tool_count = 0;
    if (row_has(m, "tool_id"))
        return read_tool_cell(m, err);
    for (const char *const *field = fields_with_tools; *field && !m->tool_count; field++)
        m->tool_count = tool_words_find(m->job->tools, slice_of(row_get(m, *field)), m->tools);
    const char *heading = row_get(m, "heading_tool");
    if (!m->tool_count && (*heading || (given && takes_given_tool(m, given)))) {
        m->tools[0] = *heading ? heading : given;
        m->tool_count = 1;
    }
    return true;
}

/* Unknown where it cannot be read; what stood there is kept as a note. */
void row_read_dates(struct row_making *m)
{
    static const char *const dates[] = {"date_received", "date_responded", "date_published",
                                        "date_withdrawn", "retrieved_on"};
    struct free_date_context context = {.is_month_first = m->job->mapping.is_month_first};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        char read[FREE_DATE_BYTES];
        const char *cell = row_get(m, dates[i]);
        context.sent = i == 1 ? row_get(m, "date_received") : NULL;
        bool is_yes = i == 3 && yes_no_parse(slice_of(cell)) == 1;
        if (!*cell || is_yes)
            continue;
        if (!free_date_read(slice_of(cell), &context, read) && !means_unknown(slice_of(cell))) {
            SCOPED_TEXT words = memory_print("%s in the export: %s", dates[i], cell);
            import_record_add(&m->record, "decision_note", words);
        }
        row_set(m, dates[i], read);
    }
}

/* The path of a letter that lies beside the export, where there is one; the caller frees. */
static char *path_of_letter(const struct row_making *m, const char **ret_name)
{
    static const char *const fields[] = {"text_file", "letter", "outcome", "title", "source_url"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *link = import_record_link(&m->record, fields[i]);
        const char *name = *link ? link : i < 2 ? row_get(m, fields[i]) : "";
        if (!*name || address_is_in(slice_of(name)) || pack_path_leads_out(slice_of(name)))
            continue;
        int fd = -1;
        struct file_reason reason;
        SCOPED_TEXT copy = memory_copy(m->in_file);
        char *path = memory_print("%s/%s", dirname(copy), name);
        if (file_open_found(path, &fd, &reason) == FILE_OPENED) {
            close(fd);
            *ret_name = name;
            return path;
        }
        free(path);
    }
    return NULL;
}

/* An address that leads nowhere without the page it stood on is kept as it is. */
static void note_relative_link(struct row_making *m)
{
    for (size_t i = 0; i < m->record.count && !row_has(m, "source_url"); i++) {
        const char *link = m->record.fields[i].link;
        if (!*link || address_is_in(slice_of(link)) || strncasecmp(link, "mailto:", 7) == 0)
            continue;
        SCOPED_TEXT words = memory_print("Link on the page: %s", link);
        import_record_add(&m->record, "decision_note", words);
        return;
    }
}

static bool store_letter(struct row_making *m, struct letter_document *document,
                         const struct body *body, struct error *err)
{
    SCOPED_TEXT force = slice_copy(bodies_force_id(&m->job->bodies, body->number));
    const char *request = row_get(m, "request_id");
    const struct classify_given given = {.force_id = force,
                                         .request_id = *request ? request : NULL,
                                         .tool_id = m->tool_count ? m->tools[0] : NULL};
    if (document->reason || !document->part_count || document->parts[0].reason) {
        SCOPED_TEXT words = memory_print("The letter could not be read: %s",
                                         document->reason       ? document->reason
                                         : document->part_count ? document->parts[0].reason
                                                                : "it is empty");
        import_record_add(&m->record, "decision_note", words);
        return true;
    }
    if (!classification_add_part(m->job->letters, document, 0, &given, err))
        return false;
    SCOPED_QUERY s = query_prepare(m->job->db, "letter_read_last");
    if (query_next(s)) {
        m->letter_no = query_get_int(s, "letter_no");
        row_set(m, "text_file", query_get_text(s, "text_file").bytes);
        bool is_sure = query_get_int(s, "is_sure");
        if (!row_has(m, "outcome")) /* that nobody has read it is no longer so */
            row_set(m, "stance", "");
        for (int i = 0; is_sure && !row_has(m, "outcome") && i < sqlite3_column_count(s); i++)
            if (strncmp(sqlite3_column_name(s, i), "read_", 5) == 0)
                set_where_empty(m, sqlite3_column_name(s, i) + 5, query_column(s, i).bytes);
        if (!row_has(m, "outcome"))
            row_set(m, "coded_by", is_sure ? "machine" : "");
    }
    return query_done(s, err);
}

bool row_read_letter(struct row_making *m, const struct body *body, struct error *err)
{
    const char *name = NULL;
    SCOPED_TEXT path = path_of_letter(m, &name);
    row_set(m, "text_file", "");
    if (!path) {
        note_relative_link(m);
        return true;
    }
    struct letter_document document;
    letter_document_read(path, &letter_limits_usual, &document);
    free(document.name);
    document.name = memory_copy(name);
    bool ok = store_letter(m, &document, body, err);
    letter_document_done(&document);
    return ok;
}
