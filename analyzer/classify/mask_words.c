/* SPDX-License-Identifier: MIT */
#include "classify/mask_words.h"

#include "letters/table_file.h"

#include <ctype.h>

enum { WORD_BYTES = 64 };

static const char path[] = "datasets/reference/mask-words.csv";
static const char *const columns[] = {"kind", "word", NULL};
static const char *const kinds[] = {[MASK_WORD_ANY] = "",
                                    [MASK_WORD_TITLE] = "title",
                                    [MASK_WORD_RANK] = "rank",
                                    [MASK_WORD_PARTICLE] = "particle",
                                    [MASK_WORD_ROLE] = "role",
                                    [MASK_WORD_BODY] = "body",
                                    [MASK_WORD_PLACE] = "place",
                                    [MASK_WORD_STOP] = "stop",
                                    [MASK_WORD_ORDINARY] = "ordinary"};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* In small letters of ASCII, without a full stop at its end; empty where it is too long. */
static struct slice small(struct slice word, char out[WORD_BYTES])
{
    word = slice_without_end(word, ".");
    if (word.length > WORD_BYTES)
        return (struct slice){out, 0};
    for (size_t i = 0; i < word.length; i++)
        out[i] = (char)tolower((unsigned char)word.bytes[i]);
    return (struct slice){out, word.length};
}

static bool add(struct mask_words *words, const struct table_file *table, struct error *err)
{
    char room[WORD_BYTES];
    const struct slice kind = table_file_cell(table, 0);
    const struct slice word = small(table_file_cell(table, 1), room);
    bool is_given = slice_is(kind, "given");
    int32_t number = is_given ? 0 : 1;
    while (number && number < KINDS && !slice_is(kind, kinds[number]))
        number++;
    if (number == KINDS || !word.length)
        return error_set(err, ERROR_INPUT, path, table->row.line, "Mend the row.",
                         "a kind or a word that is none");
    struct text_index *index = is_given ? &words->given : &words->index;
    if (text_index_find(index, word) < 0)
        text_index_add(index, word, number);
    return true;
}

bool mask_words_load(struct mask_words *ret, struct error *err)
{
    struct table_file table;
    *ret = (struct mask_words){0};
    if (!table_file_open(path, columns, &table, err))
        return false;
    bool ok = true;
    while (ok && table_file_next(&table, err))
        ok = add(ret, &table, err);
    table_file_close(&table);
    return ok && table.row.event == CSV_END;
}

void mask_words_done(struct mask_words *words)
{
    text_index_done(&words->index);
    text_index_done(&words->given);
}

enum mask_word mask_words_kind(const struct mask_words *words, struct slice word)
{
    char room[WORD_BYTES];
    int32_t number = text_index_find(&words->index, small(word, room));
    return number < 0 ? MASK_WORD_ANY : (enum mask_word)number;
}

bool mask_words_is_given(const struct mask_words *words, struct slice word)
{
    char room[WORD_BYTES];
    return text_index_find(&words->given, small(word, room)) >= 0;
}
