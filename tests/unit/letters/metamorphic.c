/* SPDX-License-Identifier: MIT */
#include "robustness.h"

#include "base/memory.h"

#include <ctype.h>

const char *const added_names[ADDED_COUNT] = {
    [ADDED_EXPLANATION] = "an explanation of an exemption at the end of the reply: nothing changes",
    [ADDED_COMPLAINT] = "complaint rights at the end: nothing changes",
    [ADDED_HISTORY] = "what was said in an earlier letter, before the decision: nothing changes",
    [ADDED_REST] =
        "a sentence about the rest at the end of the reply: partial_ncnd and exemptions alone",
    [ADDED_CONDITION] = "the decision under a condition: it decides no more",
    [ADDED_TO_REQUEST] = "the decision moved into the request: it decides no more",
};

static const char *const additions[ADDED_COUNT] = {
    [ADDED_EXPLANATION] =
        "\n\nSection 42 is a qualified, class-based exemption. It protects advice between a "
        "lawyer and a client, and Parliament has made it subject to a test of the public "
        "interest.\n",
    [ADDED_COMPLAINT] =
        "\n\nComplaint rights\nIf you are dissatisfied with this reply you may ask for an internal "
        "review, and after that the Information Commissioner will decide whether we were right to "
        "say what we said about whether information is held.\n",
    [ADDED_HISTORY] =
        "\n\nIn our letter of 3 May you were told that the matter was being looked into and that "
        "no information had been located at that time.\n\n",
    [ADDED_REST] =
        "\n\nIn addition, the force can neither confirm nor deny that it holds any other "
        "information relevant to this request, by virtue of section 24(2).\n",
};

static size_t line_begin(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

/* Before the complaint rights that follow the decision, where they are told: what belongs to the
 * decision, such as its list of exemptions, stays beside it. */
static size_t reply_end(const struct letter_text *text, const struct letter_reading *reading,
                        size_t decision)
{
    for (size_t i = 0; i < reading->zone_count; i++)
        if (reading->zones[i].zone == ZONE_COMPLAINT && reading->zones[i].place.begin >= decision)
            return reading->zones[i].place.begin;
    return text->length;
}

/* The letter that decides by one sentence alone, and where. */
static const struct letter_row *only_row(const struct letter_reading *reading)
{
    const struct letter_row *only = NULL;
    for (size_t i = 0; i < reading->row_count; i++) {
        if (reading->rows[i].reading != 'A' || only)
            return NULL;
        only = &reading->rows[i];
    }
    return only && only->main.end > only->main.begin ? only : NULL;
}

static size_t request_place(const struct letter_reading *reading, size_t before)
{
    for (size_t i = 0; i < reading->zone_count; i++)
        if (reading->zones[i].zone == ZONE_REQUEST && reading->zones[i].place.end <= before)
            return reading->zones[i].place.end;
    return 0;
}

static void write_condition(const char *text, struct letter_span main, FILE *out)
{
    fprintf(out,
            "%.*sIf information of this kind were held, which is not said here, then it might "
            "be that %c%.*s%s",
            (int)main.begin, text, tolower((unsigned char)text[main.begin]),
            (int)(main.end - main.begin - 1), text + main.begin + 1, text + main.end);
}

static void write_moved(const char *text, struct letter_span main, size_t to, FILE *out)
{
    fprintf(out, "%.*s\nYou also asked us not to reply with these words: \"%.*s\"\n%.*s%s", (int)to,
            text, (int)(main.end - main.begin), text + main.begin, (int)(main.begin - to),
            text + to, text + main.end);
}

/* False: the letter has no place for it. */
static bool write_with(const struct corpus_letter *letter, const struct letter_reading *reading,
                       enum added added, FILE *out)
{
    const char *text = letter->text.text;
    const struct letter_row *last = NULL, *only = only_row(reading);
    for (size_t i = 0; i < reading->row_count; i++)
        if (!last || reading->rows[i].main.end > last->main.end)
            last = &reading->rows[i];
    if (!last || last->main.end == 0 || last->main.end > letter->text.length)
        return false;
    size_t at = added == ADDED_HISTORY     ? line_begin(text, last->main.begin)
                : added == ADDED_COMPLAINT ? letter->text.length
                                           : reply_end(&letter->text, reading, last->main.end);
    size_t to = only ? request_place(reading, only->main.begin) : 0;
    if (additions[added])
        fprintf(out, "%.*s%s%s", (int)at, text, additions[added], text + at);
    else if (!only || (added == ADDED_TO_REQUEST && !to))
        return false;
    else if (added == ADDED_CONDITION)
        write_condition(text, only->main, out);
    else
        write_moved(text, only->main, to, out);
    return true;
}

/* Does a sure row still rest on that sentence, wherever it stands now? */
static bool still_decides(const struct letter_text *text, const struct letter_seen *seen,
                          const char *sentence)
{
    const char *at = strstr(text->text, sentence);
    for (size_t i = 0; at && i < seen->reading.row_count; i++) {
        const struct letter_row *row = &seen->reading.rows[i];
        size_t begin = (size_t)(at - text->text), end = begin + strlen(sentence);
        if (seen_is_sure(seen, row) && row->main.begin < end && begin < row->main.end &&
            row->position != POSITION_SILENT)
            return true;
    }
    return false;
}

static void judge_removed(const struct corpus_letter *letter, const struct letter_row *only,
                          const struct letter_text *text, const struct letter_seen *after,
                          struct change_tally *tally)
{
    char *sentence = memory_print("%.*s", (int)(only->main.end - only->main.begin - 1),
                                  letter->text.text + only->main.begin + 1);
    tally->rows++;
    if (still_decides(text, after, sentence))
        tally->changed++;
    else
        tally->same++;
    memory_release(&sentence);
}

static void judge_added(const struct letter_reading *before, const struct letter_seen *after,
                        enum added added, struct change_tally *tally)
{
    unsigned may_differ =
        added == ADDED_REST ? 1u << LETTER_PARTIAL_NCND | 1u << LETTER_EXEMPTIONS : 0;
    for (size_t i = 0; i < before->row_count; i++) {
        const struct letter_row *row = &before->rows[i];
        /* With nothing else said the rest is all that is said (C10). */
        if (row->reading != 'A' || (added == ADDED_REST && row->position == POSITION_SILENT))
            continue;
        const struct letter_row *now = row_like(&after->reading, row->question_id);
        tally->rows++;
        if (now && row_stays(row, now, may_differ))
            tally->same++;
        else if (now && !seen_is_sure(after, now))
            tally->flagged++;
        else
            tally->changed++;
    }
}

void metamorphic_tally(struct letter_reader *reader, const struct half *half, enum added added,
                       struct change_tally *tally)
{
    for (size_t i = 0; i < half->corpus.count; i++) {
        const struct corpus_letter *letter = &half->corpus.letters[i];
        const struct letter_reading *before = &half->seen[i].reading;
        struct letter_seen after;
        struct letter_text text = {0};
        FILE *out = memory_stream(&text.text, &text.length);
        bool fits = letter->text.link_count == 0 && write_with(letter, before, added, out);
        memory_stream_end(out);
        if (fits) {
            text.address = letter->text.address ? memory_copy(letter->text.address) : NULL;
            letter_see(reader, letter, &(struct letter_view){.text = &text}, &after);
            tally->letters++;
            const struct letter_row *only = only_row(before);
            if (additions[added])
                judge_added(before, &after, added, tally);
            else if (only)
                judge_removed(letter, only, &text, &after, tally);
            for (size_t k = 0; k < letter->row_count && additions[added]; k++)
                tally->flips += conflict_with(&after, &letter->rows[k]) == CONFLICT_FLIP;
            letter_seen_done(&after);
        }
        letter_text_free(&text);
    }
}
