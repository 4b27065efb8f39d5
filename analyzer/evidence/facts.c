/* SPDX-License-Identifier: MIT */
#include "evidence/facts.h"

#include "base/memory.h"
#include "domain/spreadsheet.h"
#include "report/csvout.h"
#include "store/query.h"
#include "store/statements.h"

#include <stdlib.h>

/* Columns whose names begin so are for the chain of custody, and not of the table. */
static const char aside[] = "fact_";

struct fact_table {
    const char *statement, *file, *fact, *about;
    bool is_internal; /* only where it was asked for */
};

static const struct fact_table tables[] = {
    {STATEMENT("bag_rows"), "rows.csv", "answer",
     "What the force answered: a row for each question of each letter.", false},
    {STATEMENT("bag_comparators"), "others.csv", "answer of another force",
     "What other forces answered to the same requests, and answers that findings rest on.", false},
    {STATEMENT("bag_findings"), "findings.csv", "finding",
     "Where what was said does not hold, with why, and what to do.", false},
    {STATEMENT("bag_evidence"), "evidence.csv", "evidence",
     "The rows that each finding rests on, down to file and line.", false},
    {STATEMENT("bag_acknowledgements"), "acknowledgements.csv", "acknowledgement",
     "The public record: what was published, by whom and when.", false},
    {STATEMENT("bag_guidance"), "guidance.csv", "guidance",
     "The advice that may speak for these answers.", false},
    {STATEMENT("bag_rulings"), "rulings.csv", "ruling",
     "What the regulator, tribunals and courts decided about the tools.", false},
    {STATEMENT("bag_commitments"), "commitments.csv", "commitment",
     "Public commitments that hold for the force.", false},
    {STATEMENT("bag_waivers"), "waivers.csv", "waiver",
     "Findings that are accepted for a time, why, and until when.", false},
    {STATEMENT("bag_requests"), "requests.csv", "request",
     "The requests, with the questions that were put.", false},
    {STATEMENT("bag_numbers"), "numbers.csv", "number",
     "Figures about what this force may use, which the public is not told.", true},
};

/* Columns in which somebody has written words. */
static const char *const worded[] = {"message",     "note",
                                     "summary",     "reason",
                                     "remedy",      "title",
                                     "says",        "form_of_words",
                                     "why",         "questions",
                                     "source",      "question",
                                     "coded_words", "approved_by_role",
                                     NULL};

static bool is_aside(sqlite3_stmt *s, int column)
{
    return strncmp(sqlite3_column_name(s, column), aside, sizeof aside - 1) == 0;
}

static enum masking_depth depth_of(const char *column)
{
    for (const char *const *word = worded; *word; word++)
        if (strcmp(column, *word) == 0)
            return MASKING_WORDS;
    return MASKING_CODE;
}

static struct slice fact(sqlite3_stmt *s, const char *column)
{
    int at = query_column_index(s, column);
    return at < 0 ? slice_of("") : query_column(s, at);
}

static void write_cell(FILE *out, struct slice value)
{
    SCOPED_TEXT safe = spreadsheet_takes_for_formula(value)
                           ? memory_print("'%.*s", (int)value.length, value.bytes)
                           : NULL;
    csvout_write_field(out, safe ? slice_of(safe) : value);
}

/* The record as it would be without masks, and as it is; without the end of its line. */
struct record {
    char *before, *after;
    size_t masks;
};

static void record_done(struct record *record)
{
    free(record->before);
    free(record->after);
}

static struct record make_record(const struct facts_order *o, sqlite3_stmt *s, const char *file,
                                 size_t line)
{
    struct record record = {.masks = 0};
    size_t lengths[2], masks;
    FILE *before = memory_stream(&record.before, &lengths[0]);
    FILE *after = memory_stream(&record.after, &lengths[1]);
    int columns = sqlite3_column_count(s);
    for (int i = 0; i < columns; i++) {
        const char *name = sqlite3_column_name(s, i);
        if (is_aside(s, i))
            continue;
        const struct masking_place place = {file, line, name};
        const struct slice value = query_column(s, i);
        SCOPED_TEXT masked = masking_apply(o->masking, value, depth_of(name), &place, &masks);
        record.masks += masks;
        if (i) {
            fputc(',', before);
            fputc(',', after);
        }
        write_cell(before, value);
        write_cell(after, slice_of(masked));
    }
    memory_stream_end(before);
    memory_stream_end(after);
    return record;
}

static void add_custody(const struct facts_order *o, const struct fact_table *table,
                        sqlite3_stmt *s, const struct record *record)
{
    struct custody_entry entry = {.fact = slice_of(table->fact),
                                  .id = fact(s, "fact_id"),
                                  .file = slice_of(table->file),
                                  .source_file = fact(s, "source_file"),
                                  .source_line = fact(s, "source_line"),
                                  .source_sha256 = fact(s, "fact_sha256"),
                                  .masks = record->masks,
                                  .coded_by = fact(s, "fact_coded_by"),
                                  .decided_on = fact(s, "fact_decided_on"),
                                  .retrieved_on = fact(s, "retrieved_on")};
    digest_slice(slice_of(record->before), entry.before);
    digest_slice(slice_of(record->after), entry.after);
    SCOPED_TEXT url = masking_apply(o->masking, fact(s, "source_url"), MASKING_CODE, NULL, NULL);
    SCOPED_TEXT decided_by =
        masking_apply(o->masking, fact(s, "fact_decided_by"), MASKING_WORDS, NULL, NULL);
    entry.source_url = slice_of(url);
    entry.decided_by = slice_of(decided_by);
    custody_add(o->custody, &entry);
}

static size_t lines_of(const char *text)
{
    size_t lines = 1;
    for (; *text; text++)
        lines += *text == '\n';
    return lines;
}

static void write_marking(const struct facts_order *o, FILE *out)
{
    if (!o->marking.length)
        return;
    csvout_write_field(out, o->marking);
    fputc('\n', out);
}

static void write_heading(sqlite3_stmt *s, FILE *out)
{
    int columns = sqlite3_column_count(s);
    for (int i = 0; i < columns; i++)
        if (!is_aside(s, i))
            fprintf(out, "%s%s", i ? "," : "", sqlite3_column_name(s, i));
    fputc('\n', out);
}

static bool write_rows(const struct facts_order *o, const struct fact_table *table, FILE *out,
                       struct error *err)
{
    SCOPED_QUERY s = query_prepare(o->db, table->statement);
    write_marking(o, out);
    write_heading(s, out);
    for (size_t line = o->marking.length ? 3 : 2; query_next(s);) {
        struct record record = make_record(o, s, table->file, line);
        fprintf(out, "%s\n", record.after);
        line += lines_of(record.after);
        add_custody(o, table, s, &record);
        record_done(&record);
    }
    write_marking(o, out);
    return query_done(s, err);
}

bool facts_write(const struct facts_order *order, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof tables / sizeof *tables; i++) {
        FILE *out;
        if (tables[i].is_internal && !order->is_internal)
            continue;
        if (!bag_open(order->bag, tables[i].file, tables[i].about, &out, err))
            return false;
        ok = write_rows(order, &tables[i], out, err);
        ok = outdir_close(out, tables[i].file, err) && ok;
    }
    return ok;
}
