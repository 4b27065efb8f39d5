/* SPDX-License-Identifier: MIT */
#include "store/phrase_set.h"

#include "base/error.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

struct phrase {
    char *text; /* folded */
    int64_t number;
};

/* What grows with the phrases and the texts is memory of SQLite's, whose limit holds for it. */
struct phrase_set {
    struct phrase *phrases;
    size_t count, room;
    bool is_sorted;
    char *folded; /* of the text searched last */
    size_t folded_room;
    size_t first_of[257]; /* where the phrases that begin with a byte begin */
};

struct phrase_set *phrase_set_new(void)
{
    return memory_new(1, sizeof(struct phrase_set));
}

void phrase_set_free(struct phrase_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->count; i++)
        sqlite3_free(set->phrases[i].text);
    sqlite3_free(set->phrases);
    sqlite3_free(set->folded);
    free(set);
}

/* Lower case by way of upper case, so that all letters which a pattern takes for one
 * another are one. */
static utf8proc_int32_t fold_letter(utf8proc_int32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    return utf8proc_tolower(utf8proc_toupper(c));
}

static bool is_white(utf8proc_int32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    utf8proc_category_t category = utf8proc_category(c);
    return c == 0x85 || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

/* A letter folded may be longer than it was, by half at most. */
static size_t folded_room(struct slice text)
{
    return 2 * text.length + 1;
}

/* `out` has folded_room() bytes. Bytes that are no UTF-8 stay as they are. */
static void fold(struct slice text, char *out)
{
    bool after_white = false;
    for (size_t i = 0; i < text.length;) {
        utf8proc_int32_t c = (unsigned char)text.bytes[i];
        utf8proc_ssize_t used = c < 0x80
                                    ? 1
                                    : utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + i,
                                                       (utf8proc_ssize_t)(text.length - i), &c);
        if (used <= 0) {
            *out++ = text.bytes[i++];
            after_white = false;
            continue;
        }
        i += (size_t)used;
        bool white = is_white(c);
        if (!(white && after_white))
            out += utf8proc_encode_char(white ? ' ' : fold_letter(c), (utf8proc_uint8_t *)out);
        after_white = white;
    }
    *out = '\0';
}

/* Room for one more, as memory_grow gives it; NULL where there is none, and items stay. */
static void *grow(void *items, size_t count, size_t *room, size_t item_size)
{
    enum { FIRST_ROOM = 16 };
    if (count < *room)
        return items;
    size_t more = *room ? 2 * *room : FIRST_ROOM;
    void *grown = sqlite3_realloc64(items, more * item_size);
    if (grown)
        *room = more;
    return grown;
}

/* NULL: no memory. */
static char *folded_copy(struct slice text)
{
    char *folded = sqlite3_malloc64(folded_room(text));
    if (!folded)
        return NULL;
    fold(text, folded);
    char *shorter = sqlite3_realloc64(folded, strlen(folded) + 1);
    return shorter ? shorter : folded;
}

bool phrase_set_add(struct phrase_set *set, struct slice phrase, int64_t number)
{
    if (phrase.length == 0)
        return true;
    struct phrase *grown = grow(set->phrases, set->count, &set->room, sizeof *set->phrases);
    if (!grown)
        return false;
    set->phrases = grown;
    char *text = folded_copy(phrase);
    if (text)
        set->phrases[set->count++] = (struct phrase){text, number};
    return text != NULL;
}

static int compare_phrases(const void *left, const void *right)
{
    return strcmp(((const struct phrase *)left)->text, ((const struct phrase *)right)->text);
}

static void sort_phrases(struct phrase_set *set)
{
    if (set->count)
        qsort(set->phrases, set->count, sizeof *set->phrases, compare_phrases);
    for (size_t i = 0, byte = 0; byte <= 256; byte++) {
        while (i < set->count && (unsigned char)set->phrases[i].text[0] < byte)
            i++;
        set->first_of[byte] = i;
    }
    set->is_sorted = true;
}

/* The first of the phrases from `low` to below `high`, all alike before `at`, whose byte
 * there is `byte` or more. */
static size_t lower_bound(const struct phrase_set *set, size_t low, size_t high, size_t at,
                          int byte)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((unsigned char)set->phrases[middle].text[at] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* True inside a word. Letters beyond ASCII are left to the rule's pattern. */
static bool cuts_word(const char *at)
{
    return is_in_word(at[-1]) && is_in_word(at[0]);
}

struct search {
    const struct phrase_set *set;
    const struct pattern_watch *watch;
    phrase_found *found;
    void *context;
    size_t looks;
};

/* Long phrases that are like a long text all along take the product of the lengths. */
static bool may_look_on(struct search *s)
{
    enum { LOOKS_BETWEEN = 1 << 16 };
    return !s->watch || ++s->looks % LOOKS_BETWEEN != 0 || s->watch->may_go_on(s->watch->context);
}

/* The phrases with which `text` begins: the range of those that go on as it does narrows
 * byte by byte. False where the search is to end. */
static bool search_at(struct search *s, const char *text)
{
    const struct phrase_set *set = s->set;
    unsigned char first = (unsigned char)text[0];
    size_t low = set->first_of[first], high = set->first_of[first + 1];
    for (size_t at = 1; low < high; at++) {
        for (; low < high && set->phrases[low].text[at] == '\0'; low++)
            if (!may_look_on(s) ||
                (!cuts_word(text + at) && !s->found(s->context, set->phrases[low].number)))
                return false;
        int byte = (unsigned char)text[at];
        if (byte == 0)
            return true;
        if (!may_look_on(s))
            return false;
        low = lower_bound(set, low, high, at, byte);
        high = lower_bound(set, low, high, at, byte + 1);
    }
    return true;
}

static bool make_folded_room(struct phrase_set *set, size_t room)
{
    if (room <= set->folded_room)
        return true;
    sqlite3_free(set->folded);
    set->folded = sqlite3_malloc64(room);
    set->folded_room = set->folded ? room : 0;
    return set->folded != NULL;
}

bool phrase_set_search(struct phrase_set *set, struct slice text, const struct pattern_watch *watch,
                       phrase_found *found, void *context)
{
    if (!set->is_sorted)
        sort_phrases(set);
    if (!make_folded_room(set, folded_room(text)))
        return false;
    fold(text, set->folded);
    struct search s = {.set = set, .watch = watch, .found = found, .context = context};
    for (const char *p = set->folded; *p; p++)
        if ((p == set->folded || !cuts_word(p)) && !search_at(&s, p))
            return false;
    return true;
}

/* The sets made last on a connection. */
enum { KEPT_SETS = 4 };

struct kept_sets {
    struct phrase_set *sets[KEPT_SETS];
    int64_t made;
    struct pattern_watch watch; /* of a connection for statements that are not ours */
    size_t users;               /* of the two functions */
};

static void forget_sets(void *kept)
{
    struct kept_sets *k = kept;
    if (--k->users > 0)
        return;
    for (size_t i = 0; i < KEPT_SETS; i++)
        phrase_set_free(k->sets[i]);
    free(k);
}

static struct slice text_argument(sqlite3_value *value)
{
    const char *bytes = (const char *)sqlite3_value_text(value);
    return bytes ? (struct slice){bytes, (size_t)sqlite3_value_bytes(value)}
                 : (struct slice){"", 0};
}

static void add_to_set(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    struct phrase_set **set = sqlite3_aggregate_context(context, sizeof(struct phrase_set *));
    if (set && !*set)
        *set = phrase_set_new();
    if (!set || !phrase_set_add(*set, text_argument(values[0]), sqlite3_value_int64(values[1])))
        sqlite3_result_error_nomem(context);
}

static void keep_set(sqlite3_context *context)
{
    struct kept_sets *k = sqlite3_user_data(context);
    struct phrase_set **set = sqlite3_aggregate_context(context, 0);
    size_t place = (size_t)(k->made % KEPT_SETS);
    phrase_set_free(k->sets[place]);
    k->sets[place] = set && *set ? *set : phrase_set_new();
    sqlite3_result_int64(context, k->made++);
}

struct numbers {
    int64_t *items;
    size_t count, room;
};

static bool add_number(void *context, int64_t number)
{
    struct numbers *n = context;
    int64_t *grown = grow(n->items, n->count, &n->room, sizeof *n->items);
    if (!grown)
        return false;
    n->items = grown;
    n->items[n->count++] = number;
    return true;
}

static int compare_numbers(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

static void give_list(sqlite3_context *context, struct numbers *n)
{
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(context));
    if (n->count)
        qsort(n->items, n->count, sizeof *n->items, compare_numbers);
    sqlite3_str_appendchar(out, 1, '[');
    for (size_t i = 0; i < n->count; i++)
        if (i == 0 || n->items[i] != n->items[i - 1])
            sqlite3_str_appendf(out, "%s%lld", i ? "," : "", (long long)n->items[i]);
    sqlite3_str_appendchar(out, 1, ']');
    int code = sqlite3_str_errcode(out), length = sqlite3_str_length(out);
    char *text = sqlite3_str_finish(out);
    if (code == SQLITE_OK)
        sqlite3_result_text(context, text, length, sqlite3_free);
    else if (code == SQLITE_NOMEM)
        sqlite3_result_error_nomem(context);
    else
        sqlite3_result_error_toobig(context);
}

static void phrases_within(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    struct kept_sets *k = sqlite3_user_data(context);
    int64_t handle = sqlite3_value_int64(values[1]);
    if (sqlite3_value_type(values[1]) != SQLITE_INTEGER || handle < 0 || handle >= k->made ||
        handle < k->made - KEPT_SETS) {
        sqlite3_result_error(context, "there is no such set of phrases", -1);
        return;
    }
    struct numbers n = {0};
    const struct pattern_watch *watch = k->watch.may_go_on ? &k->watch : NULL;
    if (phrase_set_search(k->sets[handle % KEPT_SETS], text_argument(values[0]), watch, add_number,
                          &n))
        give_list(context, &n);
    else if (watch && !watch->may_go_on(watch->context))
        sqlite3_result_error(context, "the search was stopped", -1);
    else
        sqlite3_result_error_nomem(context);
    sqlite3_free(n.items);
}

void phrase_set_register(sqlite3 *db, const struct pattern_watch *watch)
{
    struct kept_sets *k = memory_new(1, sizeof *k);
    k->users = 2;
    if (watch)
        k->watch = *watch;
    if (sqlite3_create_function_v2(db, "phrase_set", 2, SQLITE_UTF8, k, NULL, add_to_set, keep_set,
                                   forget_sets) != SQLITE_OK ||
        sqlite3_create_function_v2(db, "phrases_within", 2, SQLITE_UTF8, k, phrases_within, NULL,
                                   NULL, forget_sets) != SQLITE_OK)
        internal_fault("the functions on phrases could not be registered: %s", sqlite3_errmsg(db));
}
