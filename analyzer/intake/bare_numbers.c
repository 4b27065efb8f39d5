/* SPDX-License-Identifier: MIT */
#include "intake/bare_numbers.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "domain/spreadsheet.h"

#include <stdlib.h>

void bare_numbers_add(struct bare_numbers *all, int32_t request_no, const struct account *account,
                      long line, struct slice written)
{
    all->list = memory_grow(all->list, all->count, &all->room, sizeof *all->list);
    all->list[all->count++] =
        (struct bare_number){request_no, account->file_no, line, slice_copy(written)};
}

/* 452/92 -> 2092: circulation began in this century. */
static int year_of(const char *request_id)
{
    enum { CENTURY = 2000 };
    const char *slash = strrchr(request_id, '/');
    return slash ? CENTURY + (slash[1] - '0') * 10 + (slash[2] - '0') : CENTURY;
}

static bool is_out_of_place(const char *request_id, const int32_t *latest_day)
{
    enum { FIRST_YEAR = 2005, NO_YEAR_AFTER = 2050 };
    int latest = NO_YEAR_AFTER, month, day;
    if (latest_day)
        day_to_civil(*latest_day, &latest, &month, &day);
    int year = year_of(request_id);
    return year < FIRST_YEAR || year > latest;
}

static bool tell(const struct bare_number *first, int64_t count, const struct registry *r,
                 struct ledger *ledger, struct error *err)
{
    struct ledger_notice notice = {"doubtful-number", first->line, count};
    const struct account account = {.file_no = first->file_no};
    char serial[96] = "", further[64] = "";
    int32_t day;
    if (spreadsheet_day(slice_of(first->written), &day)) {
        char date[DATE_LONG_BYTES];
        date_format_long((struct date_interval){day, day}, date);
        text_fit(serial, sizeof serial, ", or a spreadsheet's number of the day %s", date);
    }
    if (count > 1)
        text_fit(further, sizeof further, " (%lld further %s likewise)", (long long)count - 1,
                 text_plural(count - 1, "number", "numbers"));
    return ledger_notice(ledger, &account, &notice, err,
                         "\"%s\" is read as circulation %s, whose year is out of place: is it a "
                         "case number%s?%s Write a circulation number with its slash, and list "
                         "other numbers in requests.csv",
                         SHOWN(first->written, 80), r->request_list[first->request_no - 1].id,
                         serial, further);
}

bool bare_numbers_tell(const struct bare_numbers *all, const struct registry *r,
                       const int32_t *latest_day, struct ledger *ledger, struct error *err)
{
    const struct bare_number *first = NULL;
    int64_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct bare_number *number = &all->list[i];
        if (!is_out_of_place(r->request_list[number->request_no - 1].id, latest_day))
            continue;
        first = first ? first : number;
        count++;
    }
    return !count || tell(first, count, r, ledger, err);
}

void bare_numbers_done(struct bare_numbers *all)
{
    for (size_t i = 0; i < all->count; i++)
        free(all->list[i].written);
    free(all->list);
    *all = (struct bare_numbers){0};
}
