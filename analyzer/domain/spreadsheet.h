/* SPDX-License-Identifier: MIT
 * What spreadsheets make of what was typed into them: error values, formulas, rounded and
 * grouped numbers, dates. Works on trimmed text and judges it; what follows is the caller's.
 */
#ifndef CONCORD_DOMAIN_SPREADSHEET_H
#define CONCORD_DOMAIN_SPREADSHEET_H

#include "domain/date.h"

/* #N/A, #REF!, #NAME?, ####, Err:502, in the languages of the programs. */
bool spreadsheet_is_error(struct slice text);

/* What data frames, databases, forms and people write where nothing is: nan, NULL, TRUE, TBC,
 * a dash of any kind. Where an identifier belongs it would be one. */
bool spreadsheet_is_placeholder(struct slice text);

/* 1.75E+05: a number of which digits were lost. */
bool spreadsheet_is_rounded(struct slice text);

/* 175,022 or 7,001/24: groups of three digits. */
bool spreadsheet_is_grouped(struct slice text);

/* Jan-24, 24-Jan, 01/11/2024, 2024-11-01 00:00:00: a date where none was meant. */
bool spreadsheet_is_date(struct slice text);

/* The day that a number stands for (45292, 45292.0, 45292.5), where it is one of the years 2000
 * to 2050 in the usual calendar, which begins in 1900. */
bool spreadsheet_day(struct slice text, int32_t *ret_day);

/* 175022.0 and 175022,0 -> 175022; anything else as it is. */
struct slice spreadsheet_without_fraction(struct slice text);

/* 'text, with the mark that keeps a cell from being a number -> text; else as it is. */
struct slice spreadsheet_without_mark(struct slice text);

/* Without a pair of quotes round it, straight or typographic: a list that was typed as text. */
struct slice spreadsheet_without_quotes(struct slice text);

/* Would a spreadsheet take it for a formula, whatever it is? An apostrophe before it keeps it from
 * that. */
bool spreadsheet_takes_for_formula(struct slice text);

enum formula {
    FORMULA_NONE,  /* no formula */
    FORMULA_TEXT,  /* ="text" */
    FORMULA_LINK,  /* =HYPERLINK("address") or =HYPERLINK("address","text") */
    FORMULA_OTHER, /* any other */
};

/* What a formula says without being worked out. *ret_text is empty where a link has none. */
enum formula spreadsheet_formula(struct slice text, struct slice *ret_address,
                                 struct slice *ret_text);

#endif
