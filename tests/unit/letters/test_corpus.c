/* SPDX-License-Identifier: MIT
 * The development styles of tests/letters: no flip, and the goals of LETTERS 7. With
 * LETTERS_REPORT set, tells each wrong row and the whole score.
 */
#include "suites.h"
#include "table.h"

#include "corpus.h"

#include "base/memory.h"
#include "reader/csv_reader.h"
#include "support.h"

#include <stdlib.h>

#define SPLIT "tests/letters/split.csv"

static void read_styles(struct corpus_score *score, FILE *out)
{
    struct letter_reader *letters;
    struct csv_reader *rows;
    struct csv_row row;
    struct error err = {0};
    size_t size;
    char *bytes = support_read_file(SPLIT, &size);
    ck_assert(letter_reader_new(&letters, &err));
    ck_assert(csv_reader_open(SPLIT, (struct slice){bytes, size}, &rows, &err));
    for (csv_reader_next(rows, &row); row.event == CSV_ROW; csv_reader_next(rows, &row)) {
        if (!slice_is(row.fields[1], "develop"))
            continue;
        char *folder =
            memory_print("tests/letters/%.*s", (int)row.fields[0].length, row.fields[0].bytes);
        if (support_exists(folder))
            corpus_read(letters, folder, score, out);
        free(folder);
    }
    csv_reader_free(rows);
    letter_reader_free(letters);
    free(bytes);
}

START_TEST(development_styles_are_read)
{
    struct corpus_score score = {0};
    bool tells = getenv("LETTERS_REPORT") != NULL;
    if (!support_exists(SPLIT))
        return;
    read_styles(&score, tells ? stdout : NULL);
    if (tells)
        corpus_tell(&score, stdout);
    ck_assert_int_eq(score.flips, 0);
    ck_assert_msg(corpus_macro_f1(&score) >= 0.9, "%.3f", corpus_macro_f1(&score));
}
END_TEST

Suite *suite_letters_corpus(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/corpus", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, development_styles_are_read);
    return suite;
}
