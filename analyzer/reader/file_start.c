/* SPDX-License-Identifier: MIT */
#include "reader/file_start.h"

#include <strings.h>

static const char delimiters[] = {',', ';', '\t', '|'};

static bool is_delimiter(char c)
{
    return memchr(delimiters, c, sizeof delimiters) != NULL;
}

static size_t skip_spaces(struct slice text, size_t at)
{
    while (at < text.length && text.bytes[at] == ' ')
        at++;
    return at;
}

/* Behind "sep=", with spaces and quotes as people write them; 0 where it is not that. */
static size_t behind_word(struct slice text)
{
    static const char word[] = "sep";
    size_t at = text.length && text.bytes[0] == '"';
    if (text.length < at + sizeof word || strncasecmp(text.bytes + at, word, sizeof word - 1) != 0)
        return 0;
    at = skip_spaces(text, at + sizeof word - 1);
    if (at == text.length || text.bytes[at] != '=')
        return 0;
    at = skip_spaces(text, at + 1);
    return at + (at < text.length && text.bytes[at] == '"');
}

size_t file_start_separator(struct slice text, unsigned char *ret_delimiter)
{
    size_t at = behind_word(text);
    /* "\t" as programmers write a tab. */
    bool is_escaped = at && at + 1 < text.length && memcmp(text.bytes + at, "\\t", 2) == 0;
    if (!at || at == text.length || (!is_escaped && !is_delimiter(text.bytes[at])))
        return 0;
    *ret_delimiter = is_escaped ? '\t' : (unsigned char)text.bytes[at];
    at += is_escaped ? 2 : 0;
    while (at < text.length && (is_delimiter(text.bytes[at]) || strchr("\" ", text.bytes[at])))
        at++;
    size_t end = at;
    if (end < text.length && text.bytes[end] == '\r')
        end++;
    if (end < text.length && text.bytes[end] == '\n')
        end++;
    return end > at ? end : 0;
}

unsigned char file_start_delimiter(struct slice text, size_t limit)
{
    size_t counts[sizeof delimiters] = {0};
    bool is_quoted = false, is_begun = false;
    for (size_t i = 0; i < text.length && i < limit; i++) {
        char c = text.bytes[i];
        bool is_line_end = c == '\n' || c == '\r';
        if (is_line_end && is_begun && !is_quoted)
            break;
        if (is_line_end && !is_begun)
            memset(counts, 0, sizeof counts);
        is_begun = is_begun || (c != ' ' && c != '\t' && !is_line_end);
        is_quoted = is_quoted != (c == '"');
        for (size_t d = 0; d < sizeof delimiters; d++)
            counts[d] += !is_quoted && c == delimiters[d];
    }
    size_t best = 0;
    for (size_t d = 1; d < sizeof delimiters; d++) {
        if (counts[d] > counts[best])
            best = d;
    }
    return (unsigned char)delimiters[best];
}

enum { LINES_LOOKED_AT = 40, DELIMITERS = sizeof delimiters };

/* How often each stands in each of the first rows, outside quotes. Returns the number of rows. */
static size_t count_in_rows(struct slice text, size_t limit,
                            size_t counts[LINES_LOOKED_AT][DELIMITERS])
{
    size_t row = 0;
    bool is_quoted = false;
    for (size_t i = 0; i < text.length && i < limit && row < LINES_LOOKED_AT; i++) {
        char c = text.bytes[i];
        is_quoted = is_quoted != (c == '"');
        bool is_lone_cr = c == '\r' && (i + 1 == text.length || text.bytes[i + 1] != '\n');
        row += (c == '\n' || is_lone_cr) && !is_quoted;
        for (size_t d = 0; d < DELIMITERS && row < LINES_LOOKED_AT; d++)
            counts[row][d] += !is_quoted && c == delimiters[d];
    }
    return row < LINES_LOOKED_AT ? row + 1 : row;
}

/* Of the rows that agree in their number of that delimiter the most: all their delimiters. */
static size_t weigh_delimiter(size_t rows, size_t counts[LINES_LOOKED_AT][DELIMITERS], size_t d)
{
    size_t best = 0;
    for (size_t i = 0; i < rows; i++) {
        size_t alike = 0;
        for (size_t k = 0; k < rows; k++)
            alike += counts[k][d] == counts[i][d];
        best = alike * counts[i][d] > best ? alike * counts[i][d] : best;
    }
    return best;
}

unsigned char file_start_delimiter_of_rows(struct slice text, size_t limit)
{
    size_t counts[LINES_LOOKED_AT][DELIMITERS] = {{0}}, best = 0, weight = 0;
    size_t rows = count_in_rows(text, limit, counts);
    for (size_t d = 0; d < DELIMITERS; d++) {
        size_t found = weigh_delimiter(rows, counts, d);
        if (found > weight) {
            weight = found;
            best = d;
        }
    }
    return (unsigned char)delimiters[best];
}

const char *file_start_delimiter_name(unsigned char delimiter)
{
    if (delimiter == '\t')
        return "tab";
    if (delimiter == '|')
        return "bar";
    return delimiter == ';' ? "semicolon" : "comma";
}

/* What a portal answers to somebody who is not signed in. */
static bool is_web_page(struct slice file)
{
    static const char *const beginnings[] = {"<!doctype html", "<html", "<head", "<?xml"};
    file = slice_trim(file);
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t length = strlen(beginnings[i]);
        if (file.length >= length && strncasecmp(file.bytes, beginnings[i], length) == 0)
            return true;
    }
    return false;
}

bool file_start_is_no_other_format(const char *name, struct slice file, struct error *err)
{
    static const struct {
        const char *beginning, *what;
    } formats[] = {
        {"PK\003\004", "a workbook or another ZIP file"},
        {"\xd0\xcf\x11\xe0", "an old workbook or document"},
        {"%PDF-", "a PDF file"},
        {"SQLite format 3", "a SQLite database"},
        {"\x1f\x8b", "a gzip file"},
        {"\x89PNG", "a picture"},
        {"\x7f"
         "ELF",
         "a program"},
    };
    if (is_web_page(file))
        return error_set(err, ERROR_INPUT, name, 0,
                         "Open the address it came from in a browser, sign in if it asks for that, "
                         "and save the CSV file itself.",
                         "this is a web page or an XML file, not a CSV file");
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        size_t length = strlen(formats[i].beginning);
        if (file.length >= length && memcmp(file.bytes, formats[i].beginning, length) == 0)
            return error_set(
                err, ERROR_INPUT, name, 0,
                "Save it as CSV (in a spreadsheet program: CSV UTF-8), then load that.",
                "this is %s, not a CSV file", formats[i].what);
    }
    return true;
}

bool file_start_is_text(const char *name, struct slice row, struct error *err)
{
    static const char next[] = "Save the file as CSV in UTF-8 (UTF-16 needs a byte order mark).";
    for (size_t i = 0; i < row.length; i++) {
        unsigned char c = (unsigned char)row.bytes[i];
        bool is_control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
        if (is_control)
            return error_set(err, ERROR_INPUT, name, 0, next,
                             "this is not a text file: byte %zu of the header row is \\x%02X",
                             i + 1, (unsigned)c);
    }
    return true;
}

bool file_start_is_missing(const char *name, struct error *err)
{
    return error_set(err, ERROR_INPUT, name, 0,
                     "The first line must name the columns; `concord schema` lists them.",
                     "the file is empty or has no header row");
}

bool file_start_is_too_large(const char *name, int limit_mib, struct error *err)
{
    return error_set(err, ERROR_INPUT, name, 1,
                     "Check that this is the right file, with a line end after each row and every "
                     "quote closed.",
                     "the header row is larger than %d MiB, so this is no CSV file with rows",
                     limit_mib);
}
