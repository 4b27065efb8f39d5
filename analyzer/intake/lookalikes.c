/* SPDX-License-Identifier: MIT */
#include "intake/lookalikes.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "reader/embedded_table.h"

#include <stdlib.h>

static const char path[] = "datasets/reference/lookalikes.csv";

/* The mark says which script it is; what is common to several scripts is of none. A letter or a
 * digit: signs are not taken for one. */
#define OF(said, script) "(*MARK:" said ")\\p{sc:" script "}|"
/* clang-format off */
static const char others[] =
    "(?:"
    OF("Greek", "Greek") OF("Cyrillic", "Cyrillic") OF("Armenian", "Armenian")
    OF("Hebrew", "Hebrew") OF("Arabic", "Arabic") OF("Cherokee", "Cherokee")
    OF("Coptic", "Coptic") OF("Georgian", "Georgian") OF("Lisu", "Lisu")
    OF("Devanagari", "Devanagari") OF("Bengali", "Bengali") OF("Thai", "Thai")
    OF("Chinese", "Han") OF("Korean", "Hangul") OF("Japanese", "Hiragana")
    OF("Japanese", "Katakana")
    "(*MARK:of another script)(?![\\p{sc:Latin}\\p{sc:Common}\\p{sc:Inherited}])."
    ")(?<=[\\p{L}\\p{Nd}])";
/* clang-format on */

enum { FIELD_LETTER, FIELD_CODE_POINT, FIELD_NAME, FIELD_LATIN, FIELDS };

static void add(void *context, const struct slice *fields)
{
    struct lookalikes *l = context;
    l->latin = memory_grow(l->latin, l->count, &l->room, sizeof *l->latin);
    l->latin[l->count] = slice_copy(fields[FIELD_LATIN]);
    text_index_add(&l->letters, fields[FIELD_LETTER], (int32_t)l->count++);
}

bool lookalikes_read(struct lookalikes *l, struct error *err)
{
    char reason[200];
    l->others = pattern_new(slice_of(others), NULL, reason, sizeof reason);
    if (!l->others)
        internal_fault("the pattern for letters of other scripts: %s", reason);
    return embedded_table_read(path, FIELDS, add, l, err);
}

void lookalikes_done(struct lookalikes *l)
{
    text_index_done(&l->letters);
    for (size_t i = 0; i < l->count; i++)
        free(l->latin[i]);
    free(l->latin);
    pattern_free(l->others);
    *l = (struct lookalikes){0};
}

static bool find(const struct lookalikes *l, struct slice text, size_t from,
                 struct pattern_match *ret)
{
    return l->others && pattern_find(l->others, text, from, ret) == PATTERN_FOUND;
}

static bool is_ascii(struct slice text)
{
    return utf8_ascii_length(text) == text.length;
}

bool lookalikes_has_other(const struct lookalikes *l, struct slice text)
{
    struct pattern_match match;
    return !is_ascii(text) && find(l, text, 0, &match);
}

static int characters_before(struct slice text, size_t end)
{
    int count = 0;
    int32_t unused;
    for (size_t at = 0; at < end; count++)
        at += utf8_next(text, at, &unused);
    return count;
}

void lookalikes_describe(const struct lookalikes *l, struct slice text, char out[LOOKALIKES_BYTES])
{
    enum { TOLD = 3 };
    struct pattern_match match;
    int found = 0;
    out[0] = '\0';
    for (size_t at = 0; at < text.length && find(l, text, at, &match); at = match.end) {
        if (found++ >= TOLD)
            continue;
        int32_t character = 0;
        char shown[16];
        utf8_next(text, match.begin, &character);
        utf8_show((struct slice){text.bytes + match.begin, match.end - match.begin}, shown,
                  sizeof shown);
        text_add(out, LOOKALIKES_BYTES, "%scharacter %d, \"%s\", is %s (U+%04X)",
                 found > 1 ? ", " : "", characters_before(text, match.begin) + 1, shown, match.mark,
                 (unsigned)character);
    }
    if (found > TOLD)
        text_add(out, LOOKALIKES_BYTES, ", and %d more", found - TOLD);
}

size_t lookalikes_latin(const struct lookalikes *l, struct slice text, char *out, size_t size,
                        bool *ret_whole)
{
    size_t used = 0;
    *ret_whole = true;
    for (size_t at = 0; at < text.length;) {
        int32_t character;
        struct slice letter = {text.bytes + at, utf8_next(text, at, &character)};
        int32_t found = letter.length > 1 ? text_index_find(&l->letters, letter) : -1;
        struct slice put = found < 0 ? letter : slice_of(l->latin[found]);
        if (found < 0 && lookalikes_has_other(l, letter))
            *ret_whole = false;
        if (used + put.length >= size)
            break;
        memcpy(out + used, put.bytes, put.length);
        used += put.length;
        at += letter.length;
    }
    out[used] = '\0';
    return used;
}

struct slice lookalikes_liken(const struct lookalikes *l, struct slice text, char *out, size_t size)
{
    bool is_whole;
    if (!lookalikes_has_other(l, text))
        return text;
    return (struct slice){out, lookalikes_latin(l, text, out, size, &is_whole)};
}
