/* SPDX-License-Identifier: MIT
 * The table of `concord advise`.
 */
#include "base/memory.h"
#include "precheck/lines.h"
#include "precheck/page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void print_ids(const json_t *option, FILE *out)
{
    static const char *const severities[] = {"critical", "high", "medium", "low", "info"};
    const json_t *creates = json_object_get(option, "creates");
    for (size_t s = 0; s < sizeof severities / sizeof *severities; s++) {
        const json_t *ids = json_object_get(creates, severities[s]);
        if (!json_array_size(ids))
            continue;
        char *text = NULL;
        size_t length;
        FILE *words = memory_stream(&text, &length);
        for (size_t i = 0; i < json_array_size(ids); i++)
            fprintf(words, "%s%s", i ? ", " : "", json_string_value(json_array_get(ids, i)));
        memory_stream_end(words);
        lines_print(out, 6, 8, "%s: %s", severities[s], text);
        free(text);
    }
}

static long long created(const json_t *option, const char *severity)
{
    return page_number(json_object_get(option, "creates_matters"), severity);
}

static void print_option(const json_t *o, FILE *out)
{
    const json_t *bits = json_object_get(o, "bits");
    double change = json_is_number(bits) ? json_number_value(bits) : (double)NAN;
    SCOPED_TEXT create =
        memory_print("%lld/%lld/%lld/%lld/%lld", created(o, "critical"), created(o, "high"),
                     created(o, "medium"), created(o, "low"), created(o, "info"));
    SCOPED_TEXT own = memory_print("%zu", json_array_size(json_object_get(o, "contradicts")));
    SCOPED_TEXT with = memory_print("%zu", json_array_size(json_object_get(o, "with")));
    SCOPED_TEXT against = memory_print("%zu", json_array_size(json_object_get(o, "against")));
    SCOPED_TEXT given = isnan(change) ? memory_copy("-") : memory_print("%+.2f", change);
    const struct lines_cell cells[] = {
        {page_text(o, "option"), 26}, {create, 14}, {own, 9}, {with, 7}, {against, 9}, {given, 8}};
    lines_row(out, 2, cells, sizeof cells / sizeof *cells);
    if (*page_text(o, "expected_by"))
        lines_print(out, 6, 8, "expected by %s", page_text(o, "expected_by"));
    print_ids(o, out);
}

void page_options(const json_t *document, FILE *out)
{
    const json_t *options = json_object_get(document, "options");
    page_heading(out, 5, "Answers (the order is fixed, and recommends none)");
    const struct lines_cell head[] = {{"answer", 26}, {"would create", 14}, {"own", 9},
                                      {"with", 7},    {"against", 9},       {"bits", 8}};
    lines_row(out, 2, head, sizeof head / sizeof *head);
    for (size_t i = 0; i < json_array_size(options); i++)
        print_option(json_array_get(options, i), out);
    lines_print(
        out, 2, 4,
        "Would create: matters, critical/high/medium/low/info, each with its findings below. Own: "
        "letters of this force "
        "that it would contradict. With, against: forces with a letter on the request. "
        "Bits: what the answers would give away, more or less than now; -: too few for any "
        "statement.");
}
