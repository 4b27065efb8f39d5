/* SPDX-License-Identifier: MIT */
#include "intake/value_citation.h"

#include "domain/citation_hint.h"
#include "domain/spreadsheet.h"
#include "reader/csv_reader.h"

enum { SHOWN_BYTES = 80 };

static bool too_many(struct value_row *row, size_t column, struct slice text)
{
    value_fault(row, column, "bad-exemption", text, "more than %d exemptions", SET_CITATIONS);
    return value_suggest(row, "Give each exemption once.");
}

static bool unreadable(enum act own, struct value_row *row, size_t column, struct slice text,
                       struct slice item)
{
    char shown[SHOWN_BYTES], meant[CITATION_BYTES];
    csv_show_value(item, shown, sizeof shown);
    value_fault(row, column, "bad-exemption", text, "\"%s\" cannot be read as an exemption", shown);
    if (spreadsheet_is_date(item))
        return value_suggest(row, "A spreadsheet turns 31/3 and 31-3 into a date: format the "
                                  "column as text and write the section: 31(3).");
    if (citation_hint(item, own, meant))
        return value_suggest(row,
                             "Did you mean %s? A subsection stands in brackets, and sections apart "
                             "by ; as in 31(3); 24(2).",
                             meant);
    return value_suggest(row,
                         "Write the section: 31(3); 24(2). Leave it empty where none is known.");
}

static bool fault(enum citation_fault fault, enum act own, struct value_row *row, size_t column,
                  struct slice text, struct slice item)
{
    return fault == CITATIONS_TOO_MANY ? too_many(row, column, text)
                                       : unreadable(own, row, column, text, item);
}

bool value_exemptions_read(struct exemption_sets *sets, int regime, struct value_row *row,
                           size_t column, struct slice text, struct value *value)
{
    struct slice item = {"", 0};
    int32_t set = 0;
    text = spreadsheet_without_fraction(text);
    enum citation_fault found = exemption_sets_find(sets, regime, text, &set, &item);
    if (found != CITATIONS_OK)
        return fault(found, regime == REGIME_FOISA ? ACT_FOISA : ACT_FOIA, row, column, text, item);
    value->number = set ? set : VALUE_NEW;
    value->text = text;
    return true;
}

bool value_citations_read(enum act own, struct value_row *row, size_t column, struct slice text,
                          struct value *value)
{
    struct citation_list list;
    struct slice item = {"", 0};
    text = spreadsheet_without_fraction(text);
    enum citation_fault found = citation_list_read(text, own, &list, &item);
    if (found != CITATIONS_OK)
        return fault(found, own, row, column, text, item);
    char *out = value_row_take(row, SET_BYTES);
    citation_list_write(&list, out);
    value->text = slice_of(out);
    value->is_known = list.count > 0;
    return true;
}

bool value_citation_read(enum act own, struct value_row *row, size_t column, struct slice text,
                         struct value *value)
{
    if (!value_citations_read(own, row, column, text, value))
        return false;
    struct slice one = value->text;
    if (one.length && !memchr(one.bytes, ';', one.length) && !memchr(one.bytes, ' ', one.length))
        return true;
    return unreadable(own, row, column, text, text);
}
