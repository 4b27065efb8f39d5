/* SPDX-License-Identifier: MIT */
#include "intake/header.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "intake/heading.h"
#include "intake/heading_letters.h"
#include "intake/missing_columns.h"

#include <stdlib.h>

/* What is known of the header while it is read. */
struct heading {
    const struct account *account;
    const struct slice *fields;
    size_t count;
    long line;
    enum heading_match matches[CONTRACT_COLUMNS]; /* how the column was found */
    struct header *header;
};

static bool two_columns(const struct heading *h, size_t first, size_t second, const char *meaning,
                        struct error *err)
{
    char a[64], b[64];
    csv_show_value(h->fields[first], a, sizeof a);
    csv_show_value(h->fields[second], b, sizeof b);
    return error_set(
        err, ERROR_INPUT, h->account->file->path, h->line, "Keep one of them, or rename the other.",
        "columns %zu (\"%s\") and %zu (\"%s\") are both %s", first + 1, a, second + 1, b, meaning);
}

static bool two_read_as(const struct heading *h, size_t first, size_t second,
                        const struct column *column, struct error *err)
{
    char meaning[80];
    text_fit(meaning, sizeof meaning, "read as %s", column->name);
    return two_columns(h, first, second, meaning, err);
}

/* The place of an earlier heading of that name, or -1. */
static int earlier(const struct heading *h, size_t field)
{
    for (size_t i = 0; h->fields[field].length && i < field; i++)
        if (contract_same_header(h->fields[i], h->fields[field]))
            return (int)i;
    return -1;
}

/* As it is shown with the values, with one kind of space and nothing invisible. */
static char *carried_name(const struct heading *h, size_t field)
{
    struct slice heading = h->fields[field];
    SCOPED_TEXT plain = memory_new(heading.length + 1, 1);
    struct slice text = slice_trim((struct slice){plain, utf8_plain(heading, plain)});
    /* A byte is shown as at most eight. */
    size_t size = text.length * 8 + 16;
    SCOPED_TEXT shown = memory_new(size, 1);
    csv_show_value(text, shown, size);
    if (text.length == 0)
        return memory_print("column %zu", field + 1);
    return earlier(h, field) < 0 ? memory_copy(shown)
                                 : memory_print("%s (column %zu)", shown, field + 1);
}

static void carry(struct heading *h, size_t field)
{
    struct carried_column *column = &h->header->carried[h->header->carried_count++];
    *column = (struct carried_column){field, carried_name(h, field)};
}

static bool take(struct heading *h, size_t field, int column, enum heading_match match,
                 struct error *err)
{
    int before = earlier(h, field);
    if (before >= 0)
        return two_columns(h, (size_t)before, field, "of one name", err);
    int *taken = &h->header->fields[column];
    if (*taken >= 0 && match == h->matches[column])
        return two_read_as(h, (size_t)*taken, field, &h->account->contract->columns[column], err);
    if (*taken >= 0)
        return true;
    *taken = (int)field;
    h->matches[column] = match;
    h->header->aliases[column] = match == HEADING_NAME ? (struct slice){"", 0} : h->fields[field];
    return true;
}

static bool take_matches(struct heading *h, enum heading_match wanted, struct error *err)
{
    for (size_t i = 0; i < h->count; i++) {
        enum heading_match match;
        int column = heading_column(h->account->contract, h->fields[i], &match);
        if (column >= 0 && match == wanted && !take(h, i, column, match, err))
            return false;
    }
    return true;
}

static bool is_taken(const struct heading *h, size_t field)
{
    for (size_t i = 0; i < CONTRACT_COLUMNS; i++)
        if (h->header->fields[i] == (int)field)
            return true;
    return false;
}

/* The contract's own name goes before an alias, and that before what is only like one, wherever
 * they stand: the others are carried. */
static bool take_fields(struct heading *h, struct error *err)
{
    if (!take_matches(h, HEADING_NAME, err) || !take_matches(h, HEADING_ALIAS, err) ||
        !take_matches(h, HEADING_ALIKE, err))
        return false;
    for (size_t i = 0; i < h->count; i++)
        if (!is_taken(h, i))
            carry(h, i);
    return true;
}

static bool tell_alike(const struct heading *h, size_t column, struct error *err)
{
    const struct account *account = h->account;
    struct ledger_notice notice = {"heading-alike", h->line, 1};
    char shown[64];
    csv_show_value(h->header->aliases[column], shown, sizeof shown);
    return ledger_notice(account->ledger, account, &notice, err, "the column \"%s\" is read as %s",
                         shown, account->contract->columns[column].name);
}

/* Another name of a column that is there under its own. */
static const struct column *named_already(const struct heading *h, size_t field)
{
    enum heading_match match;
    int column = heading_column(h->account->contract, h->fields[field], &match);
    return column < 0 ? NULL : &h->account->contract->columns[column];
}

static bool tell_second(const struct heading *h, const struct carried_column *carried,
                        const struct column *column, struct error *err)
{
    const struct account *account = h->account;
    struct ledger_notice notice = {"unknown-column", h->line, 1};
    char first[64];
    csv_show_value(h->fields[h->header->fields[column - account->contract->columns]], first,
                   sizeof first);
    return ledger_notice(account->ledger, account, &notice, err,
                         "the column \"%s\" would be read as %s, which the column \"%s\" is: its "
                         "values are kept with the rows, and not used",
                         carried->name, column->name, first);
}

/* "; is it exemptions? Then rename it" */
static void ask(const struct heading *h, const struct heading_letters *letters, char *out,
                size_t size)
{
    const struct contract_file *file = h->account->contract;
    size_t found = 0;
    for (size_t i = 0; i < file->count && found < 2; i++)
        if (h->header->fields[i] < 0 && heading_letters_may_mean(letters, file, i))
            text_add(out, size, "%s%s", found++ ? " or " : "; is it ", file->columns[i].name);
    if (found)
        text_add(out, size, "? Then rename it");
}

static bool tell_carried(const struct heading *h, const struct carried_column *carried,
                         struct error *err)
{
    const struct account *account = h->account;
    struct ledger_notice notice = {"unknown-column", h->line, 1};
    char question[160] = "";
    const struct column *taken = named_already(h, carried->field);
    if (taken)
        return tell_second(h, carried, taken, err);
    struct heading_letters letters;
    if (!heading_letters_read(h->fields[carried->field], &letters, err))
        return false;
    ask(h, &letters, question, sizeof question);
    return ledger_notice(account->ledger, account, &notice, err,
                         "the column \"%s\"%s is not part of the contract; its values are kept "
                         "with the rows%s",
                         carried->name, letters.others, question);
}

static bool give_notices(const struct heading *h, struct error *err)
{
    for (size_t i = 0; i < h->account->contract->count; i++)
        if (h->matches[i] == HEADING_ALIKE && !tell_alike(h, i, err))
            return false;
    for (size_t i = 0; i < h->header->carried_count; i++)
        if (!tell_carried(h, &h->header->carried[i], err))
            return false;
    return true;
}

bool header_read(struct csv_reader *reader, struct account *account, struct header *ret_header,
                 struct error *err)
{
    struct heading h = {.account = account, .header = ret_header};
    h.count = csv_reader_header(reader, &h.fields);
    h.line = csv_reader_header_line(reader);
    *ret_header = (struct header){.carried = memory_new(h.count, sizeof *ret_header->carried)};
    for (size_t i = 0; i < CONTRACT_COLUMNS; i++) {
        ret_header->fields[i] = -1;
        ret_header->aliases[i] = (struct slice){"", 0};
    }
    return take_fields(&h, err) && missing_columns_check(ret_header, account, reader, err) &&
           give_notices(&h, err);
}

const char *header_call(const struct header *header, const struct contract_file *file,
                        size_t column, char out[COLUMN_CALLED_BYTES])
{
    enum { SHOWN_BYTES = 64 };
    char heading[SHOWN_BYTES];
    csv_show_value(header->aliases[column], heading, sizeof heading);
    text_cut(out, COLUMN_CALLED_BYTES, *heading ? "%s (column \"%s\")" : "%s",
             file->columns[column].name, heading);
    return out;
}

void header_done(struct header *header)
{
    for (size_t i = 0; i < header->carried_count; i++)
        free(header->carried[i].name);
    free(header->carried);
    *header = (struct header){0};
}
