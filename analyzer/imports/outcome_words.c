/* SPDX-License-Identifier: MIT */
#include "imports/outcome_words.h"

#include "base/error.h"
#include "base/memory.h"

#include <string.h>

static const char *const kind_words[] = {
#define KIND_WORD(code, word) word,
    OUTCOME_KINDS(KIND_WORD)
#undef KIND_WORD
};

static enum outcome_kind kind_of(const char *name, bool *ret_is_uncertain)
{
    size_t length = strcspn(name, "?");
    int kind = 0;
    while (kind < OUTCOME_KIND_COUNT &&
           !(strlen(kind_words[kind]) == length && memcmp(kind_words[kind], name, length) == 0))
        kind++;
    if (kind == OUTCOME_KIND_COUNT)
        internal_fault("outcome-words.csv: no kind \"%s\"", name);
    *ret_is_uncertain = name[length] == '?';
    return (enum outcome_kind)kind;
}

bool outcome_words_say(const struct outcome_words *words, enum outcome_kind kind)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->said[i] == kind)
            return true;
    return false;
}

void outcome_words_drop(struct outcome_words *words, enum outcome_kind kind)
{
    size_t kept = 0;
    for (size_t i = 0; i < words->count; i++)
        if (words->said[i] != kind)
            words->said[kept++] = words->said[i];
    words->count = kept;
}

void outcome_words_replace(struct outcome_words *words, enum outcome_kind kind,
                           enum outcome_kind by)
{
    if (outcome_words_say(words, by))
        outcome_words_drop(words, kind);
    for (size_t i = 0; i < words->count; i++)
        if (words->said[i] == kind)
            words->said[i] = by;
    words->is_often[by] = words->is_often[by] || words->is_often[kind];
}

bool outcome_words_are_uncertain(const struct outcome_words *words)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->is_often[words->said[i]])
            return true;
    return false;
}

static void take(struct outcome_words *words, const char *name)
{
    bool is_uncertain;
    enum outcome_kind kind = kind_of(name, &is_uncertain);
    if (kind == SAYS_FILLER)
        return;
    words->is_often[kind] = words->is_often[kind] || is_uncertain;
    if (!outcome_words_say(words, kind))
        words->said[words->count++] = kind;
}

static void take_unknown(struct outcome_words *words, struct slice word)
{
    static const char *const turning[] = {"not",    "no",      "never", "nor",    "neither",
                                          "none",   "without", "if",    "unless", "may",
                                          "might",  "cannot",  "cant",  "dont",   "doesnt",
                                          "except", "nothing", "didnt", "wont",   "isnt"};
    words->unknown++;
    for (size_t i = 0; i < sizeof turning / sizeof *turning; i++)
        words->is_reversed = words->is_reversed || slice_is(word, turning[i]);
}

/* Without apostrophes: "don't", "NCND'd". */
static char *without_apostrophes(const char *words)
{
    char *plain = memory_copy(words);
    size_t length = 0;
    for (const char *c = words; *c; c++)
        if (*c != '\'')
            plain[length++] = *c;
    plain[length] = '\0';
    return plain;
}

void outcome_words_read(const struct pattern_table *table, const char *words,
                        struct outcome_words *ret)
{
    SCOPED_TEXT plain = without_apostrophes(words);
    struct slice whole = slice_of(plain);
    struct pattern_match match;
    *ret = (struct outcome_words){.count = 0};
    for (size_t at = 0; at < whole.length; at += strspn(plain + at, " ")) {
        size_t end = at;
        const char *name = NULL;
        for (size_t i = 0; i < table->count; i++)
            if (pattern_find_at(table->list[i].pattern, whole, at, &match) == PATTERN_FOUND &&
                match.end > end) {
                end = match.end;
                name = table->list[i].kind;
            }
        if (name)
            take(ret, name);
        else {
            end = at + strcspn(plain + at, " ");
            take_unknown(ret, (struct slice){plain + at, end - at});
        }
        at = end;
    }
}
