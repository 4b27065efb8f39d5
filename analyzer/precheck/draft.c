/* SPDX-License-Identifier: MIT */
#include "precheck/draft.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "classify/classification.h"
#include "classify/masks.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { TEXT_BYTES_MAX = 1 << 20 }; /* of a cell of a CSV file */

static bool read_input(struct letter_document *ret, struct error *err)
{
    struct file_text text = {0};
    struct file_reason reason;
    if (!file_read(STDIN_FILENO, &text, &reason))
        return error_set(err, ERROR_INPUT, "standard input", 0, NULL, "%s", reason.text);
    letter_document_read_bytes("-", (struct slice){text.bytes, text.length}, &letter_limits_usual,
                               ret);
    file_text_done(&text);
    return true;
}

static bool has_words(const struct letter_part *part)
{
    return !part->reason && slice_trim((struct slice){part->text.text, part->text.length}).length;
}

/* Why there is nothing to read; the reason says it too where a file cannot be opened. */
static bool no_text(const struct bench *b, const struct draft *d, struct error *err)
{
    static const char said[] = "cannot be read: ";
    const char *reason = d->document.reason;
    for (size_t i = 0; !reason && i < d->document.part_count; i++)
        reason = d->document.parts[i].reason;
    if (reason && strncmp(reason, said, strlen(said)) == 0)
        reason += strlen(said);
    return error_set(err, ERROR_INPUT, b->options->letter, 0,
                     "`concord precheck --help` lists the kinds of files that can be read.",
                     "the letter could not be read: %s", reason ? reason : "it has no text");
}

static bool choose_part(const struct bench *b, struct draft *d, struct error *err)
{
    size_t wanted = b->options->part, letters = 0;
    for (size_t i = 0; i < d->document.part_count; i++) {
        if (!has_words(&d->document.parts[i]))
            continue;
        letters++;
        if (letters == (wanted ? wanted : 1))
            d->part = &d->document.parts[i];
    }
    if (!letters)
        return no_text(b, d, err);
    if (wanted > letters)
        return error_set(err, ERROR_USAGE, b->options->letter, 0, NULL,
                         "--part %zu: the file has %zu %s", wanted, letters,
                         letters == 1 ? "letter" : "letters");
    return wanted || letters == 1 ||
           error_set(err, ERROR_INPUT, b->options->letter, 0,
                     "Say which of them with --part N, counted from 1.",
                     "there are %zu letters in the file", letters);
}

/* Who asked is no input: greetings, names and addresses are blank, and all else stays where it
 * stands. */
static bool mask_persons(struct draft *d, struct error *err)
{
    struct masks *masks = NULL;
    const struct letter_text *text = &d->part->text;
    d->masked = slice_copy((struct slice){text->text, text->length});
    bool ok = masks_new(&masks, err);
    struct mask_place *places = NULL;
    size_t count = ok ? masks_find(masks, (struct slice){text->text, text->length}, &places) : 0;
    for (size_t i = 0; i < count; i++)
        memset(d->masked + places[i].begin, ' ', places[i].end - places[i].begin);
    free(places);
    masks_free(masks);
    return ok;
}

static bool classify(struct bench *b, struct draft *d, struct error *err)
{
    struct classification *c = NULL;
    const struct classify_given given = {.force_id = b->force_id,
                                         .request_id = b->request_id,
                                         .tool_id = b->tool_id,
                                         .stage = b->options->stage};
    bool ok = classification_open(b->base, &c, err) &&
              classification_add_part(c, &d->document, (size_t)(d->part - d->document.parts),
                                      &given, err) &&
              bench_rows(b, b->base, STATEMENT("precheck_proposals"), 0, &d->proposals, err);
    const char *other =
        ok ? classification_other_force(c, &d->document, (size_t)(d->part - d->document.parts),
                                        b->force_id)
           : NULL;
    d->other_force = other ? memory_copy(other) : NULL;
    classification_close(c);
    return ok;
}

/* The first of the rows that says it; "" where none does. */
static const char *said(const struct draft *d, const char *field)
{
    for (size_t i = 0; i < json_array_size(d->proposals); i++) {
        const char *text = text_of(json_array_get(d->proposals, i), field);
        if (*text)
            return text;
    }
    return "";
}

static bool is_decision(const json_t *proposal)
{
    return *text_of(proposal, "stance") && !strstr(text_of(proposal, "flags"), "no_decision_found");
}

/* An option goes before the letter, and what the letter says otherwise is told. */
static void tell_stage(struct bench *b, const struct draft *d)
{
    const char *own = said(d, "stage"), *given = b->options->stage;
    b->stage = memory_copy(given ? given : *own ? own : "initial");
    if (given && *own && strcmp(given, own) != 0)
        bench_notice(b, "the letter reads as one of stage %s; it is taken as %s, as asked", own,
                     given);
}

static bool settle(struct bench *b, const struct draft *d, struct error *err)
{
    const char *own = said(d, "date_responded"), *given = b->options->date;
    SCOPED_TEXT date = memory_copy(given ? given : own);
    struct date_interval of_letter, of_option;
    if (given && *own && date_parse(slice_of(own), &of_letter) == DATE_OK &&
        date_parse(slice_of(given), &of_option) == DATE_OK &&
        (of_letter.earliest != of_option.earliest || of_letter.latest != of_option.latest))
        bench_notice(b, "the letter bears the date %s; %s is taken, as asked", own, given);
    if (!*date) {
        json_t *row;
        if (!bench_row(b, b->base, STATEMENT("precheck_day_of_pack"), 0, &row, err))
            return false;
        free(date);
        date = memory_copy(text_of(row, "as_of"));
        json_decref(row);
        if (*date)
            bench_notice(b, "no date is given, and the letter has none: the pack's as-of is taken");
        else
            bench_notice(b, "nothing is judged by dates: there is none, in the letter or the pack");
    }
    return bench_settle(b, date, err);
}

/* Rules about wording see what a cell of a pack may hold. */
static json_t *text_for_rules(struct bench *b, const struct draft *d)
{
    struct slice text = slice_of(d->masked);
    if (text.length > TEXT_BYTES_MAX) {
        text.length = utf8_valid_length((struct slice){text.bytes, TEXT_BYTES_MAX});
        bench_notice(b, "rules about wording see the first %d bytes of the letter", TEXT_BYTES_MAX);
    }
    return json_stringn(text.bytes, text.length);
}

/* A letter whose answers differ from question to question has words for each; which are whose is
 * not known, so that one row has them, and it is none that they could give away. */
static void give_text(struct bench *b, const struct draft *d, json_t *rows)
{
    json_t *first = json_array_get(rows, 0), *bearer = first;
    bool is_mixed = false;
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        is_mixed |= strcmp(text_of(row, "position"), text_of(first, "position")) != 0;
        if (strcmp(text_of(bearer, "position"), "confirm") != 0 &&
            strcmp(text_of(bearer, "position"), "deny") != 0)
            bearer = row;
    }
    json_t *text = text_for_rules(b, d);
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        if (!is_mixed || row == bearer)
            json_object_set(row, "text", text);
    }
    json_decref(text);
    if (is_mixed)
        bench_notice(b, "the questions are answered differently: not judged which words of the "
                        "letter belong to which, so that words that leak (L14) are not looked for");
}

static json_t *find_question(const json_t *rows, const char *question)
{
    for (size_t i = 0; i < json_array_size(rows); i++)
        if (strcmp(text_of(json_array_get(rows, i), "question_id"), question) == 0)
            return json_array_get(rows, i);
    return NULL;
}

/* A reading's own rows, and A's of the questions it does not read otherwise. */
static json_t *rows_of(const struct draft *d, const char *reading)
{
    json_t *rows = json_array();
    for (size_t i = 0; i < json_array_size(d->proposals); i++) {
        json_t *proposal = json_array_get(d->proposals, i);
        json_t *there = find_question(rows, text_of(proposal, "question_id"));
        if (!there)
            json_array_append_new(rows, json_deep_copy(proposal));
        else if (strcmp(text_of(proposal, "reading"), reading) == 0)
            json_object_update(there, proposal);
    }
    return rows;
}

/* A question without any stance is no answer to it. */
static void drop_unread(struct bench *b, json_t *rows, bool tells)
{
    for (size_t i = json_array_size(rows); i-- > 0;) {
        const json_t *row = json_array_get(rows, i);
        if (*text_of(row, "stance"))
            continue;
        const char *question = text_of(row, "question_id");
        if (tells)
            bench_notice(b, "not judged: %s, on which no decision was found",
                         *question ? question : "the letter as a whole");
        json_array_remove(rows, i);
    }
}

static bool has_reading(const struct draft *d, const char *reading)
{
    for (size_t i = 0; i < json_array_size(d->proposals); i++)
        if (strcmp(text_of(json_array_get(d->proposals, i), "reading"), reading) == 0)
            return true;
    return false;
}

static void make_rows(struct bench *b, struct draft *d)
{
    for (size_t i = 0; i < json_array_size(d->proposals); i++)
        d->is_decided |= is_decision(json_array_get(d->proposals, i));
    if (!d->is_decided) {
        d->rows[0] = json_pack("[{ss ss ss}]", "question_id", "", "stance", "other", "reading", "");
        return;
    }
    d->rows[0] = rows_of(d, "A");
    drop_unread(b, d->rows[0], true);
    give_text(b, d, d->rows[0]);
    if (!has_reading(d, "B"))
        return;
    d->rows[1] = rows_of(d, "B");
    drop_unread(b, d->rows[1], false);
    size_t notices = json_array_size(b->notices);
    give_text(b, d, d->rows[1]);
    while (json_array_size(b->notices) > notices) /* said of A already, or of one reading alone */
        json_array_remove(b->notices, notices);
}

bool draft_read(struct bench *b, struct draft *ret, struct error *err)
{
    *ret = (struct draft){.is_decided = false};
    bool ok = true;
    if (classification_is_table(b->options->letter))
        return error_set(err, ERROR_INPUT, b->options->letter, 0, "Give the letter itself.",
                         "it is a table, no letter");
    if (strcmp(b->options->letter, "-") == 0)
        ok = read_input(&ret->document, err);
    else
        letter_document_read(b->options->letter, &letter_limits_usual, &ret->document);
    if (!ok || !choose_part(b, ret, err) || !mask_persons(ret, err) || !classify(b, ret, err) ||
        !bench_tell_received(b, said(ret, "date_received"), err))
        return false;
    tell_stage(b, ret);
    make_rows(b, ret);
    return settle(b, ret, err);
}

void draft_done(struct draft *d)
{
    letter_document_done(&d->document);
    free(d->masked);
    free(d->other_force);
    json_decref(d->proposals);
    json_decref(d->rows[0]);
    json_decref(d->rows[1]);
}
