/* SPDX-License-Identifier: MIT */
#include "intake/value_address.h"

#include "domain/address.h"
#include "domain/spreadsheet.h"
#include "domain/vocabulary.h"

#include <ctype.h>
#include <strings.h>

static bool begins_with(struct slice s, const char *beginning)
{
    size_t length = strlen(beginning);
    return s.length >= length && strncasecmp(s.bytes, beginning, length) == 0;
}

/* A place on the writer's own disk, which leads no reader anywhere. */
static bool is_own_path(struct slice s)
{
    bool is_drive = s.length > 2 && isalpha((unsigned char)s.bytes[0]) && s.bytes[1] == ':' &&
                    (s.bytes[2] == '\\' || s.bytes[2] == '/');
    return is_drive || begins_with(s, "\\\\") || begins_with(s, "file:");
}

/* "yes" and "true" say that there was one. */
static bool says_none(const struct word_book *book, struct slice s)
{
    int given = yes_no_parse(s);
    if (given >= 0)
        return given == 0;
    return spreadsheet_is_placeholder(s) || is_own_path(s) || word_book_find(book, "address", s);
}

void value_address_read(const struct word_book *book, struct slice text, struct value *value)
{
    value->text = text;
    if (begins_with(text, "http") && memmem(text.bytes, text.length, "://", 3))
        return;
    if (says_none(book, text)) {
        value->is_known = false;
        value->notes |= NOTE_NO_VALUE;
    } else if (!address_is_in(text)) {
        value->notes |= NOTE_NO_ADDRESS;
    }
}
