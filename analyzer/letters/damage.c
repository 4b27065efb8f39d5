/* SPDX-License-Identifier: MIT */
#include "letters/damage.h"

#include <ctype.h>

enum { BEGINNING_BYTES = 500, YEAR_DIGITS = 4, WORD_BYTES = 24, WORDS_PER_MISTAKE = 500 };

static bool has_word(struct slice text, const char *const *words)
{
    for (; *words; words++)
        if (memmem(text.bytes, text.length, *words, strlen(*words)))
            return true;
    return false;
}

/* "2024", but not that of an Act, or the two slashes of "09/08/24". */
static bool has_date(struct slice text)
{
    size_t digits = 0, parts = 0;
    for (size_t i = 0; i <= text.length; i++) {
        char byte = i < text.length ? text.bytes[i] : ' ';
        bool is_digit = isdigit((unsigned char)byte) != 0;
        const char *year = text.bytes + i - digits;
        bool is_year = digits == YEAR_DIGITS && !is_digit &&
                       (memcmp(year, "20", 2) == 0 || memcmp(year, "19", 2) == 0) &&
                       !(i >= 8 && memcmp(year - 4, "act ", 4) == 0);
        if (!is_digit && byte != '/' && byte != '.' && byte != '-')
            parts = 0;
        else if (!is_digit)
            parts += digits == 1 || digits == 2;
        if (is_year || (is_digit && parts == 2))
            return true;
        digits = is_digit ? digits + 1 : 0;
    }
    return false;
}

/* Freedom of information, but not the Act of that name. */
static bool names_office(struct slice text)
{
    static const char name[] = "freedom of information", law[] = " act";
    const char *at = memmem(text.bytes, text.length, name, sizeof name - 1);
    size_t left = at ? (size_t)(text.bytes + text.length - at) - (sizeof name - 1) : 0;
    return at &&
           !(left >= sizeof law - 1 && memcmp(at + sizeof name - 1, law, sizeof law - 1) == 0);
}

/* "4. It was not so." */
static bool begins_with_later_number(const struct unit *unit, struct slice text)
{
    struct number_list list;
    bool is_label = (numbers_at_start(text, &list) && list.is_signed) ||
                    (unit->is_row && numbers_of_row(text, &list));
    return is_label && list.count && list.items[0].number > 1;
}

/* Something with which a letter, a page or an e-mail begins. */
static bool is_beginning(const struct unit *unit, struct slice text)
{
    static const char *const starts[] = {"dear ", "hi ",  "hello", "good ",   "mr ",  "mrs ",
                                         "ms ",   "dr ",  "sir",   "madam",   "to: ", "to ",
                                         "from:", "sent", "date",  "subject", NULL};
    static const char *const words[] = {
        "ref",    "foi",        "f.o.i",     "request form", "dear",          "disclosure log",
        "notice", "our letter", "you asked", "you wrote",    "thank you for", NULL};
    bool asks = unit->zone == ZONE_REQUEST && unit->because &&
                (strncmp(unit->because, "h-request", 9) == 0 ||
                 strncmp(unit->because, "l-request", 9) == 0 ||
                 strncmp(unit->because, "c-request", 9) == 0);
    for (const char *const *start = starts; *start; start++)
        if (text.length >= strlen(*start) && memcmp(text.bytes, *start, strlen(*start)) == 0)
            return true;
    return asks || has_word(text, words) || names_office(text) || has_date(text);
}

/* No greeting, date, reference or request stands where a letter begins. */
static bool lacks_beginning(const struct letter_state *s)
{
    size_t seen = 0;
    if (s->text->subject)
        return false;
    for (size_t i = 0; i < s->units.count && seen < BEGINNING_BYTES; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = unit_text(&s->folded, unit);
        if (unit->zone == ZONE_CHROME)
            continue;
        if (!seen && begins_with_later_number(unit, text))
            return true;
        if (is_beginning(unit, text))
            return false;
        seen += text.length;
    }
    return seen > 0;
}

/* The shape of a word to a scanner: rn is m, and 1 is l. */
static size_t write_shape(struct slice word, char out[WORD_BYTES])
{
    static const char alike[][2] = {{'1', 'l'}, {'i', 'l'}, {'0', 'o'},
                                    {'c', 'e'}, {'h', 'b'}, {'5', 's'}};
    size_t length = 0;
    for (size_t i = 0; i < word.length && length + 1 < WORD_BYTES; i++) {
        char byte = word.bytes[i];
        if (byte == 'r' && i + 1 < word.length && word.bytes[i + 1] == 'n') {
            byte = 'm';
            i++;
        }
        for (size_t k = 0; k < sizeof alike / sizeof *alike; k++)
            if (byte == alike[k][0])
                byte = alike[k][1];
        out[length++] = byte;
    }
    out[length] = '\0';
    return length;
}

/* Words of every letter, of whose shape no other word is. */
static const char *const common_words[] = {
    "this",      "that",         "which",        "with",      "have",        "been",
    "were",      "will",         "would",        "should",    "there",       "their",
    "these",     "those",        "when",         "where",     "whether",     "other",
    "under",     "section",      "request",      "requested", "information", "police",
    "force",     "exemption",    "exempt",       "public",    "interest",    "confirm",
    "neither",   "held",         "question",     "questions", "answer",      "response",
    "received",  "record",       "records",      "about",     "between",     "because",
    "before",    "officer",      "officers",     "letter",    "decision",    "from",
    "your",      "you",          "our",          "for",       "not",         "more",
    "some",      "time",         "they",         "them",      "what",        "each",
    "must",      "name",         "number",       "first",     "service",     "freedom",
    "complaint", "commissioner", "constabulary", "such",      "the",         "may",
    "has",       "made",         "department",   "disclose",  "disclosure",  "whole",
    "cost",      "years",        "review",       "reply",     "team",        "holding",
    "law",       "enforcement",  "national",     "security",  NULL};

/* Has a scanner taken the word for another that is none? */
static bool is_misread(struct slice word)
{
    char shape[WORD_BYTES], common[WORD_BYTES];
    size_t length = write_shape(word, shape);
    if (word.length >= WORD_BYTES || slice_is(word, "tbc"))
        return false;
    for (const char *const *at = common_words; *at; at++)
        if (write_shape(slice_of(*at), common) == length && memcmp(shape, common, length) == 0 &&
            !slice_is(word, *at))
            return true;
    return false;
}

static struct slice bare_word(struct slice word)
{
    while (word.length && ispunct((unsigned char)*word.bytes))
        word = (struct slice){word.bytes + 1, word.length - 1};
    while (word.length && ispunct((unsigned char)word.bytes[word.length - 1]))
        word.length--;
    return word;
}

static bool is_scanned_badly(const struct letter_state *s)
{
    size_t words = 0, mistakes = 0;
    for (size_t i = 0; i < s->units.count; i++) {
        struct slice rest = unit_text(&s->folded, &s->units.items[i]), word;
        while (slice_next_part(&rest, ' ', &word)) {
            words++;
            mistakes += is_misread(bare_word(word));
        }
    }
    return mistakes && mistakes * WORDS_PER_MISTAKE >= words;
}

void damage_find(struct letter_state *s)
{
    if (s->flags & coding_flag(s->tables, "welsh"))
        return;
    if (lacks_beginning(s))
        s->flags |= coding_flag(s->tables, "begins_late");
    if (is_scanned_badly(s))
        s->flags |= coding_flag(s->tables, "misread_words");
}
