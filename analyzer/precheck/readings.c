/* SPDX-License-Identifier: MIT
 * Part 1: the readings of a draft, as the document shows them.
 */
#include "precheck/draft.h"
#include "store/statements.h"

#include <string.h>

/* "31(3);24(2)" */
static json_t *list_of(const char *text)
{
    json_t *list = json_array();
    struct slice rest = slice_of(text), part;
    while (slice_next_part(&rest, ';', &part)) {
        part = slice_trim(part);
        if (part.length)
            json_array_append_new(list, json_stringn(part.bytes, part.length));
    }
    return list;
}

static void copy(json_t *to, const char *key, const json_t *from, const char *from_key)
{
    json_t *value = json_object_get(from, from_key);
    json_object_set_new(to, key, value ? json_deep_copy(value) : json_null());
}

static json_t *main_span(const json_t *proposal)
{
    json_t *begin = json_object_get(proposal, "words_begin");
    if (!json_is_integer(begin))
        return json_null();
    return json_pack("[O, O]", begin, json_object_get(proposal, "words_end"));
}

static json_t *row_json_of(const struct bench *b, const json_t *proposal)
{
    static const char *const same[] = {
        "stance",    "partial_ncnd",         "held_statement", "use_statement", "position",
        "harm_test", "public_interest_test", "link",           "coding_id",     "confidence",
    };
    json_t *row = json_object();
    const char *question = text_of(proposal, "question_id");
    json_object_set_new(row, "question", *question ? json_string(question) : json_null());
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        copy(row, same[i], proposal, same[i]);
    json_object_set_new(row, "exemptions", list_of(text_of(proposal, "exemptions")));
    copy(row, "n", proposal, "confidence_n");
    copy(row, "spans", proposal, "spans");
    json_object_set_new(row, "span", main_span(proposal));
    if (b->options->no_text) {
        json_object_set_new(row, "link", json_null());
        json_object_set_new(row, "words", json_null());
    } else {
        copy(row, "words", proposal, "words");
    }
    return row;
}

/* What holds of the reading is that of its first row; of its flags all. */
static void begin_reading(json_t *list, const char *name, const json_t *proposal)
{
    json_t *reading = json_object();
    json_object_set_new(reading, "reading", json_string(name));
    copy(reading, "coding_id", proposal, "coding_id");
    copy(reading, "confidence", proposal, "confidence");
    copy(reading, "n", proposal, "confidence_n");
    json_object_set_new(reading, "review", json_false());
    json_object_set_new(reading, "flags", json_array());
    json_object_set_new(reading, "rows", json_array());
    json_array_append_new(list, reading);
}

static bool has(const json_t *list, const char *text)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(json_string_value(json_array_get(list, i)), text) == 0)
            return true;
    return false;
}

static void add_flags(json_t *reading, const json_t *proposal)
{
    json_t *flags = json_object_get(reading, "flags");
    json_t *own = list_of(text_of(proposal, "flags"));
    for (size_t i = 0; i < json_array_size(own); i++)
        if (!has(flags, json_string_value(json_array_get(own, i))))
            json_array_append(flags, json_array_get(own, i));
    json_decref(own);
    if (json_integer_value(json_object_get(proposal, "review")))
        json_object_set_new(reading, "review", json_true());
}

json_t *draft_readings(const struct bench *b, const struct draft *d)
{
    static const char *const names[] = {"A", "B"};
    json_t *list = json_array();
    for (size_t n = 0; n < 2; n++) {
        bool is_begun = false;
        for (size_t i = 0; i < json_array_size(d->proposals); i++) {
            const json_t *proposal = json_array_get(d->proposals, i);
            if (strcmp(text_of(proposal, "reading"), names[n]) != 0)
                continue;
            if (!is_begun)
                begin_reading(list, names[n], proposal);
            is_begun = true;
            json_t *reading = json_array_get(list, json_array_size(list) - 1);
            add_flags(reading, proposal);
            json_array_append_new(json_object_get(reading, "rows"), row_json_of(b, proposal));
        }
    }
    return list;
}

bool draft_turning_words(const struct bench *b, json_t **ret, struct error *err)
{
    json_t *rows;
    *ret = json_array();
    bool ok = bench_rows(b, b->base, STATEMENT("precheck_turning_words"), 0, &rows, err);
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i), *turning = json_object();
        copy(turning, "act", row, "act");
        json_object_set_new(
            turning, "span",
            json_pack("[O, O]", json_object_get(row, "begins"), json_object_get(row, "ends")));
        if (b->options->no_text)
            json_object_set_new(turning, "words", json_null());
        else
            copy(turning, "words", row, "words");
        json_array_append_new(*ret, turning);
    }
    json_decref(rows);
    return ok;
}
