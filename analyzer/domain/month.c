/* SPDX-License-Identifier: MIT */
#include "domain/month.h"

#include <strings.h>

enum { MONTHS = 12, ABBREVIATION_LETTERS = 3 };

static const char *const names[MONTHS] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

const char *month_name(int month)
{
    return names[month - 1];
}

int month_from_beginning(struct slice word)
{
    if (word.length < ABBREVIATION_LETTERS)
        return 0;
    for (int i = 0; i < MONTHS; i++) {
        if (word.length <= strlen(names[i]) && strncasecmp(names[i], word.bytes, word.length) == 0)
            return i + 1;
    }
    return 0;
}

int month_from_name(struct slice word)
{
    int month = month_from_beginning(word);
    bool is_whole = month > 0 && word.length == strlen(names[month - 1]);
    return is_whole || word.length == ABBREVIATION_LETTERS ? month : 0;
}

bool is_civil_day(int year, int month, int day)
{
    static const int lengths[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < YEAR_FIRST || year > YEAR_LAST || month < 1 || month > MONTHS || day < 1)
        return false;
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= lengths[month - 1] + (month == 2 && is_leap);
}
