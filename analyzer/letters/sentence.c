/* SPDX-License-Identifier: MIT */
#include "letters/sentence.h"

#include "letters/numbers.h"

#include <ctype.h>

/* Words whose full stop does not end a sentence; those behind which a number stands. */
static const char *const short_words[] = {"mr", "mrs",    "ms",   "dr",  "e.g",  "i.e",  "eg",
                                          "ie", "rev",    "prof", "sgt", "insp", "supt", "vs",
                                          "cf", "approx", "st",   "ref", "refs", NULL};
static const char *const numbered_words[] = {"s",   "ss",   "no",  "nos", "para", "paras", "art",
                                             "reg", "regs", "r",   "sec", "sect", "p",     "pp",
                                             "q",   "qs",   "vol", "fig", NULL};

static bool is_listed(struct slice word, const char *const *words)
{
    for (; *words; words++)
        if (slice_is(word, *words))
            return true;
    return false;
}

/* The word that ends before the byte. */
static struct slice word_before(struct slice text, size_t at)
{
    size_t begin = at;
    while (begin > 0 &&
           (isalnum((unsigned char)text.bytes[begin - 1]) || text.bytes[begin - 1] == '.'))
        begin--;
    return (struct slice){text.bytes + begin, at - begin};
}

static bool is_abbreviation(struct slice text, size_t stop, size_t next)
{
    struct slice word = word_before(text, stop);
    if (is_listed(word, short_words))
        return true;
    bool is_before_number =
        next < text.length && (isdigit((unsigned char)text.bytes[next]) || text.bytes[next] == '(');
    if (is_before_number && is_listed(word, numbered_words))
        return true;
    return word.length == 1 && isalpha((unsigned char)word.bytes[0]) && word.bytes[0] != 'i' &&
           next < text.length && isalpha((unsigned char)text.bytes[next]) &&
           text.length > next + 1 && text.bytes[next + 1] == '.';
}

/* "Our answers are: 1) ..." */
static bool begins_list(struct slice text, size_t at)
{
    static const char *const firsts[] = {" 1) ", " (1) ", " 1. ", " a) ", " (a) ", NULL};
    static const char *const leads[] = {"answer", "respon", "repl", "asked", NULL};
    bool is_lead = false;
    for (const char *const *lead = leads; *lead; lead++)
        is_lead |= memmem(text.bytes, at, *lead, strlen(*lead)) != NULL;
    for (const char *const *first = firsts; *first && is_lead; first++)
        if (text.length - at > strlen(*first) &&
            memcmp(text.bytes + at, *first, strlen(*first)) == 0)
            return true;
    return false;
}

static bool is_stop(char byte)
{
    return byte == '.' || byte == '?' || byte == '!';
}

size_t sentence_length(struct slice text)
{
    struct number_list label;
    size_t at = numbers_at_start(text, &label) ? label.end : 0;
    if (at == 0 && text.length > 2 && strchr("qa", text.bytes[0]) && text.bytes[1] == '.')
        at = 2; /* "Q. How many? A. Nine." */
    for (; at < text.length; at++) {
        if (text.bytes[at] == ':' && begins_list(text, at + 1))
            return at + 2;
        if (!is_stop(text.bytes[at]))
            continue;
        size_t after = at + 1;
        while (after < text.length && strchr("\"')", text.bytes[after]))
            after++;
        if (after == text.length)
            return after;
        if (text.bytes[after] != ' ')
            continue;
        if (text.bytes[at] != '.' || !is_abbreviation(text, at, after + 1))
            return after + 1;
    }
    return text.length;
}
