/* SPDX-License-Identifier: MIT */
#include "intake/missing_columns.h"

#include "base/text.h"
#include "intake/heading.h"
#include "intake/heading_letters.h"

enum { SHOWN_BYTES = 64, MEANT_BYTES = SHOWN_BYTES + LOOKALIKES_BYTES + 8 };

struct missing {
    size_t columns[CONTRACT_COLUMNS]; /* indexes into the contract */
    size_t count;
    bool has_either; /* the last stands for all of which one is enough */
};

static struct missing find_missing(const struct contract_file *file, const int *fields)
{
    struct missing m = {.count = 0};
    int either = -1;
    bool has_either = false;
    for (size_t i = 0; i < file->count; i++) {
        enum column_need need = file->columns[i].need;
        if ((need == NEED_VALUE || need == NEED_COLUMN) && fields[i] < 0)
            m.columns[m.count++] = i;
        if (need != NEED_EITHER)
            continue;
        either = either < 0 ? (int)i : either;
        has_either = has_either || fields[i] >= 0;
    }
    m.has_either = either >= 0 && !has_either;
    if (m.has_either)
        m.columns[m.count++] = (size_t)either;
    return m;
}

/* "force_id, request_id and stance (or text, text_file)" */
static void name_missing(const struct contract_file *file, const struct missing *m, char *out,
                         size_t size)
{
    for (size_t i = 0; i < m->count; i++) {
        const char *between = i == 0 ? "" : i + 1 == m->count ? " and " : ", ";
        text_add(out, size, "%s%s", between, file->columns[m->columns[i]].name);
    }
    const char *before = " (or ";
    for (size_t i = m->has_either ? m->columns[m->count - 1] + 1 : file->count; i < file->count;
         i++) {
        if (file->columns[i].need != NEED_EITHER)
            continue;
        text_add(out, size, "%s%s", before, file->columns[i].name);
        before = ", ";
    }
    if (*before == ',')
        text_add(out, size, ")");
}

static bool row_has_all(const struct contract_file *file, const struct slice *cells, size_t count)
{
    int fields[CONTRACT_COLUMNS];
    for (size_t i = 0; i < CONTRACT_COLUMNS; i++)
        fields[i] = -1;
    for (size_t i = 0; i < count; i++) {
        enum heading_match match;
        int column = heading_column(file, slice_trim(cells[i]), &match);
        if (column >= 0)
            fields[column] = (int)i;
    }
    return find_missing(file, fields).count == 0;
}

/* What else divides the columns of a heading that was read as one cell; '\0': nothing does. */
static char other_delimiter(const struct contract_file *file, const struct slice *cells,
                            size_t count)
{
    enum { MOST_CELLS = 100 };
    static const char delimiters[] = ",;|\t^:~";
    for (const char *d = delimiters; count == 1 && *d; d++) {
        struct slice parts[MOST_CELLS], rest = cells[0];
        size_t found = 0;
        while (found < MOST_CELLS && slice_next_part(&rest, *d, &parts[found]))
            found++;
        if (found > 1 && row_has_all(file, parts, found))
            return *d;
    }
    return '\0';
}

/* How many of the cells are filled, and how many name a column. */
struct named_cells {
    size_t filled, named;
};

static struct named_cells count_named(const struct contract_file *file, const struct slice *cells,
                                      size_t count)
{
    struct named_cells n = {0, 0};
    for (size_t i = 0; i < count; i++) {
        enum heading_match match;
        struct slice cell = slice_trim(cells[i]);
        n.filled += cell.length > 0;
        n.named += cell.length && heading_column(file, cell, &match) >= 0;
    }
    return n;
}

/* Below a title, a row of which most cells name columns, though not all that are needed. */
static bool looks_like_heading(const struct contract_file *file, const struct csv_row *row,
                               bool is_below_title)
{
    enum { FEWEST = 3 };
    struct named_cells n = count_named(file, row->fields, row->count);
    return is_below_title && n.named >= FEWEST && n.named * 2 > n.filled;
}

/* The line of a row below the first that has all columns, or below a title most: the first was a
 * title; 0: none. *ret_other is what divides them where it is not what divides the first row. */
static long find_heading(const struct contract_file *file, struct csv_reader *reader,
                         char *ret_other)
{
    enum { ROWS = 12 };
    struct csv_row row;
    const struct slice *first;
    size_t count = csv_reader_header(reader, &first);
    bool has_title = count_named(file, first, count).filled <= 1;
    for (int i = 0; i < ROWS; i++) {
        csv_reader_next(reader, &row);
        if (row.event == CSV_END)
            return 0;
        if (row.event != CSV_ROW && strcmp(row.fault.code, "field-count") != 0)
            continue;
        *ret_other = other_delimiter(file, row.fields, row.count);
        if (*ret_other || row_has_all(file, row.fields, row.count) ||
            looks_like_heading(file, &row, has_title))
            return row.line;
    }
    return 0;
}

/* The heading that may be the column: one that is not used. *ret_shown is empty without one. */
static bool find_meant(const struct header *header, const struct contract_file *file, size_t column,
                       const struct slice *fields, char ret_shown[MEANT_BYTES], struct error *err)
{
    *ret_shown = '\0';
    for (size_t i = 0; i < header->carried_count && !*ret_shown; i++) {
        struct slice heading = fields[header->carried[i].field];
        struct heading_letters letters;
        char shown[SHOWN_BYTES];
        if (!heading_letters_read(heading, &letters, err))
            return false;
        csv_show_value(heading, shown, sizeof shown);
        if (heading_letters_may_mean(&letters, file, column))
            text_cut(ret_shown, MEANT_BYTES, "\"%s\"%s", shown, letters.others);
    }
    return true;
}

static bool suggest(const struct header *header, const struct account *account,
                    const struct missing *m, const struct slice *fields, char *out, size_t size,
                    struct error *err)
{
    const struct contract_file *file = account->contract;
    size_t hints = 0;
    for (size_t i = 0; i < m->count; i++) {
        char meant[MEANT_BYTES];
        if (!find_meant(header, file, m->columns[i], fields, meant, err))
            return false;
        if (*meant)
            text_add(out, size, "%s%s %s", hints++ ? ", or " : "Is ", meant,
                     file->columns[m->columns[i]].name);
    }
    if (hints)
        text_add(out, size, "? Then rename %s. ", hints == 1 ? "that column" : "these columns");
    int reference = header->fields[RESPONSE_REFERENCE];
    if (file == &contract_files[FILE_RESPONSES] && header->fields[RESPONSE_ID] < 0 &&
        reference >= 0) {
        char shown[SHOWN_BYTES];
        csv_show_value(fields[reference], shown, sizeof shown);
        text_add(out, size,
                 "\"%s\" is read as reference: where each row has its own, rename it to "
                 "response_id. ",
                 shown);
    }
    if (hints < m->count)
        text_add(out, size,
                 "Add what is missing, or rename the column that holds it; the first "
                 "row must be the header. ");
    text_add(out, size, "`concord schema %s` lists the columns.", file->kind);
    return true;
}

static const char *name_of_delimiter(char delimiter, char out[4])
{
    text_fit(out, 4, "\"%c\"", delimiter);
    return delimiter == '\t' ? "tabs" : out;
}

/* Whether another row is the heading, or something else divides it, comes first. */
static bool suggest_all(const struct header *header, const struct account *account,
                        const struct missing *m, struct csv_reader *reader, char *out, size_t size,
                        struct error *err)
{
    const struct slice *fields;
    size_t count = csv_reader_header(reader, &fields);
    char other = other_delimiter(account->contract, fields, count), name[4];
    if (other) {
        text_add(out, size,
                 "The columns are divided by %s: save the file with commas between them.",
                 name_of_delimiter(other, name));
        return true;
    }
    long line = find_heading(account->contract, reader, &other);
    if (!line)
        return suggest(header, account, m, fields, out, size, err);
    text_add(out, size, "Line %ld looks like the heading", line);
    if (other)
        text_add(out, size, ", whose columns are divided by %s", name_of_delimiter(other, name));
    if (line == 2)
        text_add(out, size, ": delete the line above it.");
    else
        text_add(out, size, ": delete the %ld lines above it.", line - 1);
    return true;
}

/* "; "Answer" is read as response_id, "Body" as force_id": what a heading was taken for may be why
 * another column is missing. */
static void name_read(const struct header *header, const struct contract_file *file, char *out,
                      size_t size)
{
    const char *before = "; ", *as = " is read as ";
    for (size_t i = 0; i < file->count; i++) {
        char shown[48];
        if (!header->aliases[i].length)
            continue;
        csv_show_value(header->aliases[i], shown, sizeof shown);
        text_add(out, size, "%s\"%s\"%s%s", before, shown, as, file->columns[i].name);
        before = ", ";
        as = " as ";
    }
}

static bool tell(const struct header *header, const struct account *account,
                 const struct missing *m, struct csv_reader *reader, struct error *err)
{
    const struct slice *fields;
    size_t count = csv_reader_header(reader, &fields);
    char names[300] = "", seen[400] = "", read[300] = "", next[900] = "";
    name_missing(account->contract, m, names, sizeof names);
    for (size_t i = 0; i < count; i++) {
        char shown[48];
        csv_show_value(fields[i], shown, sizeof shown);
        text_add(seen, sizeof seen, "%s%s", i ? ", " : "", shown);
    }
    name_read(header, account->contract, read, sizeof read);
    if (!suggest_all(header, account, m, reader, next, sizeof next, err))
        return false;
    return error_set(err, ERROR_INPUT, account->file->path, csv_reader_header_line(reader), next,
                     "the %s %s %s missing; the header has: %s%s",
                     m->count == 1 ? "column" : "columns", names, m->count == 1 ? "is" : "are",
                     seen, read);
}

bool missing_columns_check(const struct header *header, const struct account *account,
                           struct csv_reader *reader, struct error *err)
{
    struct missing m = find_missing(account->contract, header->fields);
    return m.count == 0 || tell(header, account, &m, reader, err);
}
