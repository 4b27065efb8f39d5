/* SPDX-License-Identifier: MIT */
#include "classify/person_name.h"

#include "base/utf8.h"

#include <ctype.h>

enum { GAP_MAX = 3 }; /* blanks between two words of a name; more divide columns */

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c > 0x7f;
}

static size_t skip_blanks(struct slice text, size_t at)
{
    for (size_t n = 0; at < text.length && n <= GAP_MAX; n++) {
        if (text.bytes[at] == ' ' || text.bytes[at] == '\t')
            at++;
        else if (at + 1 < text.length && memcmp(text.bytes + at, "\xc2\xa0", 2) == 0)
            at += 2;
        else
            return at;
    }
    return at;
}

/* "Marsh's" is Marsh, and "Marsh." at the end of a sentence too; "J." is an initial. */
static struct slice without_tail(struct slice word)
{
    word = slice_without_end(slice_without_end(word, "'s"), "\xe2\x80\x99s");
    for (bool again = true; again;) {
        struct slice shorter =
            slice_without_end(slice_without_end(slice_without_end(word, "'"), "\xe2\x80\x99"), "-");
        bool is_sentence = shorter.length > 3 && slice_ends_with(shorter, ".") &&
                           memchr(shorter.bytes, '.', shorter.length - 1) == NULL;
        if (is_sentence)
            shorter = slice_without_end(shorter, ".");
        again = shorter.length < word.length;
        word = shorter;
    }
    return word;
}

/* A word with a capital, or a particle of names; empty: none. */
static struct slice word_at(const struct name_grammar *grammar, struct slice text, size_t at)
{
    struct pattern_match match;
    if (at >= text.length || (at > 0 && is_word_byte(text.bytes[at - 1])))
        return (struct slice){"", 0};
    if (pattern_find_at(grammar->word, text, at, &match) == PATTERN_FOUND)
        return (struct slice){text.bytes + at, match.end - at};
    size_t end = at;
    while (end < text.length && islower((unsigned char)text.bytes[end]))
        end++;
    const struct slice word = {text.bytes + at, end - at};
    bool is_whole = end > at && (end == text.length || !is_word_byte(text.bytes[end]));
    return is_whole && mask_words_kind(&grammar->words, word) == MASK_WORD_PARTICLE
               ? word
               : (struct slice){"", 0};
}

/* The number of an officer stands between rank and name. */
static size_t skip_number(struct slice text, size_t at)
{
    size_t end = at;
    while (end < text.length && isdigit((unsigned char)text.bytes[end]))
        end++;
    return end > at && end - at <= 6 ? skip_blanks(text, end) : at;
}

/* "Mr and Mrs Smith", "Ms Smith and Mr Jones": what stands behind "and", or 0. */
static size_t behind_and(const struct name_grammar *grammar, struct slice text, size_t at)
{
    static const char *const joints[] = {"and ", "& ", "or ", NULL};
    for (const char *const *joint = joints; *joint; joint++) {
        size_t length = strlen(*joint);
        if (at + length > text.length || memcmp(text.bytes + at, *joint, length) != 0)
            continue;
        size_t next = skip_blanks(text, at + length);
        struct slice word = word_at(grammar, text, next);
        if (word.length && mask_words_kind(&grammar->words, word) == MASK_WORD_TITLE)
            return next;
    }
    return 0;
}

enum step { STEP_ON, STEP_END, STEP_NO_PERSON };

static enum step take_name(struct name_found *found, struct slice text, struct slice word,
                           bool is_particle)
{
    struct slice bare = is_particle ? word : without_tail(word);
    if (found->count == NAME_WORDS_MAX)
        return STEP_END;
    found->words[found->count++] = bare;
    found->end = (size_t)(bare.bytes - text.bytes) + bare.length;
    return bare.length < word.length ? STEP_END : STEP_ON;
}

/* A title may be the whole word "Sir", of nobody in particular: then no name follows. */
static enum step take_word(const struct name_grammar *grammar, struct name_found *found,
                           struct slice text, struct slice word)
{
    size_t at = (size_t)(word.bytes - text.bytes);
    bool is_initial = word.length == 1 || (word.length == 2 && word.bytes[1] == '.');
    enum mask_word kind =
        is_initial ? MASK_WORD_ANY : mask_words_kind(&grammar->words, without_tail(word));
    bool is_first = found->count == 0;
    switch (kind) {
    case MASK_WORD_TITLE:
        if (!is_first)
            return STEP_END;
        found->begin = found->is_titled ? found->begin : at;
        found->is_titled = true;
        return STEP_ON;
    case MASK_WORD_RANK:
        if (!is_first || (word.length > 5 && slice_ends_with(word, ".")))
            return STEP_END;
        found->is_ranked = true;
        found->begin = at + word.length;
        return STEP_ON;
    case MASK_WORD_PLACE:
    case MASK_WORD_BODY:
        return found->is_titled && !is_first ? STEP_END : STEP_NO_PERSON;
    case MASK_WORD_STOP:
        return STEP_END;
    case MASK_WORD_ROLE:
        if (!is_first || !found->is_titled)
            return STEP_END;
        break;
    case MASK_WORD_PARTICLE:
        if (is_first && !found->is_titled && islower((unsigned char)*word.bytes))
            return STEP_END;
        return take_name(found, text, word, true);
    case MASK_WORD_ANY:
    case MASK_WORD_ORDINARY:
    default:
        break;
    }
    if (is_first && !found->is_titled && !found->is_ranked)
        found->begin = at;
    return take_name(found, text, word, false);
}

static void drop_last_particles(const struct name_grammar *grammar, struct slice text,
                                struct name_found *found)
{
    while (found->count > 0 && islower((unsigned char)*found->words[found->count - 1].bytes) &&
           mask_words_kind(&grammar->words, found->words[found->count - 1]) == MASK_WORD_PARTICLE) {
        found->count--;
        if (found->count)
            found->end = (size_t)(found->words[found->count - 1].bytes - text.bytes) +
                         found->words[found->count - 1].length;
    }
}

/* "Open Data Institute": a word alone, and behind it what offices are called. */
static bool is_before_office(const struct name_grammar *grammar, struct slice text, size_t at)
{
    struct slice word = word_at(grammar, text, skip_blanks(text, at));
    enum mask_word kind = mask_words_kind(&grammar->words, word);
    return word.length && (kind == MASK_WORD_ROLE || kind == MASK_WORD_PLACE);
}

/* "Harrowby & Fenland Police", "Audit team": what stands behind the words makes a body of them. */
static bool is_of_body(const struct name_grammar *grammar, struct slice text, size_t at)
{
    enum { WORDS = 4 };
    for (int i = 0; i < WORDS; i++) {
        size_t begin = skip_blanks(text, at), end = begin;
        while (end < text.length && (is_word_byte(text.bytes[end]) || text.bytes[end] == '&'))
            end++;
        const struct slice word = {text.bytes + begin, end - begin};
        if (!word.length)
            return false;
        if (mask_words_kind(&grammar->words, word) == MASK_WORD_BODY)
            return true;
        bool is_joint = slice_is(word, "&") || slice_is(word, "and");
        if (i == 0 ? !is_joint : !isupper((unsigned char)*word.bytes))
            return false;
        at = end;
    }
    return false;
}

struct name_found name_read(const struct name_grammar *grammar, struct slice text, size_t at)
{
    const struct name_found none = {.begin = at, .end = at};
    struct name_found found = none;
    enum step step = STEP_ON;
    for (at = skip_blanks(text, at); step == STEP_ON;) {
        struct slice word = word_at(grammar, text, at);
        if (!word.length) {
            size_t next = found.is_titled ? behind_and(grammar, text, at) : 0;
            if (!next)
                break;
            at = next;
            word = word_at(grammar, text, at);
            if (found.count) { /* another person: one place, and the words of both */
                found.end = at + word.length;
                at = skip_blanks(text, at + word.length);
                continue;
            }
        }
        step = take_word(grammar, &found, text, word);
        if (step == STEP_NO_PERSON)
            return none;
        at = skip_blanks(text, at + word.length);
        if (found.is_ranked && !found.count) {
            found.begin = at; /* the number goes with the name */
            at = skip_number(text, at);
        }
    }
    drop_last_particles(grammar, text, &found);
    bool is_initials = found.count == 1 && found.words[0].length == 1 && found.end < text.length &&
                       !strchr(",\r\n", text.bytes[found.end]);
    found.is_before_office = found.count == 1 && !found.is_titled && !found.is_ranked &&
                             is_before_office(grammar, text, found.end);
    bool is_person =
        found.count && (found.is_titled || (!is_initials && !is_of_body(grammar, text, found.end)));
    return is_person ? found : none;
}

/* Where the word before that byte begins, or the byte itself. */
static size_t word_before(struct slice text, size_t end)
{
    size_t at = end;
    while (at > 0 && (text.bytes[at - 1] == ' ' || text.bytes[at - 1] == '\t'))
        at--;
    size_t begin = at;
    while (begin > 0 &&
           (is_word_byte(text.bytes[begin - 1]) || strchr(".'-", text.bytes[begin - 1])))
        begin--;
    return begin < at ? begin : end;
}

struct name_found name_read_back(const struct name_grammar *grammar, struct slice text, size_t end,
                                 size_t least)
{
    struct name_found best = {.begin = end, .end = end};
    size_t at = end;
    for (int i = 0; i < NAME_WORDS_MAX; i++) {
        size_t begin = word_before(text, at);
        if (begin == at)
            break;
        at = begin;
        struct name_found found = name_read(grammar, text, at);
        if (found.end == end && found.count >= least)
            best = found;
    }
    return best;
}

bool name_stands_small(struct slice text, struct slice word)
{
    char small[64];
    if (word.length < 2 || word.length >= sizeof small)
        return false;
    for (size_t i = 0; i < word.length; i++)
        small[i] = (char)tolower((unsigned char)word.bytes[i]);
    for (size_t from = 0; from + word.length <= text.length;) {
        const char *found = memmem(text.bytes + from, text.length - from, small, word.length);
        if (!found)
            return false;
        size_t at = (size_t)(found - text.bytes), end = at + word.length;
        char before = at ? text.bytes[at - 1] : ' ',
             after = end < text.length ? text.bytes[end] : ' ';
        /* what is of an address is no word */
        if (!is_word_byte(before) && !is_word_byte(after) && !strchr("@._-/", before) &&
            !strchr("@_-/", after))
            return true;
        from = end;
    }
    return false;
}

bool name_is_ordinary(const struct name_grammar *grammar, struct slice text, struct slice word)
{
    bool is_initial = word.length == 1 || (word.length == 2 && word.bytes[1] == '.');
    return !is_initial && (mask_words_kind(&grammar->words, word) != MASK_WORD_ANY ||
                           name_stands_small(text, word));
}
