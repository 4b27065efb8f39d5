/* SPDX-License-Identifier: MIT */
#include "intake/cell_notes.h"

#include "base/text.h"

static void count(struct noted *noted, long line)
{
    if (noted->rows++ == 0)
        noted->line = line;
}

static void show_first(const struct noted *noted, struct slice cell, char shown[NOTED_BYTES])
{
    if (noted->rows == 1)
        csv_show_value(cell, shown, NOTED_BYTES);
}

static void count_addresses(struct column_notes *c, unsigned of_value, long line, struct slice cell)
{
    if (of_value & NOTE_NO_VALUE) {
        count(&c->no_values, line);
        show_first(&c->no_values, cell, c->no_value);
    }
    if (of_value & NOTE_NO_ADDRESS) {
        count(&c->no_addresses, line);
        show_first(&c->no_addresses, cell, c->no_address);
    }
}

void cell_notes_count(struct cell_notes *notes, size_t column, unsigned of_value, long line,
                      struct slice cell)
{
    struct column_notes *c = &notes->columns[column];
    if (of_value & NOTE_SHORT_YEAR)
        count(&c->short_years, line);
    if (of_value & NOTE_MAY_BE_TURNED)
        count(&c->turnable, line);
    if (of_value & NOTE_FORMULA)
        count(&c->formulas, line);
    if (of_value & NOTE_FIRST_DAY)
        count(&c->first_days, line);
    count_addresses(c, of_value, line, cell);
}

void cell_notes_fault(struct cell_notes *notes, size_t column, const char *code, long line)
{
    count(&notes->columns[column].refused, line);
    if (strcmp(code, "month-first") == 0)
        notes->columns[column].has_month_first = true;
}

static bool tell_short_years(const struct column_notes *c, const char *name,
                             const struct account *account, struct error *err)
{
    int64_t rows = c->short_years.rows;
    struct ledger_notice notice = {"short-year", c->short_years.line, rows};
    return !rows || ledger_notice(account->ledger, account, &notice, err,
                                  "%s: %lld %s day first, and two digits of a year as 20yy", name,
                                  (long long)rows, rows == 1 ? "date is read" : "dates are read");
}

static bool tell_month_first(const struct column_notes *c, const char *name,
                             const struct account *account, struct error *err)
{
    int64_t rows = c->turnable.rows;
    struct ledger_notice notice = {"month-first", c->turnable.line, rows};
    if (!c->has_month_first || !rows)
        return true;
    return ledger_notice(account->ledger, account, &notice, err,
                         "%s: some date is one with the month first only, and %lld "
                         "other %s read day first, which may turn day and month round: check the "
                         "column in the source, and write 2024-12-09",
                         name, (long long)rows, rows == 1 ? "date is" : "dates are");
}

static bool tell_formulas(const struct column_notes *c, const char *name, enum column_type type,
                          const struct account *account, struct error *err)
{
    int64_t rows = c->formulas.rows;
    struct ledger_notice notice = {"formula", c->formulas.line, rows};
    return !rows ||
           ledger_notice(account->ledger, account, &notice, err, "%s: %lld %s as the %s in %s",
                         name, (long long)rows, rows == 1 ? "formula is read" : "formulas are read",
                         type == COLUMN_ADDRESS ? "address" : "text", rows == 1 ? "it" : "them");
}

static bool tell_first_days(const struct column_notes *c, const char *name,
                            const struct account *account, struct error *err)
{
    int64_t rows = c->first_days.rows;
    struct ledger_notice notice = {"first-of-calendar", c->first_days.line, rows};
    return !rows || ledger_notice(account->ledger, account, &notice, err,
                                  "%s: %lld %s the first day of a program's calendar, which is "
                                  "what it makes of an empty cell: leave it empty where the date "
                                  "is not known",
                                  name, (long long)rows, rows == 1 ? "date is" : "dates are");
}

static bool tell_no_values(const struct column_notes *c, const char *name,
                           const struct account *account, struct error *err)
{
    int64_t rows = c->no_values.rows;
    struct ledger_notice notice = {"no-value", c->no_values.line, rows};
    return !rows || ledger_notice(
                        account->ledger, account, &notice, err,
                        "%s: %lld %s (\"%s\"), and %s taken as empty", name, (long long)rows,
                        rows == 1 ? "cell says that there is none" : "cells say that there is none",
                        c->no_value, rows == 1 ? "is" : "are");
}

/* Reference data name their sources in words. */
static bool tell_no_addresses(const struct column_notes *c, const char *name, struct slice alias,
                              const struct account *account, struct error *err)
{
    int64_t rows = c->no_addresses.rows;
    struct ledger_notice notice = {"no-address", c->no_addresses.line, rows};
    char heading[64] = "";
    csv_show_value(alias, heading, sizeof heading);
    return !rows || account->file->is_reference ||
           ledger_notice(account->ledger, account, &notice, err,
                         "%s%s%s%s: %lld %s no address of the web (\"%s\"), and %s kept as "
                         "written: give the address where there is one",
                         *heading ? "the column \"" : "", heading, *heading ? "\", read as " : "",
                         name, (long long)rows, rows == 1 ? "value is" : "values are",
                         c->no_address, rows == 1 ? "is" : "are");
}

/* A heading that is another's name for the column may stand for another thing. */
static bool tell_refused(const struct column_notes *c, const char *name, struct slice alias,
                         const struct account *account, struct error *err)
{
    int64_t cells = c->refused.rows;
    if (!alias.length || cells < 2 || cells * 2 < account->read)
        return true;
    char shown[64];
    csv_show_value(alias, shown, sizeof shown);
    struct ledger_notice notice = {"heading-misread", c->refused.line, cells};
    return ledger_notice(account->ledger, account, &notice, err,
                         "the column \"%s\" is read as %s, and %lld of %lld %s as such: does it "
                         "hold another thing? Then rename it",
                         shown, name, (long long)cells, (long long)account->read,
                         account->read == 1 ? "cell cannot be read" : "cells cannot be read");
}

static bool tell_dates(const struct column_notes *c, const char *name,
                       const struct account *account, struct error *err)
{
    return tell_short_years(c, name, account, err) && tell_month_first(c, name, account, err) &&
           tell_first_days(c, name, account, err);
}

bool cell_notes_tell(const struct cell_notes *notes, const struct header *header,
                     const struct account *account, struct error *err)
{
    const struct contract_file *file = account->contract;
    for (size_t i = 0; i < file->count; i++) {
        const struct column_notes *c = &notes->columns[i];
        const char *name = file->columns[i].name;
        char called[COLUMN_CALLED_BYTES];
        header_call(header, file, i, called);
        if (!tell_dates(c, called, account, err) ||
            !tell_formulas(c, called, file->columns[i].type, account, err) ||
            !tell_no_values(c, called, account, err) ||
            !tell_no_addresses(c, name, header->aliases[i], account, err) ||
            !tell_refused(c, name, header->aliases[i], account, err))
            return false;
    }
    return true;
}
