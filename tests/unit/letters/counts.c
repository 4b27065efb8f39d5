/* SPDX-License-Identifier: MIT */
#include "counts.h"

#include "base/memory.h"

#include <check.h>
#include <stdlib.h>

enum { NO_STYLE = -1 };

/* Is it of the class, or of a class below it? */
static bool is_of_class(const struct evidence *e, const char *class)
{
    size_t length = strlen(class);
    return strncmp(e->class, class, length) == 0 &&
           (e->class[length] == ' ' || e->class[length] == '\0');
}

/* Of all styles but that one. Evidence of one letter stands together. */
static struct confidence_count count_class(const struct outcomes *outcomes, const char *class,
                                           int without_style)
{
    struct confidence_count count = {.class = class};
    const struct corpus_letter *last = NULL;
    for (size_t i = 0; i < outcomes->evidence_count; i++) {
        const struct evidence *e = &outcomes->evidence[i];
        if ((int)e->letter->style == without_style || !is_of_class(e, class))
            continue;
        count.letters += e->letter != last;
        count.rows++;
        count.stance_right += e->stance_right;
        count.row_right += e->row_right;
        last = e->letter;
    }
    return count;
}

struct letter_confidence counts_of_others(const struct outcomes *outcomes,
                                          const struct evidence *evidence)
{
    char class[CONFIDENCE_CLASS_BYTES];
    strcpy(class, evidence->class);
    do {
        struct confidence_count count = count_class(outcomes, class, (int)evidence->letter->style);
        if (count.letters >= CONFIDENCE_LETTERS_MIN)
            return (struct letter_confidence){.stance =
                                                  confidence_share(count.stance_right, count.rows),
                                              .row = confidence_share(count.row_right, count.rows),
                                              .n = count.rows};
    } while (confidence_parent(class));
    return (struct letter_confidence){0};
}

static int by_class(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void counts_write(const struct outcomes *outcomes, FILE *out)
{
    char **classes = NULL;
    size_t count = 0, room = 0;
    for (size_t i = 0; i < outcomes->evidence_count; i++) {
        char class[CONFIDENCE_CLASS_BYTES];
        strcpy(class, outcomes->evidence[i].class);
        do {
            classes = memory_grow(classes, count, &room, sizeof *classes);
            classes[count++] = memory_copy(class);
        } while (confidence_parent(class));
    }
    qsort(classes, count, sizeof *classes, by_class);
    fprintf(out, "class,letters,rows,stance_right,row_right\n");
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count && strcmp(classes[i], classes[i + 1]) == 0)
            continue;
        struct confidence_count c = count_class(outcomes, classes[i], NO_STYLE);
        fprintf(out, "%s,%d,%d,%d,%d\n", c.class, c.letters, c.rows, c.stance_right, c.row_right);
    }
    for (size_t i = 0; i < count; i++)
        free(classes[i]);
    free(classes);
}

void counts_train(const char *path)
{
    struct letter_reader *reader;
    struct half half;
    struct error err = {0};
    FILE *out = fopen(path, "w");
    ck_assert_msg(out != NULL, "%s cannot be written", path);
    ck_assert_msg(letter_reader_new(&reader, &err), "%s", err.what);
    half_open(reader, HALF_DEVELOP, &half);
    counts_write(&half.outcomes, out);
    half_close(&half);
    letter_reader_free(reader);
    ck_assert_int_eq(fclose(out), 0);
}
