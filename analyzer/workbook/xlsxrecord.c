/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxrecord.h"

#include "base/dictionary.h"
#include "base/text.h"

#include <stdio.h>

uint64_t xlsxrecord_text(struct slice text)
{
    return dictionary_hash(text);
}

/* As many digits as a file has: read again from there it gives the same text. */
uint64_t xlsxrecord_number(double number)
{
    char text[32];
    text_fit(text, sizeof text, "%.16G", number);
    return dictionary_hash(slice_of(text));
}

void xlsxrecord_add(struct xlsxrecord_sheet *sheet, uint32_t row, uint32_t column, bool is_text,
                    uint64_t value)
{
    const uint64_t cell[] = {value, row, column, is_text};
    sheet->sum += dictionary_hash((struct slice){(const char *)cell, sizeof cell});
    if (sheet->cells == 0 || row != sheet->last_row)
        sheet->rows++;
    sheet->last_row = row;
    sheet->cells++;
    sheet->texts += is_text;
}

void xlsxrecord_link(struct xlsxrecord_sheet *sheet, struct slice target)
{
    sheet->link_sum += dictionary_hash(target);
}
