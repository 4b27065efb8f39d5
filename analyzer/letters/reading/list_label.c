/* SPDX-License-Identifier: MIT */
#include "letters/reading/list_label.h"

#include "base/memory.h"

#include <ctype.h>

enum { LETTERS = 26, ROMAN_MAX = 3999, LETTER_MAX = 26 * 27 };

/* a ... z, aa ... zz */
static void write_letters(FILE *out, long number)
{
    if (number > LETTERS)
        fputc((int)('a' + (number - 1) / LETTERS - 1), out);
    fputc((int)('a' + (number - 1) % LETTERS), out);
}

static void write_roman(FILE *out, long number)
{
    static const struct {
        long value;
        const char *digits;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    for (unsigned i = 0; i < sizeof steps / sizeof steps[0]; i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            fputs(steps[i].digits, out);
}

char *list_label_number(long number, char style)
{
    char *label = NULL;
    size_t length = 0;
    char kind = (char)tolower((unsigned char)style);
    FILE *out = memory_stream(&label, &length);
    if (kind == 'a' && number > 0 && number <= LETTER_MAX)
        write_letters(out, number);
    else if (kind == 'i' && number > 0 && number <= ROMAN_MAX)
        write_roman(out, number);
    else
        fprintf(out, "%ld", number);
    memory_stream_end(out);
    for (size_t i = 0; style != kind && i < length; i++)
        label[i] = (char)toupper((unsigned char)label[i]);
    return label;
}
