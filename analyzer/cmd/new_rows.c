/* SPDX-License-Identifier: MIT */
#include "cmd/new_rows.h"

#include "base/memory.h"
#include "cmd/layout.h"
#include "store/query.h"
#include "store/statements.h"

#include <jansson.h>
#include <stdlib.h>

/* What a reading says of a row: of these a person decides, or the program where it is sure. */
static const size_t read_columns[] = {
    RESPONSE_STANCE,
    RESPONSE_PARTIAL_NCND,
    RESPONSE_HELD,
    RESPONSE_USE,
    RESPONSE_EXEMPTIONS,
    RESPONSE_HARM_TEST,
    RESPONSE_PUBLIC_INTEREST_TEST,
    RESPONSE_LINK,
    RESPONSE_STAGE,
    RESPONSE_REFERENCE,
    RESPONSE_RECEIVED,
    RESPONSE_RESPONDED,
};
/* What only a person decides: whose letter it is, and what it answers. */
static const size_t named_columns[] = {RESPONSE_FORCE, RESPONSE_REQUEST, RESPONSE_TOOL,
                                       RESPONSE_QUESTION};
enum {
    READ_COLUMNS = sizeof read_columns / sizeof *read_columns,
    NAMED_COLUMNS = sizeof named_columns / sizeof *named_columns,
};

static const unsigned filled_columns =
    1u << RESPONSE_STANCE | 1u << RESPONSE_PARTIAL_NCND | 1u << RESPONSE_HELD | 1u << RESPONSE_USE |
    1u << RESPONSE_EXEMPTIONS | 1u << RESPONSE_HARM_TEST | 1u << RESPONSE_PUBLIC_INTEREST_TEST |
    1u << RESPONSE_LINK | 1u << RESPONSE_STAGE | 1u << RESPONSE_REFERENCE |
    1u << RESPONSE_RECEIVED | 1u << RESPONSE_RESPONDED | 1u << RESPONSE_QUESTION |
    1u << RESPONSE_TOOL | 1u << RESPONSE_TEXT_FILE | 1u << RESPONSE_CODED_BY |
    1u << RESPONSE_CODED_CONFIDENCE | 1u << RESPONSE_CODED_WORDS;

struct writing {
    struct layout layout;
    sqlite3_stmt *readings, *line, *difference, *disagreements;
    FILE *out;
    struct new_row_counts *counts;
};

/* One row being filled. */
struct filling {
    struct writing *w;
    sqlite3_stmt *from;
    json_t *read, *decided, *held;
    bool is_coded;       /* it has a stance that nobody but a person gave */
    bool was_by_machine; /* what it has was read by the program, from its letter or from a note */
    bool is_filled;      /* something was put into it */
};

static const char *name_of(size_t column)
{
    return contract_files[FILE_RESPONSES].columns[column].name;
}

static struct slice cell(const struct filling *f, size_t column)
{
    const struct layout *l = &f->w->layout;
    size_t place = l->place[column];
    return place < l->width ? slice_trim(l->cells[place]) : (struct slice){"", 0};
}

static bool is_empty(const struct filling *f, size_t column)
{
    return means_unknown(cell(f, column));
}

static struct slice member(const json_t *object, size_t column)
{
    const json_t *value = json_object_get(object, name_of(column));
    return slice_of(json_is_string(value) ? json_string_value(value) : "");
}

static bool tell(struct filling *f, const char *kind, const char *field, struct slice yours,
                 struct slice proposed, struct error *err)
{
    sqlite3_stmt *s = f->w->difference;
    f->w->counts->differences++;
    query_bind_text(s, "kind", slice_of(kind));
    query_bind_text(s, "response_id", query_get_text(f->from, "new_id"));
    query_bind_text(s, "question_id", query_get_text(f->from, "question_id"));
    query_bind_text(s, "field", slice_of(field));
    query_bind_text(s, "yours", yours);
    query_bind_text(s, "proposed", proposed);
    return query_run(s, err);
}

static bool has_part(struct slice list, struct slice wanted)
{
    struct slice part;
    while (slice_next_part(&list, ';', &part))
        if (slice_equals(slice_trim(part), wanted))
            return true;
    return false;
}

/* Lists say the same in any order. */
static bool says_the_same(struct slice a, struct slice b)
{
    struct slice left = a, right = b, part;
    while (slice_next_part(&left, ';', &part))
        if (!has_part(b, slice_trim(part)))
            return false;
    while (slice_next_part(&right, ';', &part))
        if (!has_part(a, slice_trim(part)))
            return false;
    return true;
}

/* What the program read and nobody has to look at, into cells that are empty. */
static bool fill_read(struct filling *f, struct error *err)
{
    struct slice held = member(f->held, RESPONSE_STANCE), stance = member(f->read, RESPONSE_STANCE);
    bool contradicts = held.length && !slice_equals(held, stance);
    for (size_t i = 0; i < READ_COLUMNS; i++) {
        size_t column = read_columns[i];
        struct slice value = member(f->read, column), yours = member(f->held, column);
        bool is_free = is_empty(f, column);
        if (is_free && value.length && !contradicts) {
            layout_set(&f->w->layout, column, value);
            f->is_filled = true;
        } else if (!is_free && value.length && !says_the_same(value, yours) &&
                   !tell(f, f->was_by_machine ? "read otherwise before" : "filled by hand",
                         name_of(column), yours, value, err)) {
            return false;
        }
    }
    return true;
}

/* A person's decision goes before what the program put there, and not before another person's. */
static bool fill_decided_cell(struct filling *f, size_t column, bool is_name, struct error *err)
{
    if (!json_object_get(f->decided, name_of(column)))
        return true;
    struct slice value = member(f->decided, column), yours = cell(f, column);
    bool is_free = is_empty(f, column) || f->was_by_machine || (is_name && !f->is_coded);
    if (is_free) {
        layout_set(&f->w->layout, column, value);
        f->is_filled = true;
        return true;
    }
    return says_the_same(value, is_name ? yours : member(f->held, column)) ||
           tell(f, "filled by hand", name_of(column), yours, value, err);
}

static bool tell_disagreements(struct filling *f, struct error *err)
{
    sqlite3_stmt *s = f->w->disagreements;
    struct slice question = query_get_text(f->from, "question_id");
    query_bind_int(s, "response_no", query_get_int(f->from, "response_no"));
    if (question.length)
        query_bind_text(s, "question_id", question);
    else
        query_bind_null(s, "question_id");
    bool ok = true;
    while (ok && query_next(s))
        ok = tell(f, "the program disagrees", query_get_text(s, "field").bytes,
                  query_get_text(s, "decided"), query_get_text(s, "read"), err);
    return query_done(s, err) && ok;
}

static bool fill_decided(struct filling *f, struct error *err)
{
    for (size_t i = 0; i < READ_COLUMNS; i++)
        if (!fill_decided_cell(f, read_columns[i], false, err))
            return false;
    for (size_t i = 0; i < NAMED_COLUMNS; i++)
        if (!fill_decided_cell(f, named_columns[i], true, err))
            return false;
    return tell_disagreements(f, err);
}

static void sign(struct filling *f, const char *coder)
{
    struct layout *l = &f->w->layout;
    bool is_machine = strcmp(coder, "machine") == 0;
    layout_set(l, RESPONSE_CODED_BY, slice_of(coder));
    layout_set(l, RESPONSE_CODED_CONFIDENCE,
               is_machine ? query_get_text(f->from, "confidence") : (struct slice){"", 0});
    layout_set(l, RESPONSE_CODED_WORDS, query_get_text(f->from, "words"));
}

/* Dates and reference are on the letter, whatever it says. A later reading, which knows more or
 * less than this one, may be sure: it must not decide what this one has left for a person. */
static void leave_open(struct filling *f)
{
    layout_set(&f->w->layout, RESPONSE_CODED_BY, slice_of("undecided"));
    static const size_t plain[] = {RESPONSE_REFERENCE, RESPONSE_RECEIVED, RESPONSE_RESPONDED};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (is_empty(f, plain[i]))
            layout_set(&f->w->layout, plain[i], member(f->read, plain[i]));
}

static bool fill(struct filling *f, struct error *err)
{
    struct new_row_counts *counts = f->w->counts;
    bool is_decided = query_get_int(f->from, "is_decided");
    bool is_open = !is_decided && query_get_int(f->from, "review");
    if (is_decided ? !fill_decided(f, err) : !is_open && !fill_read(f, err))
        return false;
    if (f->is_filled)
        sign(f, is_decided ? "person" : "machine");
    if (is_open && !f->is_coded && !f->was_by_machine)
        leave_open(f);
    bool is_unread = is_empty(f, RESPONSE_STANCE);
    counts->by_person += is_decided && f->is_filled;
    counts->by_machine += !is_decided && f->is_filled && !is_unread;
    counts->open += is_unread && !(is_decided && f->is_filled);
    counts->kept += !is_unread && !f->is_filled;
    return true;
}

/* The row of one question of the letter, below the cells that stand in the layout. */
static bool write_question(struct writing *w, sqlite3_stmt *from, struct error *err)
{
    struct filling f = {.w = w, .from = from};
    if (query_get_int(from, "is_response") == 0) {
        w->counts->left_out++;
        return tell(&f, "no response: left out", "", (struct slice){"", 0}, (struct slice){"", 0},
                    err) &&
               tell_disagreements(&f, err);
    }
    f.read = json_loads(query_get_text(from, "read").bytes, 0, NULL);
    f.decided = json_loads(query_get_text(from, "decided").bytes, 0, NULL);
    f.held = json_loads(query_get_text(from, "held").bytes, 0, NULL);
    f.was_by_machine =
        slice_is(cell(&f, RESPONSE_CODED_BY), "machine") || query_get_int(from, "is_note");
    f.is_coded = !is_empty(&f, RESPONSE_STANCE) && !f.was_by_machine;
    layout_set(&w->layout, RESPONSE_ID, query_get_text(from, "new_id"));
    if (is_empty(&f, RESPONSE_QUESTION))
        layout_set(&w->layout, RESPONSE_QUESTION, query_get_text(from, "question_id"));
    if (query_get_text(from, "text_file").length)
        layout_set(&w->layout, RESPONSE_TEXT_FILE, query_get_text(from, "text_file"));
    bool ok = fill(&f, err);
    if (ok)
        layout_write(&w->layout, w->out);
    json_decref(f.read);
    json_decref(f.decided);
    json_decref(f.held);
    return ok;
}

static void take_line(struct writing *w, const struct csv_row *row)
{
    layout_take(&w->layout, row->fields, row->count);
}

/* Why nothing is filled into a row though its letter was read, or NULL. */
static const char *why_not(struct writing *w, const struct csv_row *row, sqlite3_stmt *from)
{
    bool has_question = !means_unknown(layout_cell(&w->layout, row, RESPONSE_QUESTION));
    bool has_stance = !means_unknown(layout_cell(&w->layout, row, RESPONSE_STANCE));
    bool of_several = query_get_int(from, "of_several");
    if (query_get_int(from, "letters") > 1)
        return "the file holds several letters";
    if (of_several && query_get_int(from, "is_taken"))
        return "its identifier is taken";
    if (has_stance && !has_question && query_get_text(from, "question_id").length)
        return "read as questions, and coded as a whole";
    return NULL;
}

static bool keep(struct writing *w, const struct csv_row *row, bool is_open)
{
    take_line(w, row);
    layout_write(&w->layout, w->out);
    w->counts->kept += !is_open;
    w->counts->open += is_open;
    return true;
}

/* What was read of the row, or the row as it is where nothing was, or it cannot be put there. */
static bool write_line(struct writing *w, const struct csv_row *row, bool is_open,
                       struct error *err)
{
    bool ok = true, is_written = false;
    query_bind_int(w->readings, "line", row->line);
    while (ok && query_next(w->readings)) {
        const char *why = why_not(w, row, w->readings);
        if (why) {
            struct filling f = {.w = w, .from = w->readings};
            ok = tell(&f, why, "", (struct slice){"", 0}, (struct slice){"", 0}, err);
            break;
        }
        take_line(w, row);
        ok = write_question(w, w->readings, err);
        is_written = true;
    }
    return query_done(w->readings, err) && ok && (is_written || keep(w, row, is_open));
}

static bool copy_line(struct writing *w, const struct csv_row *row, struct error *err)
{
    query_bind_int(w->line, "line", row->line);
    bool is_taken = false, is_rejected = false, is_open = false;
    if (query_next(w->line)) {
        is_taken = query_get_int(w->line, "is_taken");
        is_rejected = query_get_int(w->line, "is_rejected");
        is_open = query_get_int(w->line, "is_open");
    }
    if (!query_done(w->line, err))
        return false;
    /* A row that says the same again would contradict what is filled into the first. */
    if (!is_taken && !is_rejected)
        return true;
    return is_taken ? write_line(w, row, is_open, err) : keep(w, row, false);
}

static void finish(struct writing *w)
{
    query_finalize(&w->readings);
    query_finalize(&w->line);
    query_finalize(&w->difference);
    query_finalize(&w->disagreements);
    layout_done(&w->layout);
}

bool new_rows_settle(sqlite3 *db, struct error *err)
{
    return database_run_file(db, "analyzer/cmd/new_rows_table.sql", err);
}

static bool copy_lines(struct writing *w, struct csv_reader *reader, const char *name,
                       struct error *err)
{
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event != CSV_END; csv_reader_next(reader, &row)) {
        if (row.event == CSV_BAD_ROW)
            return error_set(err, ERROR_INPUT, name, row.line, row.fault.suggestion,
                             "the row cannot be copied: %s", row.fault.message);
        if (!copy_line(w, &row, err))
            return false;
    }
    return true;
}

static struct writing begin(sqlite3 *db, const char *readings, const struct csv_reader *reader,
                            FILE *out, struct new_row_counts *counts)
{
    struct writing w = {
        .layout = layout_of(&contract_files[FILE_RESPONSES], reader, filled_columns),
        .readings = query_prepare(db, readings),
        .line = query_prepare(db, "new_row_of_line"),
        .difference = query_prepare(db, "insert_new_difference"),
        .disagreements = query_prepare(db, "new_row_disagreements"),
        .out = out,
        .counts = counts,
    };
    layout_write_header(&w.layout, out);
    return w;
}

bool new_rows_of_pack(sqlite3 *db, const char *name, struct slice bytes, FILE *out,
                      struct new_row_counts *counts, struct error *err)
{
    struct csv_reader *reader = NULL;
    if (!csv_reader_open(name, bytes, &reader, err))
        return false;
    struct writing w = begin(db, STATEMENT("new_rows_of_line"), reader, out, counts);
    bool ok = copy_lines(&w, reader, name, err);
    finish(&w);
    csv_reader_free(reader);
    return ok;
}

bool new_rows_of_letters(sqlite3 *db, FILE *out, struct new_row_counts *counts, struct error *err)
{
    static const char header[] = "response_id,force_id,request_id,question_id,tool_id\n";
    struct csv_reader *reader = NULL;
    if (!csv_reader_open("responses.csv", slice_of(header), &reader, err))
        return false;
    struct writing w = begin(db, STATEMENT("new_rows_of_letters"), reader, out, counts);
    bool ok = true;
    while (ok && query_next(w.readings)) {
        layout_take(&w.layout, NULL, 0);
        layout_set(&w.layout, RESPONSE_FORCE, query_get_text(w.readings, "force_id"));
        layout_set(&w.layout, RESPONSE_REQUEST, query_get_text(w.readings, "request_id"));
        layout_set(&w.layout, RESPONSE_TOOL, query_get_text(w.readings, "tool_id"));
        ok = write_question(&w, w.readings, err);
    }
    ok = query_done(w.readings, err) && ok;
    finish(&w);
    csv_reader_free(reader);
    return ok;
}
