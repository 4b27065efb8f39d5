/* SPDX-License-Identifier: MIT */
#include "intake/contradictions.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>

enum { MOST_TOLD = 20, SHOWN_BYTES = 80 };

/* One of the words with these codes, a yes, or whatever is given. */
#define WORD(code) (1U << (code))
enum { YES = 1 << 1, GIVEN = 0 };

/* Two cells that do not go together, or two dates in this order. */
struct pair {
    enum contract_file_no file;
    int first;
    unsigned first_words;
    int second;
    unsigned second_words;
    bool is_order; /* `first` should not lie before `second` */
    const char *remedy;
};

enum {
    RULED_NOT_UPHELD = WORD(2),            /* of ruling_outcomes */
    ORDERED_SUBSTANCE = WORD(0) | WORD(1), /* confirm_or_deny, disclose */
    CONFIRMING = WORD(STANCE_DISCLOSED) | WORD(STANCE_HELD_EXEMPT) | WORD(STANCE_HELD_S21) |
                 WORD(STANCE_HELD_PART),
    NO_LETTER_READ = WORD(STANCE_NO_RESPONSE) | WORD(STANCE_UNREAD),
    SOMETHING_SAID = WORD(HELD_CONFIRM) | WORD(HELD_DENY) | WORD(HELD_NCND),
};

static const char of_letter[] = "keep the one that the letter bears out";
static const char of_use[] =
    "where use is asked, use_statement counts; keep the one that the letter bears out";
static const char of_reading[] = "where a letter was read, the stance is what it says";
static const char of_dates[] = "look the dates up in the source";

/* Stance ncnd beside a statement on holding alone is L01, an answer before its receipt D01, and
 * what bounds leave nothing of is told of in bounds.c. */
static const struct pair pairs[] = {
    {FILE_RESPONSES, RESPONSE_STANCE, WORD(STANCE_NOT_HELD), RESPONSE_USE, WORD(HELD_CONFIRM),
     false, of_letter},
    {FILE_RESPONSES, RESPONSE_STANCE, WORD(STANCE_NOT_HELD), RESPONSE_HELD, WORD(HELD_CONFIRM),
     false, of_letter},
    {FILE_RESPONSES, RESPONSE_STANCE, CONFIRMING, RESPONSE_HELD, WORD(HELD_DENY), false, of_letter},
    {FILE_RESPONSES, RESPONSE_STANCE, WORD(STANCE_NCND), RESPONSE_USE,
     WORD(HELD_CONFIRM) | WORD(HELD_DENY), false, of_use},
    {FILE_RESPONSES, RESPONSE_STANCE, NO_LETTER_READ, RESPONSE_USE, SOMETHING_SAID, false,
     of_reading},
    {FILE_RESPONSES, RESPONSE_STANCE, NO_LETTER_READ, RESPONSE_HELD, SOMETHING_SAID, false,
     of_reading},
    {FILE_RESPONSES, RESPONSE_STANCE, NO_LETTER_READ, RESPONSE_EXEMPTIONS, GIVEN, false,
     of_reading},
    {FILE_RESPONSES, RESPONSE_STANCE, NO_LETTER_READ, RESPONSE_HARM_TEST, YES, false, of_reading},
    {FILE_RESPONSES, RESPONSE_STANCE, NO_LETTER_READ, RESPONSE_PUBLIC_INTEREST_TEST, YES, false,
     of_reading},
    {FILE_RESPONSES, RESPONSE_RETRIEVED_ON, GIVEN, RESPONSE_RESPONDED, GIVEN, true, of_dates},
    {FILE_RESPONSES, RESPONSE_RETRIEVED_ON, GIVEN, RESPONSE_RECEIVED, GIVEN, true, of_dates},
    {FILE_RULINGS, RULING_OUTCOME, RULED_NOT_UPHELD, RULING_ORDERED, ORDERED_SUBSTANCE, false,
     "look the decision up"},
    {FILE_RULINGS, RULING_RETRIEVED_ON, GIVEN, RULING_DATE, GIVEN, true, of_dates},
    {FILE_GUIDANCE, GUIDANCE_TO, GIVEN, GUIDANCE_FROM, GIVEN, true, of_dates},
    {FILE_COLLABORATIONS, COLLABORATION_TO, GIVEN, COLLABORATION_FROM, GIVEN, true, of_dates},
    {FILE_COMMITMENTS, COMMITMENT_TO, GIVEN, COMMITMENT_FROM, GIVEN, true, of_dates},
    {FILE_ACKNOWLEDGEMENTS, ACKNOWLEDGEMENT_WITHDRAWN, GIVEN, ACKNOWLEDGEMENT_PUBLISHED, GIVEN,
     true, of_dates},
    {FILE_ACKNOWLEDGEMENTS, ACKNOWLEDGEMENT_RETRIEVED_ON, GIVEN, ACKNOWLEDGEMENT_PUBLISHED, GIVEN,
     true, of_dates},
};

static struct slice cell_of(const struct header *header, const struct csv_row *raw, int column)
{
    int field = header->fields[column];
    return field < 0 ? (struct slice){"", 0} : slice_trim(raw->fields[field]);
}

static bool is_said(const struct value *value, unsigned words)
{
    return value->is_known &&
           (!words || (value->number >= 0 && value->number < 32 && (words & WORD(value->number))));
}

/* The day of a column that is kept as text is read only here. */
static bool date_of(const struct value_row *row, int column, struct slice cell,
                    struct date_interval *ret_date)
{
    if (row->contract->columns[column].type == COLUMN_TEXT)
        return date_parse(cell, ret_date) == DATE_OK;
    *ret_date = row->values[column].date;
    return true;
}

/* What is not dated to the day is read within its bounds, which has a notice of its own. */
static bool is_left_to_bounds(const struct pair *p, const struct value_row *row)
{
    bool has_bounds = p->second == RESPONSE_RESPONDED || p->second == RESPONSE_RECEIVED;
    if (p->file == FILE_ACKNOWLEDGEMENTS && p->first == ACKNOWLEDGEMENT_RETRIEVED_ON)
        return !date_is_day(row->values[ACKNOWLEDGEMENT_PUBLISHED].date);
    if (p->file != FILE_RESPONSES || !has_bounds)
        return false;
    const struct value *responded = &row->values[RESPONSE_RESPONDED];
    return !responded->is_known || !date_is_day(responded->date);
}

/* Certainly before, in every reading of the two. */
static bool is_before(const struct pair *p, const struct value_row *row, struct slice first,
                      struct slice second)
{
    struct date_interval a, b;
    return date_of(row, p->first, first, &a) && date_of(row, p->second, second, &b) &&
           a.latest < b.earliest && !is_left_to_bounds(p, row);
}

static void keep(struct contradictions *all, const char *said, long line)
{
    int32_t at = text_index_find(&all->index, slice_of(said));
    if (at < 0) {
        all->found = memory_grow(all->found, all->count, &all->room, sizeof *all->found);
        all->found[all->count] = (struct contradiction_found){line, 0};
        text_index_add(&all->index, slice_of(said), (int32_t)all->count);
        at = (int32_t)all->count++;
    }
    all->found[at].rows++;
}

static void note(struct contradictions *all, const struct pair *p, const struct value_row *row,
                 const struct header *header, struct slice first, struct slice second, long line)
{
    char a[SHOWN_BYTES], b[SHOWN_BYTES], said[600];
    char first_called[COLUMN_CALLED_BYTES], second_called[COLUMN_CALLED_BYTES];
    csv_show_value(first, a, sizeof a);
    csv_show_value(second, b, sizeof b);
    header_call(header, row->contract, (size_t)p->first, first_called);
    header_call(header, row->contract, (size_t)p->second, second_called);
    text_cut(said, sizeof said, "%s \"%s\" %s %s \"%s\"%s: kept as written; %s", first_called, a,
             p->is_order ? "before" : "beside", second_called, b,
             p->is_order ? "" : ", which contradict each other", p->remedy);
    keep(all, said, line);
}

static bool look_at(struct contradictions *all, const struct pair *p, const struct value_row *row,
                    const struct header *header, const struct csv_row *raw)
{
    if (!is_said(&row->values[p->first], p->first_words) ||
        !is_said(&row->values[p->second], p->second_words))
        return false;
    struct slice first = cell_of(header, raw, p->first), second = cell_of(header, raw, p->second);
    /* A default is nothing that the row says. */
    if (!first.length || !second.length || (p->is_order && !is_before(p, row, first, second)))
        return false;
    note(all, p, row, header, first, second, raw->line);
    return true;
}

void contradictions_look(struct contradictions *all, const struct value_row *row,
                         const struct header *header, const struct csv_row *raw)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (row->contract == &contract_files[pairs[i].file] &&
            look_at(all, &pairs[i], row, header, raw))
            return;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool tell_one(const char *said, const struct contradiction_found *found,
                     const struct account *account, struct error *err)
{
    struct ledger_notice notice = {"contradiction", found->line, found->rows};
    return ledger_notice(account->ledger, account, &notice, err, "%lld %s %s",
                         (long long)found->rows, text_plural(found->rows, "row has", "rows have"),
                         said);
}

static bool tell_rest(int64_t rows, const struct account *account, struct error *err)
{
    struct ledger_notice notice = {"contradiction", 0, rows};
    return !rows ||
           ledger_notice(account->ledger, account, &notice, err,
                         "%lld further %s likewise: kept as written", (long long)rows,
                         text_plural(rows, "row contradicts itself", "rows contradict themselves"));
}

bool contradictions_tell(const struct contradictions *all, const struct account *account,
                         struct error *err)
{
    if (!all->count)
        return true;
    /* In an order that is not that of the rows. */
    const char **texts = memory_new(all->count, sizeof *texts);
    for (size_t i = 0; i < all->count; i++)
        texts[i] = all->index.texts[i];
    qsort(texts, all->count, sizeof *texts, compare);
    bool ok = true;
    int64_t rest = 0;
    for (size_t i = 0; ok && i < all->count; i++) {
        int32_t at = text_index_find(&all->index, slice_of(texts[i]));
        if (i < MOST_TOLD)
            ok = tell_one(texts[i], &all->found[at], account, err);
        else
            rest += all->found[at].rows;
    }
    free(texts);
    return ok && tell_rest(rest, account, err);
}

void contradictions_done(struct contradictions *all)
{
    text_index_done(&all->index);
    free(all->found);
}
