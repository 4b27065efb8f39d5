/* SPDX-License-Identifier: MIT */
#include "imports/short_name.h"

#include "base/text.h"
#include "domain/name.h"

#include <ctype.h>
#include <string.h>

enum { MOST_WORDS = 12, WORD_BYTES = 40 };

struct short_name {
    char words[MOST_WORDS][WORD_BYTES];
    size_t count;
    bool is_too_long;
};

static bool is_in(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(word, *list) == 0)
            return true;
    return false;
}

/* Words that tell no force from another. */
static bool is_general(const char *word)
{
    static const char *const general[] = {
        "police", "pol", "constabulary", "constab", "force",    "the", "service",
        "and",    "of",  "foi",          "team",    "counties", NULL};
    return is_in(word, general);
}

static void add_words(struct short_name *name, const char *text)
{
    while (*text) {
        size_t skip = strspn(text, " ");
        size_t length = strcspn(text + skip, " ");
        char word[WORD_BYTES];
        text += skip;
        if (!length)
            return;
        name->is_too_long = name->is_too_long || length >= WORD_BYTES || name->count == MOST_WORDS;
        if (name->is_too_long)
            return;
        memcpy(word, text, length);
        word[length] = '\0';
        text += length;
        if (!is_general(word))
            memcpy(name->words[name->count++], word, sizeof word);
    }
}

/* Letters and digits with one space between words; "&" is "and" already. */
static void plain(const char *folded, char out[NAME_BYTES])
{
    size_t length = 0;
    for (; *folded; folded++) {
        bool is_sign =
            (unsigned char)*folded < 0x80 && !isalnum((unsigned char)*folded) && *folded != '\'';
        if (!is_sign)
            out[length++] = *folded;
        else if (length && out[length - 1] != ' ')
            out[length++] = ' ';
    }
    while (length && out[length - 1] == ' ')
        length--;
    out[length] = '\0';
}

/* Each word, or two of them, written out where it is an abbreviation. */
static void write_out(const struct word_book *book, const char *text, struct short_name *name)
{
    *name = (struct short_name){.count = 0};
    while (*text) {
        size_t one = strcspn(text, " ");
        size_t two = text[one] ? one + 1 + strcspn(text + one + 1, " ") : one;
        const struct word_meaning *meaning =
            two > one ? word_book_find(book, "abbreviation", (struct slice){text, two}) : NULL;
        size_t length = meaning ? two : one;
        if (!meaning)
            meaning = word_book_find(book, "abbreviation", (struct slice){text, one});
        char word[NAME_BYTES];
        text_cut(word, sizeof word, "%.*s", (int)length, text);
        add_words(name, meaning && *meaning->word ? meaning->word : word);
        text += length;
        text += *text == ' ';
    }
}

static bool is_same(const struct short_name *a, const struct short_name *b)
{
    if (a->count != b->count || !a->count || a->is_too_long || b->is_too_long)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->words[i], b->words[i]) != 0)
            return false;
    return true;
}

/* "a and s", "d - p": letters with signs between. */
static bool read_initials(const char *folded, struct short_name *ret)
{
    char text[NAME_BYTES];
    plain(folded, text);
    *ret = (struct short_name){.count = 0};
    add_words(ret, text);
    bool has_sign = strstr(folded, " and ") || strchr(folded, '-');
    for (size_t i = 0; i < ret->count; i++)
        if (strlen(ret->words[i]) != 1)
            return false;
    return has_sign && ret->count > 1 && !ret->is_too_long;
}

static bool has_initials(const struct short_name *name, const struct short_name *initials)
{
    if (name->count != initials->count || name->is_too_long)
        return false;
    for (size_t i = 0; i < name->count; i++)
        if (name->words[i][0] != initials->words[i][0] || !name->words[i][1])
            return false;
    return true;
}

int32_t short_name_find(const struct names *forces, const struct word_book *book, struct slice text)
{
    char folded[NAME_BYTES], words[NAME_BYTES];
    struct short_name wanted, initials, name;
    int32_t found = 0;
    name_fold(text, folded);
    bool by_initials = read_initials(folded, &initials);
    plain(folded, words);
    write_out(book, words, &wanted);
    for (size_t i = 0; i < forces->count; i++) {
        int32_t number = forces->entries[i].number;
        if (number <= 0 || number == found)
            continue;
        plain(forces->index.texts[i], words);
        name = (struct short_name){.count = 0};
        add_words(&name, words);
        if (!(by_initials ? has_initials(&name, &initials) : is_same(&name, &wanted)))
            continue;
        if (found)
            return 0;
        found = number;
    }
    return found;
}
