/* SPDX-License-Identifier: MIT */
#include "intake/header.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/name.h"

#include <stdlib.h>

/* What is known of the header while it is read. */
struct heading {
    const struct account *account;
    const struct slice *fields;
    size_t count;
    bool is_alias[CONTRACT_COLUMNS]; /* the column was found under another name */
    struct header *header;
};

static bool two_columns(const struct heading *h, size_t first, size_t second, const char *meaning,
                        struct error *err)
{
    char a[64], b[64];
    csv_show_value(h->fields[first], a, sizeof a);
    csv_show_value(h->fields[second], b, sizeof b);
    return error_set(
        err, ERROR_INPUT, h->account->file->path, 1, "Keep one of them, or rename the other.",
        "columns %zu (\"%s\") and %zu (\"%s\") are both %s", first + 1, a, second + 1, b, meaning);
}

static bool check_repeats(const struct heading *h, struct error *err)
{
    for (size_t i = 0; i < h->count; i++) {
        char one[HEADER_BYTES];
        contract_fold_header(h->fields[i], one);
        for (size_t j = 0; one[0] && j < i; j++)
            if (contract_same_header(h->fields[i], h->fields[j]))
                return two_columns(h, j, i, "of one name", err);
    }
    return true;
}

static void carry(struct heading *h, size_t field)
{
    struct carried_column *column = &h->header->carried[h->header->carried_count++];
    column->field = field;
    struct slice header = h->fields[field];
    if (header.length == 0) {
        column->name = memory_print("column %zu", field + 1);
        return;
    }
    /* A byte is shown as at most eight. */
    size_t size = header.length * 8 + 16;
    column->name = memory_new(size, 1);
    csv_show_value(header, column->name, size);
}

static int column_of(const struct heading *h, size_t field, bool *ret_exact)
{
    char folded[HEADER_BYTES];
    contract_fold_header(h->fields[field], folded);
    return contract_column(h->account->contract, folded, ret_exact);
}

static void take_names(struct heading *h)
{
    for (size_t i = 0; i < h->count; i++) {
        bool exact = false;
        int column = column_of(h, i, &exact);
        if (column >= 0 && exact)
            h->header->fields[column] = (int)i;
    }
}

/* The contract's own name goes before an alias, wherever they stand: the other is then carried. */
static bool take_alias_or_carry(struct heading *h, size_t field, struct error *err)
{
    bool exact = false;
    int column = column_of(h, field, &exact);
    if (column >= 0 && exact)
        return true;
    int *taken = column < 0 ? NULL : &h->header->fields[column];
    if (taken && *taken >= 0 && h->is_alias[column])
        return two_columns(h, (size_t)*taken, field, h->account->contract->columns[column].name,
                           err);
    if (!taken || *taken >= 0) {
        carry(h, field);
        return true;
    }
    *taken = (int)field;
    h->is_alias[column] = true;
    return true;
}

/* The unknown header that somebody may have meant, or NULL. */
static const struct slice *nearest_field(const struct heading *h, const char *name)
{
    char wanted[HEADER_BYTES], folded[HEADER_BYTES];
    contract_fold_header(slice_of(name), wanted);
    const struct slice *ret = NULL;
    /* Half of the name may differ, however long it is: the column is needed, and some header
     * must be meant. */
    struct nearest_name nearest = {.wanted = wanted, .limit = (int)strlen(wanted) / 2};
    for (size_t i = 0; i < h->header->carried_count; i++) {
        const struct slice *field = &h->fields[h->header->carried[i].field];
        contract_fold_header(*field, folded);
        if (nearest_offer(&nearest, folded))
            ret = field;
    }
    return ret;
}

static bool missing_column(const struct heading *h, const char *names, const char *first,
                           struct error *err)
{
    char seen[400] = "";
    for (size_t i = 0; i < h->count; i++) {
        char shown[48];
        csv_show_value(h->fields[i], shown, sizeof shown);
        text_add(seen, sizeof seen, "%s%s", i ? ", " : "", shown);
    }
    const struct account *a = h->account;
    const struct slice *nearest = nearest_field(h, first);
    char next[700];
    if (nearest) {
        char shown[64];
        csv_show_value(*nearest, shown, sizeof shown);
        text_cut(next, sizeof next,
                 "Is it \"%s\"? Rename that column to %s. `concord schema %s` lists the columns.",
                 shown, first, a->contract->kind);
    } else {
        text_cut(next, sizeof next,
                 "Add the column, or rename the one that holds it; the first row must be the "
                 "header. `concord schema %s` lists the columns.",
                 a->contract->kind);
    }
    return error_set(err, ERROR_INPUT, a->file->path, 1, next,
                     "the column %s is missing; the header has: %s", names, seen);
}

static bool check_required(const struct heading *h, struct error *err)
{
    const struct contract_file *file = h->account->contract;
    char either[128] = "";
    const char *first = NULL;
    bool has_either = false;
    for (size_t i = 0; i < file->count; i++) {
        const struct column *column = &file->columns[i];
        bool is_there = h->header->fields[i] >= 0;
        if ((column->need == NEED_VALUE || column->need == NEED_COLUMN) && !is_there)
            return missing_column(h, column->name, column->name, err);
        if (column->need != NEED_EITHER)
            continue;
        text_add(either, sizeof either, "%s%s", first ? " (or " : "", column->name);
        first = first ? first : column->name;
        has_either = has_either || is_there;
    }
    if (!first || has_either)
        return true;
    text_add(either, sizeof either, ")");
    return missing_column(h, either, first, err);
}

static bool give_notices(const struct heading *h, struct account *account, struct error *err)
{
    for (size_t i = 0; i < h->header->carried_count; i++) {
        struct ledger_notice notice = {"unknown-column", 1, 1};
        if (!ledger_notice(account->ledger, account, &notice, err,
                           "the column \"%s\" is not part of the contract; its values are kept "
                           "with the rows",
                           h->header->carried[i].name))
            return false;
    }
    return true;
}

bool header_read(const struct csv_reader *reader, struct account *account,
                 struct header *ret_header, struct error *err)
{
    struct heading h = {.account = account, .header = ret_header};
    h.count = csv_reader_header(reader, &h.fields);
    *ret_header = (struct header){.carried = memory_new(h.count, sizeof *ret_header->carried)};
    for (size_t i = 0; i < CONTRACT_COLUMNS; i++)
        ret_header->fields[i] = -1;
    bool ok = check_repeats(&h, err);
    take_names(&h);
    for (size_t i = 0; ok && i < h.count; i++)
        ok = take_alias_or_carry(&h, i, err);
    return ok && check_required(&h, err) && give_notices(&h, account, err);
}

void header_done(struct header *header)
{
    for (size_t i = 0; i < header->carried_count; i++)
        free(header->carried[i].name);
    free(header->carried);
    *header = (struct header){0};
}
