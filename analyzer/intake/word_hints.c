/* SPDX-License-Identifier: MIT */
#include "intake/word_hints.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/name.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 40, RUN_WORDS = 7, MOST_FOUND = 4, HINT_BYTES = 400 };

struct words {
    struct slice list[MOST_WORDS];
    size_t count;
};

/* What stands in a text. */
struct found {
    int codes[MOST_FOUND]; /* of the list, each once */
    size_t count;
    const char *advice; /* of the first that says too little; NULL: none */
    bool denies;        /* a no stands apart */
};

static struct words split(const char *folded)
{
    struct words w = {.count = 0};
    static const char between[] = " /,;:.()[]\"+|&-";
    while (w.count < MOST_WORDS) {
        folded += strspn(folded, between);
        size_t length = strcspn(folded, between);
        if (!length)
            break;
        w.list[w.count++] = (struct slice){folded, length};
        folded += length;
    }
    return w;
}

static struct slice join(const struct words *w, size_t first, size_t count, char out[NAME_BYTES])
{
    out[0] = '\0';
    for (size_t i = first; i < first + count; i++)
        text_add(out, NAME_BYTES, "%s%.*s", i > first ? " " : "", (int)w->list[i].length,
                 w->list[i].bytes);
    return slice_of(out);
}

static void add_code(struct found *f, int code)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->codes[i] == code)
            return;
    if (f->count < MOST_FOUND)
        f->codes[f->count++] = code;
}

/* Notes what a run of words says; false where that is nothing. */
static bool look_up(const struct word_book *book, const struct vocabulary *words, struct slice run,
                    struct found *f)
{
    int code = vocabulary_code(words, run);
    const struct word_meaning *meaning = code < 0 ? word_book_find(book, words->name, run) : NULL;
    if (meaning && *meaning->word)
        code = vocabulary_code(words, slice_of(meaning->word));
    if (code >= 0)
        add_code(f, code);
    else if (meaning && !f->advice)
        f->advice = meaning->advice;
    return code >= 0 || meaning;
}

static bool says_no(struct slice word)
{
    static const char *const words[] = {"no", "not", "non", "nor", "never", "without", "isn't"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(word, words[i]))
            return true;
    return false;
}

/* The longest run at each place; a single no says nothing of itself. */
static struct found find_all(const struct word_book *book, const struct vocabulary *words,
                             const struct words *w)
{
    struct found f = {.count = 0};
    char run[NAME_BYTES];
    for (size_t i = 0; i < w->count;) {
        size_t rest = w->count - i, n = rest < RUN_WORDS ? rest : RUN_WORDS;
        while (n &&
               ((n == 1 && says_no(w->list[i])) || !look_up(book, words, join(w, i, n, run), &f)))
            n--;
        f.denies = f.denies || (!n && says_no(w->list[i]));
        i += n ? n : 1;
    }
    return f;
}

static void work_out(const struct word_book *book, const struct vocabulary *words,
                     struct slice text, char out[HINT_BYTES])
{
    char folded[NAME_BYTES];
    name_fold(text, folded);
    struct words w = split(folded);
    struct found f = find_all(book, words, &w);
    out[0] = '\0';
    if (f.denies || !(f.count || f.advice))
        return;
    if (f.count < 2 && f.advice) {
        text_cut(out, HINT_BYTES, "%s", f.advice);
        return;
    }
    for (size_t i = 0; i < f.count; i++)
        text_add(out, HINT_BYTES, "%s%s",
                 i == 0             ? f.count == 1 ? "Did you mean " : "It says several: "
                 : i + 1 == f.count ? " and "
                                    : ", ",
                 words->words[f.codes[i]]);
    text_add(out, HINT_BYTES, "%s",
             f.count == 1 ? "? What else the cell says belongs into a column of its own, or into "
                            "note."
                          : ". Give each question a row of its own, or write what the letter as a "
                            "whole says, with partial_ncnd yes where the rest is neither confirmed "
                            "nor denied.");
}

const char *word_hints_find(struct word_hints *hints, const struct word_book *book,
                            const struct vocabulary *words, struct slice text)
{
    int32_t at = text_index_find(&hints->index, text);
    if (at >= 0)
        return hints->texts[at];
    if (hints->count == WORD_HINTS_SOUGHT)
        return "";
    char hint[HINT_BYTES];
    work_out(book, words, text, hint);
    hints->texts = memory_grow(hints->texts, hints->count, &hints->room, sizeof *hints->texts);
    hints->texts[hints->count] = memory_copy(hint);
    text_index_add(&hints->index, text, (int32_t)hints->count);
    return hints->texts[hints->count++];
}

void word_hints_done(struct word_hints *hints)
{
    text_index_done(&hints->index);
    for (size_t i = 0; i < hints->count; i++)
        free(hints->texts[i]);
    free(hints->texts);
    *hints = (struct word_hints){0};
}
