/* SPDX-License-Identifier: MIT */
#include "robustness.h"

#include <ctype.h>

static void lower(const char *text, char *out, size_t size)
{
    size_t i = 0;
    for (; text[i] && i + 1 < size; i++)
        out[i] = (char)tolower((unsigned char)text[i]);
    out[i] = '\0';
}

bool row_stays(const struct letter_row *a, const struct letter_row *b, unsigned may_differ)
{
    for (int field = 0; field < LETTER_FIELD_COUNT; field++) {
        char first[1000], second[1000];
        if (!is_whole_row_field(field) || may_differ >> field & 1)
            continue;
        lower(a->values[field], first, sizeof first);
        lower(b->values[field], second, sizeof second);
        if (!field_is_alike(field, first, second))
            return false;
    }
    return true;
}

const struct letter_row *row_like(const struct letter_reading *reading, const char *question)
{
    const struct letter_row *other = NULL;
    for (size_t i = 0; i < reading->row_count; i++) {
        const struct letter_row *row = &reading->rows[i];
        if (row->reading != 'A')
            continue;
        if (strcmp(row->question_id, question) == 0)
            return row;
        if (!other && (!*row->question_id || !*question))
            other = row;
    }
    return other;
}

static void compare_rows(const struct letter_seen *before, const struct letter_seen *after,
                         struct change_tally *tally)
{
    for (size_t i = 0; i < before->reading.row_count; i++) {
        const struct letter_row *row = &before->reading.rows[i];
        if (row->reading != 'A')
            continue;
        const struct letter_row *now = row_like(&after->reading, row->question_id);
        tally->rows++;
        if (now && !strcmp(now->question_id, row->question_id) && row_stays(row, now, 0))
            tally->same++;
        else if (now && !seen_is_sure(after, now))
            tally->flagged++;
        else
            tally->changed++;
    }
}

void robustness_tally(struct letter_reader *reader, const struct half *half,
                      const struct shape *shape, struct change_tally *tally)
{
    for (size_t i = 0; i < half->corpus.count; i++) {
        const struct corpus_letter *letter = &half->corpus.letters[i];
        struct shaped shaped;
        struct letter_seen after;
        if (!shape_letter(shape, letter, &shaped))
            continue;
        const struct letter_view view = {.text = &shaped.text,
                                         .other = shaped.has_other ? &shaped.other : NULL,
                                         .force = shaped.force,
                                         .tool = shaped.tool,
                                         .questions_turned = shaped.questions_turned};
        letter_see(reader, letter, &view, &after);
        tally->letters++;
        compare_rows(&half->seen[i], &after, tally);
        for (size_t k = 0; k < letter->row_count; k++)
            tally->flips += conflict_with(&after, &letter->rows[k]) == CONFLICT_FLIP;
        letter_seen_done(&after);
        shaped_done(&shaped);
    }
}
