/* SPDX-License-Identifier: MIT */
#include "intake/word_book.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/name.h"
#include "intake/contract.h"
#include "reader/embedded_table.h"

#include <stdlib.h>

static const char path[] = "datasets/reference/words.csv";

enum { KEY_BYTES = HEADER_BYTES + 40 };
enum { FIELD_LIST, FIELD_SPELLING, FIELD_WORD, FIELD_ADVICE, FIELDS };

static struct slice write_key(const char *list, struct slice spelling, char out[KEY_BYTES])
{
    char folded[NAME_BYTES], header[HEADER_BYTES];
    name_fold(spelling, folded);
    contract_fold_header(slice_of(folded), header);
    return (struct slice){out, text_fit(out, KEY_BYTES, "%s\n%s", list, header)};
}

static void add(void *context, const struct slice *fields)
{
    struct word_book *book = context;
    char key[KEY_BYTES];
    SCOPED_TEXT list = slice_copy(fields[FIELD_LIST]);
    book->meanings = memory_grow(book->meanings, book->count, &book->room, sizeof *book->meanings);
    book->meanings[book->count] =
        (struct word_meaning){slice_copy(fields[FIELD_WORD]), slice_copy(fields[FIELD_ADVICE])};
    text_index_add(&book->index, write_key(list, fields[FIELD_SPELLING], key),
                   (int32_t)book->count++);
}

bool word_book_read(struct word_book *book, struct error *err)
{
    return embedded_table_read(path, FIELDS, add, book, err);
}

void word_book_done(struct word_book *book)
{
    for (size_t i = 0; i < book->count; i++) {
        free(book->meanings[i].word);
        free(book->meanings[i].advice);
    }
    free(book->meanings);
    text_index_done(&book->index);
    *book = (struct word_book){0};
}

const struct word_meaning *word_book_find(const struct word_book *book, const char *list,
                                          struct slice spelling)
{
    char key[KEY_BYTES];
    /* Longer than any, and what is cut could be another. */
    if (!spelling.length || spelling.length >= HEADER_BYTES)
        return NULL;
    int32_t at = text_index_find(&book->index, write_key(list, spelling, key));
    return at < 0 ? NULL : &book->meanings[at];
}
