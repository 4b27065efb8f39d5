/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxstreams.h"

#include <stdio.h>

static volatile bool have_failed;

void xlsxstreams_begin(void)
{
    have_failed = false;
}

bool xlsxstreams_have_failed(void)
{
    return have_failed;
}

#pragma GCC diagnostic ignored "-Wredundant-decls"

/* What is still to be written is written by fseek. */
void rewind(FILE *stream)
{
    if (fseek(stream, 0, SEEK_SET) != 0 || ferror(stream))
        have_failed = true;
    clearerr(stream);
}
