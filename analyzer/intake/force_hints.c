/* SPDX-License-Identifier: MIT */
#include "intake/force_hints.h"

#include "base/text.h"
#include "domain/name.h"

/* A name that is part of another has so many words at most, and so many letters at least. */
enum { RUN_WORDS = 8, RUN_BYTES = 4, SHORT_BYTES = 3, MOST_WORDS = 100, MOST_HINTS = 3 };

/* The words of a folded text, within it. */
struct words {
    struct slice list[MOST_WORDS];
    size_t count;
};

static bool is_between(char c)
{
    return c && strchr(" _/,;:.()[]\"+|", c);
}

static struct words split(const char *folded)
{
    struct words words = {.count = 0};
    while (words.count < MOST_WORDS) {
        while (is_between(*folded))
            folded++;
        const char *start = folded;
        while (*folded && !is_between(*folded))
            folded++;
        if (folded == start)
            break;
        words.list[words.count++] = (struct slice){start, (size_t)(folded - start)};
    }
    return words;
}

/* Some words with one space between them; cut where it does not fit, and then nothing's name. */
static struct slice join(const struct words *words, size_t first, size_t count,
                         char out[NAME_BYTES])
{
    out[0] = '\0';
    for (size_t i = first; i < first + count; i++)
        text_add(out, NAME_BYTES, "%s%.*s", i > first ? " " : "", (int)words->list[i].length,
                 words->list[i].bytes);
    return slice_of(out);
}

/* Calls `look` for every run of words, the longest first at each place. Where it returns a
 * thing, goes on behind the run; where `first_only`, ends. */
typedef const void *look_up(const void *context, struct slice run);

static const void *find_run(const struct words *words, look_up *look, const void *context,
                            size_t *place)
{
    char run[NAME_BYTES];
    for (; *place < words->count; (*place)++) {
        size_t rest = words->count - *place;
        for (size_t n = rest < RUN_WORDS ? rest : RUN_WORDS; n; n--) {
            const void *found = look(context, join(words, *place, n, run));
            if (!found)
                continue;
            *place += n;
            return found;
        }
    }
    return NULL;
}

static const void *look_for_body(const void *book, struct slice run)
{
    return word_book_find(book, "body", run);
}

static const void *look_for_name(const void *context, struct slice run)
{
    const struct names *names = context;
    int32_t at = run.length < RUN_BYTES ? -1 : text_index_find(&names->index, run);
    return at < 0 || names->entries[at].number <= 0 ? NULL : &names->entries[at];
}

/* Within a bracket behind a name, "hosted by Met". */
static const void *look_for_short_name(const void *context, struct slice run)
{
    const struct names *names = context;
    int32_t at = run.length < SHORT_BYTES ? -1 : text_index_find(&names->index, run);
    return at < 0 || names->entries[at].number <= 0 ? NULL : &names->entries[at];
}

/* Abbreviations in full: "w mids" is "west midlands". */
static void write_out(const struct word_book *book, const struct words *words, char out[NAME_BYTES])
{
    char run[NAME_BYTES];
    out[0] = '\0';
    for (size_t i = 0; i < words->count;) {
        const struct word_meaning *meaning = NULL;
        size_t n = words->count - i < 2 ? 1 : 2;
        for (; n && !meaning; n -= !meaning)
            meaning = word_book_find(book, "abbreviation", join(words, i, n, run));
        struct slice as_written = words->list[i];
        struct slice text = meaning ? slice_of(meaning->word) : as_written;
        text_add(out, NAME_BYTES, "%s%.*s", i ? " " : "", (int)text.length, text.bytes);
        i += n ? n : 1;
    }
}

struct hits {
    int32_t numbers[MOST_HINTS + 1];
    size_t count;
};

static void add_hit(struct hits *hits, int32_t number)
{
    for (size_t i = 0; i < hits->count; i++)
        if (hits->numbers[i] == number)
            return;
    if (hits->count <= MOST_HINTS)
        hits->numbers[hits->count++] = number;
}

static void find_contained(const struct names *names, const struct words *words, struct hits *hits)
{
    size_t place = 0;
    const struct name_entry *entry;
    while ((entry = find_run(words, look_for_name, names, &place)))
        add_hit(hits, entry->number);
}

/* Does the name hold the text as whole words? */
static bool holds(const char *name, const char *text)
{
    size_t length = strlen(text);
    for (const char *at = name; (at = strstr(at, text)); at++)
        if ((at == name || at[-1] == ' ') && (!at[length] || at[length] == ' '))
            return true;
    return false;
}

static void find_holding(const struct names *names, const char *text, struct hits *hits)
{
    if (strlen(text) < RUN_BYTES)
        return;
    for (size_t i = 0; i < names->count && hits->count <= MOST_HINTS; i++)
        if (names->entries[i].number > 0 && holds(names->index.texts[i], text))
            add_hit(hits, names->entries[i].number);
}

/* Of more than a few it says nothing. */
static bool write_hits(const struct names *names, const struct hits *hits, char out[HINT_BYTES])
{
    out[0] = '\0';
    for (size_t i = 0; i < hits->count && hits->count <= MOST_HINTS; i++)
        text_add(out, HINT_BYTES - 1, "%s%s", i ? " or " : "Did you mean ",
                 names->shown[hits->numbers[i] - 1]);
    if (out[0])
        text_add(out, HINT_BYTES, "?");
    return out[0];
}

bool hint_for_name(const struct names *names, const struct word_book *book, struct slice text,
                   char out[HINT_BYTES])
{
    char folded[NAME_BYTES], full[NAME_BYTES];
    struct hits hits = {.count = 0};
    name_fold(text, folded);
    int32_t number = text_index_find(&names->codes, slice_of(folded));
    if (number > 0) {
        add_hit(&hits, number);
        return write_hits(names, &hits, out);
    }
    struct words words = split(folded);
    size_t place = 0;
    const struct word_meaning *body = find_run(&words, look_for_body, book, &place);
    if (body) {
        text_cut(out, HINT_BYTES,
                 "No force of the registry: %s. Write the force that answered, or add the body in "
                 "forces_extra.csv.",
                 body->advice);
        return true;
    }
    write_out(book, &words, full);
    words = split(full);
    find_contained(names, &words, &hits);
    if (!hits.count)
        find_holding(names, full, &hits);
    return write_hits(names, &hits, out);
}

const char *hint_of_body(const struct word_book *book, struct slice text)
{
    char folded[NAME_BYTES];
    name_fold(text, folded);
    struct words words = split(folded);
    size_t place = 0;
    const struct word_meaning *body = find_run(&words, look_for_body, book, &place);
    return body ? body->advice : NULL;
}

int32_t hint_of_force_within(const struct names *names, struct slice text)
{
    char folded[NAME_BYTES];
    struct hits hits = {.count = 0};
    name_fold(text, folded);
    struct words words = split(folded);
    find_contained(names, &words, &hits);
    return hits.count == 1 ? hits.numbers[0] : 0;
}

/* Another of the registry that the words name, as it is shown. */
static const char *other_name(const struct names *names, const struct words *words, int32_t number)
{
    /* A bracket that is nothing but a name may be short. */
    char whole[NAME_BYTES];
    int32_t at = text_index_find(&names->index, join(words, 0, words->count, whole));
    if (at >= 0 && names->entries[at].number > 0 && names->entries[at].number != number)
        return names->shown[names->entries[at].number - 1];
    size_t place = 0;
    const struct name_entry *entry;
    while ((entry = find_run(words, look_for_short_name, names, &place)))
        if (entry->number != number)
            return names->shown[entry->number - 1];
    return NULL;
}

const char *bracket_names_other(const struct names *names, const struct word_book *book,
                                struct slice text, int32_t number, const char **ret_advice)
{
    *ret_advice = "";
    if (!text.length || text.bytes[text.length - 1] != ')' ||
        names_find(names, text, false) == number)
        return NULL;
    char folded[NAME_BYTES], short_form[NAME_BYTES];
    name_fold(text, folded);
    memcpy(short_form, folded, sizeof folded);
    if (!name_drop_parenthesis(short_form))
        return NULL;
    char *bracket = folded + strlen(short_form);
    struct words words = split(bracket);
    const char *other = other_name(names, &words, number);
    if (other)
        return other;
    /* "essex-police", but "dyfed-powys" as it is. */
    for (char *c = bracket; *c; c++)
        *c = *c == '-' ? ' ' : *c;
    words = split(bracket);
    other = other_name(names, &words, number);
    if (other)
        return other;
    size_t place = 0;
    const struct word_meaning *body = find_run(&words, look_for_body, book, &place);
    if (!body)
        return NULL;
    *ret_advice = body->advice;
    return "another body";
}
