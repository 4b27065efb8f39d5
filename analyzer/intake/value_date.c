/* SPDX-License-Identifier: MIT */
#include "intake/value_date.h"

#include "domain/spreadsheet.h"
#include "reader/csv_reader.h"

enum { SHOWN_BYTES = 80, MEANT_BYTES = 16 };

/* 00/01/1900 and 1899-12-30 are what programs show for the number 0. */
static bool is_before_all(struct slice text)
{
    return memmem(text.bytes, text.length, "1900", 4) || memmem(text.bytes, text.length, "1899", 4);
}

static bool suggest_empty(struct value_row *row)
{
    return value_suggest(row, "Spreadsheets show an empty cell or a 0 so: leave it empty where the "
                              "date is not known.");
}

static bool impossible_date(struct value_row *row, size_t column, struct slice text,
                            enum date_fault fault)
{
    char meant[MEANT_BYTES], shown[SHOWN_BYTES];
    bool is_turned = fault == DATE_MONTH_FIRST && date_suggest(text, meant);
    csv_show_value(text, shown, sizeof shown);
    value_fault(row, column, is_turned ? "month-first" : "impossible-date", text,
                "there is no day \"%s\"", shown);
    if (is_turned)
        return value_suggest(
            row, "Dates are read day first. Write %s if the month stands first here.", meant);
    if (is_before_all(text))
        return suggest_empty(row);
    return value_suggest(row, "Check the date in the source; dates are read day first.");
}

static bool unreadable_date(struct value_row *row, size_t column, struct slice text)
{
    char meant[MEANT_BYTES], shown[SHOWN_BYTES];
    int32_t day;
    csv_show_value(text, shown, sizeof shown);
    value_fault(row, column, "bad-date", text, "\"%s\" cannot be read as a date", shown);
    if (is_before_all(text))
        return suggest_empty(row);
    if (spreadsheet_day(text, &day)) {
        date_format((struct date_interval){day, day}, meant);
        return value_suggest(
            row, "Write %s, if it is a spreadsheet's number of a day; format the column as text.",
            meant);
    }
    if (date_suggest(text, meant))
        return value_suggest(row, "Write %s.", meant);
    bool is_needed = row->contract->columns[column].need == NEED_VALUE;
    return value_suggest(row, "Write 2024-12-09, 2024-12, 2024, 09/12/2024 or 9 December 2024%s.",
                         is_needed ? "" : "; leave it empty where it is not known");
}

/* The first day of a program's calendar, which is what it makes of nothing. */
static bool is_first_of_calendar(struct date_interval date)
{
    enum { YEARS = 3 };
    static const int years[YEARS] = {1900, 1904, 1970};
    for (int i = 0; i < YEARS; i++)
        if (date_is_day(date) && date.earliest == day_from_civil(years[i], 1, 1))
            return true;
    return false;
}

bool value_date_read(struct value_row *row, size_t column, struct slice text, struct value *value)
{
    struct date_writing writing;
    enum date_fault fault = date_parse_written(text, &value->date, &writing);
    if (fault == DATE_UNREADABLE)
        return unreadable_date(row, column, text);
    if (fault != DATE_OK)
        return impossible_date(row, column, text, fault);
    if (writing.has_short_year)
        value->notes |= NOTE_SHORT_YEAR;
    if (writing.may_be_turned)
        value->notes |= NOTE_MAY_BE_TURNED;
    if (is_first_of_calendar(value->date))
        value->notes |= NOTE_FIRST_DAY;
    return true;
}
