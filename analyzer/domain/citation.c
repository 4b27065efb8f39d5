/* SPDX-License-Identifier: MIT */
#include "domain/citation.h"

#include <strings.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return ((unsigned char)c | 0x20) >= 'a' && ((unsigned char)c | 0x20) <= 'z';
}

static struct slice drop(struct slice s, size_t bytes)
{
    return (struct slice){s.bytes + bytes, s.length - bytes};
}

/* The length of the separator at s: "and" counts only as a word of its own. */
static size_t separator_length(struct slice s, char before)
{
    char c = s.bytes[0];
    if (c == ';' || c == ',' || c == '&')
        return 1;
    if (s.length < 3 || strncasecmp(s.bytes, "and", 3) != 0 || is_letter(before))
        return 0;
    return s.length == 3 || !is_letter(s.bytes[3]) ? 3 : 0;
}

/* Takes what stands before the next separator; both are dropped from *rest. */
static struct slice take_item(struct slice *rest)
{
    struct slice item = {rest->bytes, 0};
    char before = ' ';
    while (item.length < rest->length) {
        size_t separator = separator_length(drop(*rest, item.length), before);
        if (separator) {
            *rest = drop(*rest, item.length + separator);
            return item;
        }
        before = rest->bytes[item.length++];
    }
    *rest = drop(*rest, rest->length);
    return item;
}

/* Letters come with no-break spaces (U+00A0), so these count too. */
static void skip_spaces(struct slice *s)
{
    for (;;) {
        if (s->length >= 2 && memcmp(s->bytes, "\xc2\xa0", 2) == 0)
            *s = drop(*s, 2);
        else if (s->length && (s->bytes[0] == ' ' || (s->bytes[0] >= '\t' && s->bytes[0] <= '\r')))
            *s = drop(*s, 1);
        else
            return;
    }
}

static struct slice take_letters(struct slice *s)
{
    struct slice word = {s->bytes, 0};
    while (word.length < s->length && is_letter(s->bytes[word.length]))
        word.length++;
    *s = drop(*s, word.length);
    return word;
}

static bool take_byte(struct slice *s, char byte)
{
    if (s->length == 0 || s->bytes[0] != byte)
        return false;
    *s = drop(*s, 1);
    return true;
}

static bool is_one_of(struct slice word, const char *const *words)
{
    for (; *words; words++) {
        if (strlen(*words) == word.length && strncasecmp(*words, word.bytes, word.length) == 0)
            return true;
    }
    return false;
}

/* Four digits of a year and no more. */
static bool take_year(struct slice *s)
{
    if (s->length < 4 || (memcmp(s->bytes, "19", 2) != 0 && memcmp(s->bytes, "20", 2) != 0))
        return false;
    bool is_year = is_digit(s->bytes[2]) && is_digit(s->bytes[3]) &&
                   (s->length == 4 || !is_digit(s->bytes[4]));
    if (is_year)
        *s = drop(*s, 4);
    return is_year;
}

/* The words that name an Act: "of the Freedom of Information (Scotland) Act 2002".
 * Takes the next of them; false where something else stands there. */
static bool take_act_word(struct slice *s)
{
    static const char *const words[] = {
        "of",          "the",      "under",         "act",         "foia",
        "foi",         "foisa",    "eir",           "eirs",        "freedom",
        "information", "scotland", "environmental", "regulations", NULL};
    struct slice after = *s;
    bool is_bracketed = take_byte(&after, '(');
    struct slice word = take_letters(&after);
    if (!is_one_of(word, words) && !take_year(&after))
        return false;
    if (is_bracketed && !take_byte(&after, ')'))
        return false;
    *s = after;
    return true;
}

/* "FOIA 2000 s." before the number. */
static void skip_prefix(struct slice *s)
{
    static const char *const sections[] = {"s",       "ss",         "sec",         "sect",
                                           "section", "sections",   "r",           "reg",
                                           "regs",    "regulation", "regulations", NULL};
    skip_spaces(s);
    struct slice after = *s;
    struct slice word = take_letters(&after);
    while (word.length && !is_one_of(word, sections) && take_act_word(s)) {
        skip_spaces(s);
        if (take_year(s))
            skip_spaces(s);
        after = *s;
        word = take_letters(&after);
    }
    if (!is_one_of(word, sections))
        return;
    *s = after;
    take_byte(s, '.');
    skip_spaces(s);
}

struct writer {
    char *out;
    size_t used;
};

static bool put(struct writer *w, char byte)
{
    if (w->used == CITATION_BYTES - 1)
        return false;
    w->out[w->used++] = byte;
    return true;
}

static char upper(char c)
{
    return (char)(is_letter(c) ? c & ~0x20 : c);
}

static char lower(char c)
{
    return (char)(is_letter(c) ? c | 0x20 : c);
}

/* 31, 22A, and within brackets 5B: a number with at most one letter after it. */
static bool copy_number(struct slice *s, size_t max_digits, struct writer *w)
{
    size_t digits = 0;
    if (s->length == 0 || s->bytes[0] == '0')
        return false;
    while (digits < s->length && digits <= max_digits && is_digit(s->bytes[digits])) {
        if (!put(w, s->bytes[digits++]))
            return false;
    }
    if (digits == 0 || digits > max_digits)
        return false;
    *s = drop(*s, digits);
    if (s->length == 0 || !is_letter(s->bytes[0]))
        return true;
    bool is_single = s->length == 1 || (!is_letter(s->bytes[1]) && !is_digit(s->bytes[1]));
    bool is_put = is_single && put(w, upper(s->bytes[0]));
    *s = drop(*s, 1);
    return is_put;
}

/* A paragraph: a letter or two, or a small roman number. */
static bool copy_letters(struct slice *s, struct writer *w)
{
    struct slice word = take_letters(s);
    if (word.length == 0 || word.length > 4)
        return false;
    for (size_t i = 0; i < word.length; i++) {
        char letter = lower(word.bytes[i]);
        bool is_roman = letter == 'i' || letter == 'v' || letter == 'x';
        if ((word.length > 2 && !is_roman) || !put(w, letter))
            return false;
    }
    return true;
}

/* "( 3 )": false where no readable bracket stands there; s and w then stay. */
static bool copy_bracket(struct slice *s, struct writer *w)
{
    struct slice after = *s;
    struct writer trial = *w;
    skip_spaces(&after);
    if (!take_byte(&after, '(') || !put(&trial, '('))
        return false;
    skip_spaces(&after);
    bool is_number = after.length && is_digit(after.bytes[0]);
    if (is_number ? !copy_number(&after, 2, &trial) : !copy_letters(&after, &trial))
        return false;
    skip_spaces(&after);
    if (!take_byte(&after, ')') || !put(&trial, ')'))
        return false;
    *s = after;
    *w = trial;
    return true;
}

static bool read_item(struct slice item, char out[CITATION_BYTES])
{
    struct writer w = {.out = out};
    skip_prefix(&item);
    if (!copy_number(&item, 3, &w))
        return false;
    while (copy_bracket(&item, &w))
        ;
    out[w.used] = '\0';
    for (;;) {
        skip_spaces(&item);
        if (item.length == 0)
            return true;
        if (!take_byte(&item, '.') && !take_act_word(&item))
            return false;
    }
}

int citation_next(struct slice *rest, char out[CITATION_BYTES], struct slice *ret_bad)
{
    while (rest->length) {
        struct slice item = take_item(rest);
        struct slice content = item;
        skip_spaces(&content);
        if (content.length == 0)
            continue;
        if (read_item(item, out))
            return 1;
        *ret_bad = slice_trim(item);
        return -1;
    }
    return 0;
}

bool citation_begins_with(struct slice citation, struct slice row)
{
    if (row.length == 0 || citation.length < row.length ||
        memcmp(citation.bytes, row.bytes, row.length) != 0)
        return false;
    return citation.length == row.length || citation.bytes[row.length] == '(';
}

struct slice citation_section(struct slice citation)
{
    const char *bracket = citation.length ? memchr(citation.bytes, '(', citation.length) : NULL;
    if (bracket)
        citation.length = (size_t)(bracket - citation.bytes);
    return citation;
}
