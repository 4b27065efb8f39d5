/* SPDX-License-Identifier: MIT */
#include "intake/cross_table.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/likeness.h"
#include "domain/request_id.h"
#include "intake/heading.h"

#include <stdlib.h>

enum { ROWS_LOOKED_AT = 20, FEWEST_HEADINGS = 3, FEWEST_COLUMNS = 2, NAMED = 4, SHOWN_BYTES = 48 };

/* One column of the file, as far as it was looked at. */
struct sight {
    char heading[SHOWN_BYTES], example[SHOWN_BYTES]; /* an answer in it */
    int64_t cells, answers, ticks; /* that are not empty; words for an answer; yes, no and marks */
    bool is_known;                 /* a column of the contract that holds such words */
    bool is_force;                 /* what the heading names */
    bool is_tool, is_request, is_question;
};

struct sights {
    struct sight *list;
    size_t count;
};

bool says_answer(const struct word_book *book, struct slice text)
{
    return vocabulary_code(&stances, text) >= 0 || word_book_find(book, stances.name, text);
}

/* Yes and no, and what stands for them in a table of ticks. */
static bool is_tick(struct slice text)
{
    static const char *const marks[] = {"\xe2\x9c\x93",
                                        "\xe2\x9c\x94",
                                        "\xe2\x9c\x97",
                                        "\xe2\x9c\x98",
                                        "\xe2\x9c\x85",
                                        "\xe2\x9d\x8c",
                                        "x",
                                        "X",
                                        "?"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_is(text, marks[i]))
            return true;
    return yes_no_parse(text) >= 0;
}

static bool is_filled(struct slice text)
{
    return text.length && !means_unknown(text);
}

/* A column in which such words belong. */
static bool holds_words(const struct contract_file *file, int column)
{
    if (column < 0)
        return false;
    enum column_type type = file->columns[column].type;
    return type == COLUMN_WORD || type == COLUMN_WORDS || type == COLUMN_YES_NO;
}

static struct sight name_heading(const struct table *t, struct slice heading)
{
    const struct registry *r = &t->intake->registry;
    enum heading_match match;
    char label[NAME_BYTES];
    struct sight s = {.is_known =
                          holds_words(t->contract, heading_column(t->contract, heading, &match))};
    csv_show_value(heading, s.heading, sizeof s.heading);
    likeness_of_question(heading, label);
    s.is_force = names_find(&r->forces, heading, true) > 0;
    s.is_tool = registry_find_tool(r, heading) > 0;
    s.is_request = request_id_is_number(heading);
    /* "Q1", "Question 2a", "3" */
    s.is_question = *label >= '0' && *label <= '9' && strlen(label) <= 3;
    return s;
}

static void look_at_cell(const struct table *t, struct sight *s, struct slice cell)
{
    if (!is_filled(cell))
        return;
    bool is_answer = says_answer(&t->intake->registry.book, cell);
    bool is_mark = !is_answer && is_tick(cell);
    s->cells++;
    s->answers += is_answer;
    s->ticks += is_mark;
    if ((is_answer || is_mark) && !*s->example)
        csv_show_value(cell, s->example, sizeof s->example);
}

static size_t filled_cells(const struct slice *cells, size_t count)
{
    size_t filled = 0;
    for (size_t i = 0; i < count; i++)
        filled += is_filled(slice_trim(cells[i]));
    return filled;
}

static void take_headings(const struct table *t, const struct slice *cells, size_t count,
                          struct sights *sights)
{
    free(sights->list);
    sights->list = memory_new(count, sizeof *sights->list);
    sights->count = count;
    for (size_t i = 0; i < count; i++)
        sights->list[i] = name_heading(t, slice_trim(cells[i]));
}

/* The first row with some cells is the heading: titles may stand above it. */
static struct sights look(const struct table *t)
{
    const struct pack_file *file = t->account.file;
    struct sights sights = {0};
    struct csv_reader *reader = NULL;
    struct error unused = {0};
    if (!csv_reader_open(file->path, file->bytes, &reader, &unused))
        return sights;
    const struct slice *cells;
    size_t count = csv_reader_header(reader, &cells);
    bool has_heading = filled_cells(cells, count) >= FEWEST_HEADINGS;
    take_headings(t, cells, count, &sights);
    struct csv_row row;
    for (int i = 0; i < ROWS_LOOKED_AT; i++) {
        csv_reader_next(reader, &row);
        if (row.event == CSV_END)
            break;
        bool is_heading = !has_heading && filled_cells(row.fields, row.count) >= FEWEST_HEADINGS;
        if (is_heading)
            take_headings(t, row.fields, row.count, &sights);
        for (size_t c = 0; has_heading && c < row.count && c < sights.count; c++)
            look_at_cell(t, &sights.list[c], slice_trim(row.fields[c]));
        has_heading = has_heading || is_heading;
    }
    csv_reader_free(reader);
    return sights;
}

/* Three cells of four: others may say how many pages a letter had. */
static bool holds_answers(const struct sight *s, bool with_ticks)
{
    int64_t said = s->answers + (with_ticks ? s->ticks : 0);
    return !s->is_known && *s->heading && said > 0 && said * 4 >= s->cells * 3;
}

/* Keeps the columns that hold answers; are there several? */
static bool keep_answers(struct sights *sights, bool with_ticks)
{
    size_t kept = 0;
    for (size_t i = 0; i < sights->count; i++)
        if (holds_answers(&sights->list[i], with_ticks))
            sights->list[kept++] = sights->list[i];
    sights->count = kept;
    return kept >= FEWEST_COLUMNS;
}

/* "Argus", "Borg" and 3 more */
static void write_headings(const struct sights *sights, char *out, size_t size)
{
    size_t named = sights->count > NAMED ? NAMED - 1 : sights->count;
    out[0] = '\0';
    for (size_t i = 0; i < named; i++)
        text_add(out, size, "%s\"%s\"",
                 i == 0                                     ? ""
                 : i + 1 == named && named == sights->count ? " and "
                                                            : ", ",
                 sights->list[i].heading);
    if (named < sights->count)
        text_add(out, size, " and %zu more", sights->count - named);
}

/* What most headings are. */
static const char *heading_as(const struct sights *sights)
{
    size_t forces = 0, tools = 0, requests = 0, questions = 0;
    for (size_t i = 0; i < sights->count; i++) {
        forces += sights->list[i].is_force;
        tools += sights->list[i].is_tool;
        requests += sights->list[i].is_request;
        questions += sights->list[i].is_question;
    }
    if (forces * 2 > sights->count)
        return "force_id";
    if (tools * 2 > sights->count)
        return "tool_id";
    if (requests * 2 > sights->count)
        return "request_id";
    return questions * 2 > sights->count ? "question_id" : "tool_id, request_id or question_id";
}

static void write_advice(const struct sights *sights, char *out, size_t size)
{
    text_cut(out, size,
             "Write a row for each of these cells, with a response_id of its own: the heading as "
             "%s, the cell as stance, and the other columns as they are. `concord schema "
             "responses` lists the columns.",
             heading_as(sights));
}

void cross_table_explain(const struct table *t, struct error *err)
{
    if (err->kind != ERROR_INPUT || t->contract != &contract_files[FILE_RESPONSES])
        return;
    struct sights sights = look(t);
    if (keep_answers(&sights, true)) {
        char headings[NAMED * (SHOWN_BYTES + 8)], next[400];
        write_headings(&sights, headings, sizeof headings);
        write_advice(&sights, next, sizeof next);
        struct error found = {0};
        (void)error_set(&found, ERROR_INPUT, err->source, err->line, next,
                        "the file looks like a cross table: the columns %s hold answers (\"%s\"), "
                        "and each answer needs a row of its own",
                        headings, sights.list[0].example);
        *err = found;
    }
    free(sights.list);
}

/* Only those that are carried count: the others are read. */
static void drop_read(const struct table *t, struct sights *sights)
{
    for (size_t i = 0; i < sights->count; i++) {
        bool is_carried = false;
        for (size_t c = 0; c < t->header.carried_count; c++)
            is_carried = is_carried || t->header.carried[c].field == i;
        sights->list[i].is_known = !is_carried;
    }
}

bool cross_table_tell(const struct table *t, struct error *err)
{
    if (t->header.carried_count < FEWEST_COLUMNS || t->contract != &contract_files[FILE_RESPONSES])
        return true;
    struct sights sights = look(t);
    drop_read(t, &sights);
    bool ok = true;
    if (keep_answers(&sights, false)) {
        char headings[NAMED * (SHOWN_BYTES + 8)], next[400];
        write_headings(&sights, headings, sizeof headings);
        write_advice(&sights, next, sizeof next);
        struct ledger_notice notice = {"cross-table", 0, (int64_t)sights.count};
        ok = ledger_notice(t->account.ledger, &t->account, &notice, err,
                           "the columns %s hold answers (\"%s\"), which are not read. Are they "
                           "answers to other questions, or about other tools? %s",
                           headings, sights.list[0].example, next);
    }
    free(sights.list);
    return ok;
}
