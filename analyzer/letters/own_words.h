/* SPDX-License-Identifier: MIT
 * What a letter says in its force's own words (SEMANTICS 73): its text without the request, what
 * is quoted or told of earlier letters, what the Act says, the letterhead and the closing form.
 * The text alone decides, whoever sent it.
 */
#ifndef CONCORD_LETTERS_OWN_WORDS_H
#define CONCORD_LETTERS_OWN_WORDS_H

#include "base/error.h"
#include "letters/unit.h"

struct own_words_reader;

/* Names of forces, which are no words of anybody's. Borrowed until own_words_reader_free. Errors,
 * kind INPUT: a fault in a table of the program, with file and line. */
MUST_CHECK bool own_words_reader_new(const char *const *names, size_t count,
                                     struct own_words_reader **ret_reader, struct error *err);
void own_words_reader_free(struct own_words_reader *reader);

/* Words that follow each other, folded, without the names of forces. */
struct own_passage {
    struct slice words;
    struct question_set questions; /* whose answer it is; none: the whole letter's */
};

struct own_words {
    struct arena arena; /* of all that follows */
    struct own_passage *passages;
    size_t count;
    struct question_number *questions; /* of the letter, by their place in the sets */
    size_t question_count;
};

/* Of valid UTF-8; what stands behind LETTER_BYTES_MAX is not read. */
void own_words_find(struct own_words_reader *reader, struct slice text, struct own_words *ret);
void own_words_done(struct own_words *words);

/* The passages that may answer a question ("" for the whole letter): not those that answer another
 * alone, unless there are no others. Room for `count` of them; returns how many. */
size_t own_words_of_question(const struct own_words *words, struct slice question_id,
                             struct slice *ret);

/* The text as it stands, but for what the applicant or an earlier letter says in it. The caller
 * frees. */
char *own_words_without_others(struct own_words_reader *reader, struct slice text);

/* All of a text, as words are compared: a form of words that is no letter. In the arena. */
struct slice own_words_of_form(struct own_words_reader *reader, struct arena *arena,
                               struct slice text);

#endif
