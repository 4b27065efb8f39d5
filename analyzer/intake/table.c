/* SPDX-License-Identifier: MIT */
#include "intake/table.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "intake/cell_text.h"
#include "intake/cross_table.h"
#include "intake/file_digest.h"
#include "intake/row_stream.h"
#include "intake/table_cells.h"
#include "intake/table_notices.h"
#include "intake/table_shape.h"

#include <stdlib.h>

enum { ROWS_PER_PROGRESS = 8192 };

void table_tally(struct table *t, enum tally tally)
{
    if (t->tallies[tally].rows++ == 0)
        t->tallies[tally].line = t->raw.line;
}

static bool reject(struct table *t, struct error *err)
{
    return ledger_reject(&t->account, t->raw.line, t->faults, t->fault_count, err);
}

/* A row that the reader could not make sense of. */
static bool reject_unread(struct table *t, struct error *err)
{
    const struct csv_fault *f = &t->raw.fault;
    const char *column = NULL;
    for (size_t i = 0; f->column >= 0 && i < t->contract->count; i++)
        if (t->header.fields[i] == f->column)
            column = t->contract->columns[i].name;
    for (size_t i = 0; f->column >= 0 && i < t->header.carried_count; i++)
        if (t->header.carried[i].field == (size_t)f->column)
            column = t->header.carried[i].name;
    struct row_fault fault = {.code = f->code, .column = column, .value = f->value};
    text_cut(fault.message, sizeof fault.message, "%s", f->message);
    text_cut(fault.suggestion, sizeof fault.suggestion, "%s", f->suggestion);
    return ledger_reject(&t->account, t->raw.line, &fault, 1, err);
}

static bool add_new(struct table *t, size_t column, struct error *err)
{
    struct value *value = &t->row.values[column];
    struct registry *r = &t->intake->registry;
    switch ((int)t->contract->columns[column].type) {
    case COLUMN_TOOL:
        return registry_add_tool(r, value->text, &value->number, err);
    case COLUMN_REQUEST:
        if (!registry_add_request(r, value->text, &value->number, err))
            return false;
        if (value->notes & NOTE_BARE_NUMBER)
            bare_numbers_add(&t->intake->bare_numbers, value->number, &t->account, t->raw.line,
                             slice_trim(t->raw.fields[t->header.fields[column]]));
        return true;
    case COLUMN_QUESTION:
        /* Questions.csv writes its own rows. */
        return t->contract == &contract_files[FILE_QUESTIONS] ||
               registry_add_question(r, t->row.values[RESPONSE_REQUEST].number, value->text,
                                     &value->number, err);
    case COLUMN_EXEMPTIONS: {
        int32_t force = t->row.values[RESPONSE_FORCE].number;
        return exemption_sets_add(&t->intake->sets, r->regimes[force - 1], value->text,
                                  &value->number, err);
    }
    default:
        return true;
    }
}

static void count_unlisted_tool(struct table *t, const struct value *value)
{
    struct tool_entry *tool = &t->intake->registry.tool_list[value->number - 1];
    if (tool->is_listed)
        return;
    if (tool->rows++ == 0)
        tool->first_line = t->raw.line;
}

static void count_notes(struct table *t, size_t column)
{
    struct slice cell = slice_trim(t->raw.fields[t->header.fields[column]]);
    unsigned notes = t->row.values[column].notes;
    cell_notes_count(&t->notes, column, notes, t->raw.line, cell);
    if (notes & NOTE_OTHER_SCRIPT)
        other_scripts_count(&t->other_scripts, column, cell, t->raw.line);
}

static bool add_what_is_new(struct table *t, struct error *err)
{
    for (size_t i = 0; i < t->contract->count; i++) {
        struct value *value = &t->row.values[i];
        if (value->notes)
            count_notes(t, i);
        if (!value->is_known)
            continue;
        if (value->number == VALUE_NEW && !add_new(t, i, err))
            return false;
        if (t->contract->columns[i].type == COLUMN_TOOL && !t->tool_is_default)
            count_unlisted_tool(t, value);
    }
    return true;
}

static void note_spelling(struct table *t, size_t column, int32_t number)
{
    bool is_request = t->contract->columns[column].type == COLUMN_REQUEST;
    /* Without what a spreadsheet put round it: the cell has been read so before. */
    struct slice cell = slice_trim(t->raw.fields[t->header.fields[column]]), text = cell;
    if (!cell_text_undo(&t->row, column, &text))
        return;
    if (is_request && cell_text_undo_number(&t->row, column, &text))
        registry_note_request_spelling(&t->intake->registry, number, text);
    else if (!is_request && !t->tool_is_default)
        registry_note_tool_spelling(&t->intake->registry, number, text, true);
    /* Once for each text that is remembered. */
    int32_t at = table_find_value(&t->caches[column], cell);
    if (at >= 0)
        t->caches[column].values[at].is_spelling_known = true;
}

/* How the row's own cells spell what no file lists. */
static void note_spellings(struct table *t)
{
    for (size_t i = 0; i < t->contract->count; i++) {
        enum column_type type = t->contract->columns[i].type;
        const struct value *value = &t->row.values[i];
        if ((type == COLUMN_TOOL || type == COLUMN_REQUEST) && value->is_known &&
            value->number > 0 && t->header.fields[i] >= 0 && !value->is_spelling_known)
            note_spelling(t, i, value->number);
    }
}

static bool insert(struct table *t, struct error *err)
{
    t->row.file_no = t->account.file_no;
    t->row.line = t->raw.line;
    if (t->plan->before && !t->plan->before(t, err))
        return false;
    if (t->plan->insert && !row_write(&t->insert, &t->row, err))
        return false;
    int64_t row_no = sqlite3_last_insert_rowid(t->intake->db);
    return !t->plan->after || t->plan->after(t, row_no, err);
}

struct carried_row {
    int64_t file_no, line;
    const char *column_name;
    struct slice value;
};
static const struct field carried_fields[] = {
    FIELD(struct carried_row, file_no),
    FIELD(struct carried_row, line),
    FIELD(struct carried_row, column_name),
    FIELD(struct carried_row, value),
};

static bool insert_carried(struct table *t, struct error *err)
{
    for (size_t i = 0; i < t->header.carried_count; i++) {
        const struct carried_column *column = &t->header.carried[i];
        const struct carried_row row = {t->account.file_no, t->raw.line, column->name,
                                        slice_trim(t->raw.fields[column->field])};
        if (row.value.length && !row_write(&t->insert_carried, &row, err))
            return false;
    }
    return true;
}

static bool conflict(struct table *t, long other_line, struct error *err)
{
    size_t key = 0;
    while (!(t->contract->key & 1u << key))
        key++;
    int field = t->header.fields[key];
    struct slice id = field < 0 ? (struct slice){"", 0} : t->raw.fields[field];
    char shown[100], heading[64] = "";
    csv_show_value(slice_trim(id), shown, sizeof shown);
    value_fault(&t->row, key, "duplicate-id", id,
                "line %ld says something else under the same identity (%s \"%s\")", other_line,
                t->contract->columns[key].name, shown);
    csv_show_value(t->header.aliases[key], heading, sizeof heading);
    if (heading[0])
        value_suggest(&t->row,
                      "Delete the wrong row, or give this one an identity of its own; the column "
                      "\"%s\" is read as %s: rename it where it holds another thing.",
                      heading, t->contract->columns[key].name);
    else
        value_suggest(&t->row, "Delete the wrong row, or give this one an identity of its own.");
    table_add_fault(t);
    return reject(t, err);
}

static bool is_no_data(struct table *t, bool is_refused, struct row_fault *ret_fault)
{
    return heading_rows_judge(&t->heading_rows, &t->raw, is_refused, ret_fault);
}

/* Reference rows about forces that the pack's own registry leaves out are of no
 * concern to it: they are not counted as read. */
static bool is_unused_reference(const struct table *t)
{
    return t->account.file->is_reference && t->intake->pack_has_forces && t->fault_count == 1 &&
           strcmp(t->faults[0].code, "unknown-force") == 0;
}

static bool check(struct table *t)
{
    return !t->plan->check || t->plan->check(t) || table_add_fault(t);
}

static bool load_row(struct table *t, struct error *err)
{
    t->account.read++;
    file_notes_row(&t->file_notes, &t->raw);
    t->tool_is_default = false;
    struct row_fault heading;
    if (is_no_data(t, false, &heading))
        return ledger_reject(&t->account, t->raw.line, &heading, 1, err);
    if (t->raw.event == CSV_BAD_ROW)
        return reject_unread(t, err);
    if (!table_read_cells(t) || !check(t)) {
        if (is_no_data(t, true, &heading))
            return ledger_reject(&t->account, t->raw.line, &heading, 1, err);
        if (!is_unused_reference(t))
            return reject(t, err);
        t->account.read--;
        table_tally(t, TALLY_UNUSED_REFERENCE);
        return true;
    }
    enum identity identity = IDENTITY_FIRST;
    long other_line = 0;
    if (!t->plan->identify)
        identity = identity_check(&t->identities, &t->row, &t->header, &t->raw, &other_line);
    else if (!t->plan->identify(t, &identity, &other_line, err))
        return false;
    if (identity == IDENTITY_CONFLICT)
        return conflict(t, other_line, err);
    if (identity == IDENTITY_DUPLICATE) {
        if (t->account.duplicates++ == 0)
            t->account.first_duplicate_line = t->raw.line;
        note_spellings(t);
        return true;
    }
    t->account.accepted++;
    contradictions_look(&t->contradictions, &t->row, &t->header, &t->raw);
    if (!add_what_is_new(t, err))
        return false;
    note_spellings(t);
    return insert(t, err) && insert_carried(t, err);
}

static void show_progress(const struct table *t, size_t bytes_read)
{
    char what[300];
    text_cut(what, sizeof what, "Reading %s", t->account.file->name);
    terminal_progress(what, (double)bytes_read / (double)(t->account.file->bytes.length + 1));
}

static bool load_rows(struct table *t, struct csv_reader *reader, struct error *err)
{
    struct row_stream *stream = row_stream_open(reader, t->account.file->bytes.length);
    size_t bytes_read = 0;
    bool ok = true;
    for (size_t rows = 1; ok; rows++) {
        row_stream_next(stream, &t->raw);
        if (t->raw.event == CSV_END)
            break;
        ok = load_row(t, err);
        /* The reader tells no position; a row is its fields and their separators. */
        for (size_t i = 0; t->raw.event == CSV_ROW && i < t->raw.count; i++)
            bytes_read += t->raw.fields[i].length + 1;
        if (rows % ROWS_PER_PROGRESS == 0)
            show_progress(t, bytes_read);
    }
    row_stream_close(stream);
    return ok;
}

static void open_table(struct table *t)
{
    /* Rows that are left out without a word: is_unused_reference. */
    bool is_mute = t->account.file->is_reference && t->intake->pack_has_forces;
    names_begin_suggestions(&t->intake->registry.forces, is_mute);
    names_begin_suggestions(&t->intake->registry.collaborations, is_mute);
    names_begin_suggestions(&t->intake->registry.tools, is_mute);
    if (t->plan->insert)
        t->insert = binding_open(t->intake->db, t->plan->insert, t->contract);
    if (t->header.carried_count)
        t->insert_carried = row_writer(t->intake->db, "insert_carried_value", carried_fields);
    if (t->plan->start)
        t->plan->start(t);
}

static void close_table(struct table *t)
{
    if (t->plan->stop)
        t->plan->stop(t);
    row_map_done(&t->insert);
    row_map_done(&t->insert_carried);
    for (size_t i = 0; i < CONTRACT_COLUMNS; i++) {
        text_index_done(&t->caches[i].index);
        free(t->caches[i].values);
    }
    identities_done(&t->identities);
    contradictions_done(&t->contradictions);
    other_scripts_done(&t->other_scripts);
    header_done(&t->header);
    value_row_done(&t->row);
}

static bool read_header(struct table *t, struct csv_reader *reader, struct error *err)
{
    if (header_read(reader, &t->account, &t->header, err))
        return cross_table_tell(t, err);
    table_shape_explain(t, err);
    return false;
}

static bool load_open_file(struct table *t, struct csv_reader *reader, struct pack_file *file,
                           struct error *err)
{
    const char *encoding = csv_reader_encoding(reader);
    if (!ledger_begin_file(&t->intake->ledger, t->contract, file, encoding, &t->account, err))
        return false;
    bool ok = file_notes_tell_encoding(reader, &t->account, err) && read_header(t, reader, err);
    if (ok) {
        const struct slice *headings;
        size_t count = csv_reader_header(reader, &headings);
        heading_rows_begin(&t->heading_rows, t->contract, &t->header, headings, count);
        open_table(t);
        ok = load_rows(t, reader, err);
    }
    /* Reading keeps two processors busy, and what comes after it one. */
    struct file_digest digest;
    file_digest_start(&digest, file->bytes);
    ok = ok && (!t->plan->finish || t->plan->finish(t, err)) && table_notices_give(t, err);
    char sha256[DIGEST_BYTES];
    file_digest_end(&digest, sha256);
    ok = ok && ledger_end_file(&t->account, sha256, err);
    close_table(t);
    return ok;
}

bool table_load(struct intake *intake, const struct contract_file *contract, struct pack_file *file,
                struct error *err)
{
    struct csv_reader *reader = NULL;
    if (!csv_reader_open(file->path, file->bytes, &reader, err))
        return false;
    struct table *t = memory_new(1, sizeof *t);
    t->intake = intake;
    t->plan = contract == &review_file ? &review_plan : &plans[contract - contract_files];
    t->contract = contract;
    t->row.contract = contract;
    t->faults = memory_new(ROW_FAULTS, sizeof *t->faults);
    bool ok = load_open_file(t, reader, file, err);
    free(t->faults);
    free(t);
    csv_reader_free(reader);
    return ok;
}
