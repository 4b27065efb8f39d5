/* SPDX-License-Identifier: MIT */
#include "short_letter.h"

#include "base/memory.h"
#include "base/text.h"

#include <check.h>
#include <stdlib.h>

struct letter_reader *short_reader(void)
{
    static struct letter_reader *reader;
    struct error err = {0};
    if (!reader)
        ck_assert_msg(letter_reader_new(&reader, &err), "%s:%ld: %s", err.source, err.line,
                      err.what);
    return reader;
}

void short_read(const char *text, enum act regime, size_t questions, struct letter_reading *ret)
{
    static const char *const own[] = {"Northmere Constabulary"}, *const tools[] = {"Osprey Lens"};
    static const struct letter_question ids[] = {{"Q1", ""}, {"Q2", ""}, {"Q3", ""}, {"Q4", ""}};
    struct letter_context context = {.own_names = own,
                                     .own_name_count = 1,
                                     .tools = tools,
                                     .tool_count = 1,
                                     .questions = ids,
                                     .question_count = questions,
                                     .regime = regime};
    struct letter_text letter = {.text = memory_copy(text), .length = strlen(text)};
    struct error err = {0};
    ck_assert_msg(letter_read(short_reader(), &letter, &context, ret, &err), "%s", err.what);
    letter_text_free(&letter);
}

void short_read_body(const char *body, struct letter_reading *ret)
{
    char *text = memory_print(
        "Northmere Constabulary\nOur ref: 100/24\n\nRequest\n\nDoes the force use Osprey "
        "Lens, and what is known about it?\n\nResponse\n\n%s\n\nIf you are dissatisfied "
        "with this response you may ask for an internal review.\n\nYours sincerely\n",
        body);
    short_read(text, ACT_FOIA, 0, ret);
    free(text);
}

const struct letter_row *short_row(const struct letter_reading *reading, const char *question,
                                   char which)
{
    for (size_t i = 0; i < reading->row_count; i++)
        if (reading->rows[i].reading == which &&
            strcmp(reading->rows[i].question_id, question) == 0)
            return &reading->rows[i];
    return NULL;
}

void short_summary(const struct letter_reading *reading, const char *question, char *out,
                   size_t size)
{
    static const enum letter_field fields[] = {LETTER_STANCE, LETTER_PARTIAL_NCND,
                                               LETTER_HELD_STATEMENT, LETTER_USE_STATEMENT,
                                               LETTER_EXEMPTIONS};
    const struct letter_row *row = short_row(reading, question, 'A');
    text_fit(out, size, "%s", row ? "" : "no row");
    for (size_t i = 0; row && i < sizeof fields / sizeof *fields; i++)
        text_add(out, size, "%s%s", i ? " " : "",
                 *row->values[fields[i]] ? row->values[fields[i]] : "-");
}
