/* SPDX-License-Identifier: MIT */
#include "intake/cell_text.h"

#include "base/utf8.h"
#include "domain/spreadsheet.h"
#include "reader/csv_reader.h"

#include <strings.h>

enum { SHOWN_BYTES = 80 };

/* The value as a message shows it, in memory of the block around. */
#define SHOWN_VALUE(text) show_value(text, (char[SHOWN_BYTES]){""})

static const char *show_value(struct slice text, char *out)
{
    csv_show_value(text, out, SHOWN_BYTES);
    return out;
}

/* The reader of these compares bytes; elsewhere blanks within a text say what the writer wrote. */
static bool is_plain(enum column_type type)
{
    switch ((int)type) {
    case COLUMN_DATE:
    case COLUMN_DATE_OR_YES:
    case COLUMN_YES_NO:
    case COLUMN_WORD:
    case COLUMN_WORDS:
    case COLUMN_REGIME:
    case COLUMN_EXEMPTIONS:
    case COLUMN_CITATIONS:
    case COLUMN_CITATION:
    case COLUMN_NUMBER:
        return true;
    default:
        return false;
    }
}

static bool is_identifier(enum column_type type)
{
    return type == COLUMN_ID || type == COLUMN_OWN_REQUEST || type == COLUMN_REQUEST ||
           type == COLUMN_QUESTION || type == COLUMN_TOOL;
}

static bool is_ascii(struct slice s)
{
    return utf8_ascii_length(s) == s.length;
}

static bool undo_formula(struct value_row *row, size_t column, struct slice *text)
{
    struct slice address, shown;
    enum formula formula = spreadsheet_formula(*text, &address, &shown);
    bool is_address = row->contract->columns[column].type == COLUMN_ADDRESS;
    if (formula == FORMULA_NONE)
        return true;
    bool is_link = formula == FORMULA_LINK;
    if (formula == FORMULA_TEXT || (is_link && (is_address || shown.length))) {
        *text = is_link && is_address ? address : shown;
        if (is_link)
            row->values[column].notes |= NOTE_FORMULA;
        return true;
    }
    value_fault(row, column, "formula", *text, "\"%s\" is a formula, not %s", SHOWN_VALUE(*text),
                is_address ? "an address" : "a value");
    return value_suggest(row, "Write what the cell shows, as text.");
}

/* [words](https://...) and <https://...>: the address. */
static struct slice bare_address(struct slice s)
{
    bool is_marked_up = s.length > 1 && s.bytes[0] == '[' && s.bytes[s.length - 1] == ')';
    const char *middle = is_marked_up ? memmem(s.bytes, s.length, "](", 2) : NULL;
    if (middle) {
        const char *start = middle + 2;
        return slice_trim((struct slice){start, (size_t)(s.bytes + s.length - 1 - start)});
    }
    if (s.length > 1 && s.bytes[0] == '<' && s.bytes[s.length - 1] == '>')
        return slice_trim((struct slice){s.bytes + 1, s.length - 2});
    return s;
}

/* Hyphens and dashes, slashes and full-width forms as on a keyboard. */
static char keyboard_form(int32_t c)
{
    enum { FULL_WIDTH_FIRST = 0xff01, FULL_WIDTH_LAST = 0xff5e };
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
        return (char)(c - FULL_WIDTH_FIRST + '!');
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xfe58 || c == 0xfe63)
        return '-';
    return c == 0x2044 || c == 0x2215 ? '/' : '\0';
}

/* As typed on a keyboard; lines of a list as its items. */
static struct slice plain_copy(struct value_row *row, struct slice text, bool is_list)
{
    char *copy = value_row_take(row, text.length + 1);
    text = (struct slice){copy, utf8_plain(text, copy)};
    size_t used = 0;
    for (size_t at = 0; at < text.length;) {
        int32_t character;
        size_t n = utf8_next(text, at, &character);
        bool is_line_end = is_list && (character == '\n' || character == '\r');
        char form = is_line_end ? ';' : keyboard_form(character);
        if (form)
            copy[used++] = form;
        else
            memmove(copy + used, copy + at, n);
        used += form ? 0 : n;
        at += n;
    }
    return slice_trim((struct slice){copy, used});
}

static bool is_list(enum column_type type)
{
    return type == COLUMN_WORDS || type == COLUMN_EXEMPTIONS || type == COLUMN_CITATIONS;
}

static bool refuse_rounded(struct value_row *row, size_t column, struct slice text)
{
    if (!spreadsheet_is_rounded(text))
        return true;
    value_fault(row, column, "rounded-number", text,
                "\"%s\" is a number that a spreadsheet shortened: its last digits are lost",
                SHOWN_VALUE(text));
    return value_suggest(row,
                         "Format the column as text and write the whole number from the source.");
}

/* A question has labels that mean the whole letter, and a notice of its own for them. */
static bool refuse_placeholder(struct value_row *row, size_t column, struct slice text)
{
    if (row->contract->columns[column].type == COLUMN_QUESTION || means_unknown(text) ||
        !spreadsheet_is_placeholder(text))
        return true;
    value_fault(row, column, "placeholder", text,
                "\"%s\" stands for no value, and would be taken as an identifier",
                SHOWN_VALUE(text));
    bool is_needed = row->contract->columns[column].need == NEED_VALUE;
    return value_suggest(row, is_needed ? "Write the identifier." : "Leave the cell empty.");
}

bool cell_text_undo(struct value_row *row, size_t column, struct slice *text)
{
    enum column_type type = row->contract->columns[column].type;
    if (spreadsheet_is_error(*text)) {
        value_fault(row, column, "spreadsheet-error", *text,
                    "\"%s\" is a spreadsheet error, not a value", SHOWN_VALUE(*text));
        return value_suggest(row, "Write what the cell should show, or leave it empty.");
    }
    if (type == COLUMN_TEXT)
        return true;
    if (text->bytes[0] == '=' && !undo_formula(row, column, text))
        return false;
    if (type == COLUMN_ADDRESS)
        *text = bare_address(*text);
    *text = spreadsheet_without_mark(spreadsheet_without_quotes(*text));
    bool has_lines = is_list(type) && memchr(text->bytes, '\n', text->length);
    if (is_plain(type) && (has_lines || !is_ascii(*text)))
        *text = plain_copy(row, *text, has_lines);
    return !is_identifier(type) ||
           (refuse_rounded(row, column, *text) && refuse_placeholder(row, column, *text));
}

bool cell_text_undo_number(struct value_row *row, size_t column, struct slice *text)
{
    *text = spreadsheet_without_fraction(*text);
    if (!spreadsheet_is_grouped(*text))
        return true;
    char digits[SHOWN_BYTES];
    size_t used = 0;
    for (size_t i = 0; i < text->length && used + 1 < sizeof digits; i++)
        if (text->bytes[i] != ',')
            digits[used++] = text->bytes[i];
    value_fault(row, column, "grouped-number", *text,
                "\"%s\" is a number with commas for the thousands, not an identifier",
                SHOWN_VALUE(*text));
    return value_suggest(row, "Write %.*s.", (int)used, digits);
}

bool cell_text_is_no_date(struct value_row *row, size_t column, struct slice text)
{
    if (!spreadsheet_is_date(text))
        return true;
    value_fault(row, column, "date-for-number", text,
                "\"%s\" is a date, into which spreadsheets turn a number such as 1/24",
                SHOWN_VALUE(text));
    return value_suggest(row, "Format the column as text and write the number from the source.");
}

bool cell_text_is_path(struct value_row *row, size_t column, struct slice text)
{
    if (!pack_path_leads_out(text))
        return true;
    value_fault(row, column, "bad-path", text, "\"%s\" is no name inside the pack",
                SHOWN_VALUE(text));
    return value_suggest(row, "Put the file into the pack and write its name there, with / between "
                              "folders: letters/kent.txt.");
}
