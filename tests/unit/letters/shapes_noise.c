/* SPDX-License-Identifier: MIT */
#include "shapes.h"

#include <gsl/gsl_rng.h>

/* What a scanner takes for what. */
static const char *const mistaken[][2] = {{"rn", "m"}, {"m", "rn"}, {"l", "1"}, {"O", "0"},
                                          {"o", "0"},  {"I", "l"},  {"1", "l"}, {"e", "c"},
                                          {"c", "e"},  {"h", "b"},  {" ", ""},  {"S", "5"}};

static int mistake_at(struct slice text, size_t at)
{
    for (size_t i = 0; i < sizeof mistaken / sizeof *mistaken; i++) {
        size_t length = strlen(mistaken[i][0]);
        if (at + length <= text.length && memcmp(text.bytes + at, mistaken[i][0], length) == 0)
            return (int)i;
    }
    return -1;
}

/* Errors are spread over what can be mistaken, so that there are as many as the rate says. */
void shape_noise(const struct corpus_letter *letter, struct slice text, int rate, FILE *out)
{
    size_t can = 0;
    for (size_t i = 0; i < text.length; i++)
        can += mistake_at(text, i) >= 0;
    double chance = can ? (double)rate / 10000 * (double)text.length / (double)can : 0;
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, 1000 + letter->file_no);
    for (size_t i = 0; i < text.length; i++) {
        int mistake = mistake_at(text, i);
        if (mistake >= 0 && gsl_rng_uniform(random) < chance) {
            fputs(mistaken[mistake][1], out);
            i += strlen(mistaken[mistake][0]) - 1;
        } else
            fputc(text.bytes[i], out);
    }
    gsl_rng_free(random);
}
