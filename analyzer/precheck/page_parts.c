/* SPDX-License-Identifier: MIT
 * The parts that say what the draft is, and what is published and advised.
 */
#include "base/memory.h"
#include "precheck/lines.h"
#include "precheck/page.h"

#include <stdlib.h>
#include <string.h>

static void print_list(const json_t *list, const char *label, FILE *out)
{
    if (!json_array_size(list))
        return;
    char *text = NULL;
    size_t length;
    FILE *words = memory_stream(&text, &length);
    for (size_t i = 0; i < json_array_size(list); i++)
        fprintf(words, "%s%s", i ? ", " : "", json_string_value(json_array_get(list, i)));
    memory_stream_end(words);
    lines_print(out, 6, 8, "%s: %s", label, text);
    free(text);
}

static void print_field(const json_t *row, const char *key, const char *label, FILE *out)
{
    if (*page_text(row, key))
        lines_print(out, 6, 8, "%s: %s", label, page_text(row, key));
}

static void print_confidence(const json_t *row, FILE *out)
{
    long long n = page_number(row, "n");
    const json_t *confidence = json_object_get(row, "confidence");
    if (n && json_is_number(confidence))
        lines_print(out, 6, 8, "confidence: %.0f of %lld such letters of our corpus",
                    json_number_value(confidence) * (double)(n + 2) - 1, n);
    else
        lines_print(out, 6, 8, "confidence: such letters were not counted");
}

static void print_words(const json_t *row, FILE *out)
{
    const json_t *span = json_object_get(row, "span");
    if (!json_is_array(span))
        return;
    long long begin = json_integer_value(json_array_get(span, 0));
    long long end = json_integer_value(json_array_get(span, 1));
    if (*page_text(row, "words"))
        lines_print(out, 6, 8, "rests on (draft, bytes %lld-%lld): “%s”", begin, end,
                    page_text(row, "words"));
    else
        lines_print(out, 6, 8, "rests on draft, bytes %lld-%lld", begin, end);
}

static void print_row(const json_t *row, FILE *out)
{
    const char *question = page_text(row, "question"), *stance = page_text(row, "stance");
    lines_print(out, 4, 6, "%s: %s, position %s", *question ? question : "whole letter",
                *stance ? stance : "no stance", page_text(row, "position"));
    print_field(row, "partial_ncnd", "partial NCND", out);
    print_field(row, "held_statement", "says of holding", out);
    print_field(row, "use_statement", "says of use", out);
    print_list(json_object_get(row, "exemptions"), "exemptions", out);
    print_field(row, "harm_test", "harm test", out);
    print_field(row, "public_interest_test", "public interest test", out);
    print_field(row, "link", "link", out);
    print_confidence(row, out);
    print_words(row, out);
}

void page_reading(const json_t *document, FILE *out)
{
    const json_t *readings = json_object_get(document, "readings");
    page_heading(out, 1, "Reading");
    if (!json_is_true(json_object_get(document, "decided")))
        lines_print(out, 2, 4, "No decision was found in the draft.");
    for (size_t i = 0; i < json_array_size(readings); i++) {
        const json_t *reading = json_array_get(readings, i);
        const json_t *rows = json_object_get(reading, "rows");
        lines_print(out, 2, 4, "Reading %s, by %s of the coding table%s",
                    page_text(reading, "reading"), page_text(reading, "coding_id"),
                    json_is_true(json_object_get(reading, "review"))
                        ? "; a person is asked to look at it"
                        : "");
        print_list(json_object_get(reading, "flags"), "flags", out);
        for (size_t k = 0; k < json_array_size(rows); k++)
            print_row(json_array_get(rows, k), out);
    }
}

static void print_acknowledgement(const json_t *a, FILE *out)
{
    const char *date = page_text(a, "date"), *body = page_text(a, "collaboration");
    const char *address = page_text(a, "address"), *withdrawn = page_text(a, "withdrawn");
    lines_print(out, 4, 6, "%s: %s, %s, on %s%s%s%s%s%s%s [%s:%lld]", page_text(a, "state"),
                *date ? date : "a day not known", page_text(a, "kind"), page_text(a, "tool"),
                *body ? ", " : "", body, *withdrawn ? ", withdrawn " : "", withdrawn,
                *address ? ", " : "", address, page_text(a, "file"), page_number(a, "line"));
}

static void print_level(const json_t *record, const char *level, const char *title, FILE *out)
{
    const json_t *list = json_object_get(record, level);
    lines_print(out, 2, 4, "%s%s", title, json_array_size(list) ? ":" : ": none");
    for (size_t i = 0; i < json_array_size(list); i++)
        print_acknowledgement(json_array_get(list, i), out);
}

void page_record(const json_t *document, FILE *out)
{
    const json_t *record = json_object_get(document, "record");
    SCOPED_TEXT title = memory_print("Public record of %s on %s", page_text(document, "force_name"),
                                     *page_text(document, "date") ? page_text(document, "date")
                                                                  : "a day not known");
    page_heading(out, 2, title);
    print_level(record, "own", "Of its own", out);
    print_level(record, "collaboration", "Of its collaborations", out);
    print_level(record, "third_party", "Of third parties (do not count as the force's own)", out);
}

/* Ended rows and those that have not begun are nothing of that day. */
static bool is_of_that_day(const json_t *candidate)
{
    const char *why = page_text(candidate, "why");
    return strcmp(why, "had ended") != 0 && strcmp(why, "took effect only afterwards") != 0;
}

static void print_candidate(const json_t *c, FILE *out)
{
    static const struct {
        const char *in_force, *words;
    } marks[] = {{"yes", "applies"}, {"possibly", "possibly applies"}, {"no", "does not apply"}};
    const char *mark = "";
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strcmp(page_text(c, "in_force"), marks[i].in_force) == 0)
            mark = marks[i].words;
    lines_print(out, 2, 4, "%s: %s, %s [%s:%lld]", mark, page_text(c, "guidance_id"),
                page_text(c, "title"), page_text(c, "file"), page_number(c, "line"));
    lines_print(out, 6, 8, "%s", page_text(c, "what"));
    lines_print(out, 6, 8, "because: %s", page_text(c, "why"));
    if (*page_text(c, "needs"))
        lines_print(out, 6, 8, "it %s", page_text(c, "needs"));
}

static void print_still_to_come(const json_t *list, FILE *out)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *g = json_array_get(list, i);
        lines_print(out, 2, 4,
                    "%sThe request was circulated, and its advice is not yet there: %s, %s, from "
                    "%s [%s:%lld]",
                    strcmp(page_text(g, "certainty"), "possible") == 0 ? "Possibly: " : "",
                    page_text(g, "guidance_id"), page_text(g, "title"),
                    page_text(g, "effective_from"), page_text(g, "file"), page_number(g, "line"));
    }
}

void page_advice(const json_t *document, FILE *out)
{
    const json_t *advice = json_object_get(document, "advice");
    const json_t *candidates = json_object_get(advice, "candidates");
    page_heading(out, 3, "The advice");
    print_still_to_come(json_object_get(advice, "still_to_come"), out);
    if (*page_text(advice, "condition"))
        lines_print(out, 2, 4, "Condition met: %s (%s)", page_text(advice, "condition"),
                    page_text(advice, "certainty"));
    else
        lines_print(out, 2, 4,
                    "None is in force for this request and tool on that day, so nothing is "
                    "expected of the answer.");
    for (size_t i = 0; i < json_array_size(candidates); i++)
        if (is_of_that_day(json_array_get(candidates, i)))
            print_candidate(json_array_get(candidates, i), out);
}

static void print_expected(const json_t *line, bool has_found, FILE *out)
{
    SCOPED_TEXT basis =
        memory_print("%s [%s]", page_text(line, "basis"), page_text(line, "source"));
    if (has_found) {
        const struct lines_cell cells[] = {{page_text(line, "element"), 17},
                                           {page_text(line, "wanted"), 19},
                                           {page_text(line, "found"), 15},
                                           {page_text(line, "result"), 8},
                                           {basis, 19}};
        lines_row(out, 2, cells, sizeof cells / sizeof *cells);
        return;
    }
    const struct lines_cell cells[] = {
        {page_text(line, "element"), 22}, {page_text(line, "wanted"), 30}, {basis, 26}};
    lines_row(out, 2, cells, sizeof cells / sizeof *cells);
}

static bool is_new_block(const json_t *line, const json_t *before)
{
    return strcmp(page_text(line, "reading"), page_text(before, "reading")) != 0 ||
           strcmp(page_text(line, "question"), page_text(before, "question")) != 0;
}

void page_expected(const json_t *document, FILE *out)
{
    const json_t *list = json_object_get(document, "expected");
    bool has_draft = json_object_get(document, "readings");
    bool is_decided = json_is_true(json_object_get(document, "decided"));
    page_heading(out, 4, has_draft ? "Expected and found" : "Expected");
    if (!json_array_size(list))
        lines_print(out, 2, 4, "none");
    if (has_draft && !is_decided)
        lines_print(out, 2, 4, "Not judged: no decision was found.");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *line = json_array_get(list, i);
        const char *reading = page_text(line, "reading"), *question = page_text(line, "question");
        if ((!i || is_new_block(line, json_array_get(list, i - 1))) && *reading)
            lines_print(out, 2, 4, "Reading %s, %s:", reading,
                        *question ? question : "whole letter");
        print_expected(line, is_decided, out);
    }
}
