/* SPDX-License-Identifier: MIT */
#include "precheck/page.h"

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "precheck/lines.h"

#include <string.h>

const char *page_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

long long page_number(const json_t *object, const char *key)
{
    return (long long)json_integer_value(json_object_get(object, key));
}

void page_heading(FILE *out, int number, const char *title)
{
    fputs("\n", out);
    lines_print(out, 0, 2, "%d %s", number, title);
}

static void print_two_ways(const json_t *document, FILE *out)
{
    const json_t *turning = json_object_get(document, "turning_words");
    lines_print(out, 0, 2,
                "This draft can be read in two ways; both are shown below. What does it:");
    for (size_t i = 0; i < json_array_size(turning); i++) {
        const json_t *item = json_array_get(turning, i), *span = json_object_get(item, "span");
        const char *words = page_text(item, "words");
        lines_print(out, 2, 4, "%s%s%s%s [draft, bytes %lld-%lld]", page_text(item, "act"),
                    *words ? ": “" : "", words, *words ? "”" : "",
                    (long long)json_integer_value(json_array_get(span, 0)),
                    (long long)json_integer_value(json_array_get(span, 1)));
    }
}

static void print_head(const json_t *document, FILE *out)
{
    const json_t *readings = json_object_get(document, "readings");
    const char *request = page_text(document, "request"), *date = page_text(document, "date");
    if (json_array_size(readings) > 1)
        print_two_ways(document, out);
    lines_print(out, 0, 2, "%s on %s%s%s, %s; stage %s; as of %s.",
                page_text(document, "force_name"), page_text(document, "tool_name"),
                *request ? ", request " : "", request, *date ? date : "without a date",
                page_text(document, "stage"),
                *page_text(document, "as_of") ? page_text(document, "as_of") : "no date");
}

static void print_notices(const json_t *document, FILE *out)
{
    const json_t *notices = json_object_get(document, "notices");
    for (size_t i = 0; i < json_array_size(notices); i++)
        lines_print(out, 2, 4, "Note: %s.", json_string_value(json_array_get(notices, i)));
}

/* One digest over the names and digests of the files of that origin. */
static void print_digest(const json_t *inputs, const char *origin, const char *label, FILE *out)
{
    char hex[DIGEST_BYTES];
    struct digest *digest = digest_new();
    size_t files = 0;
    const json_t *last = NULL;
    for (size_t i = 0; i < json_array_size(inputs); i++) {
        const json_t *input = json_array_get(inputs, i);
        if (strcmp(page_text(input, "origin"), origin) != 0)
            continue;
        files++;
        last = input;
        digest_add(digest, slice_of(page_text(input, "file")));
        digest_add(digest, slice_of(page_text(input, "sha256")));
    }
    digest_free(digest, hex);
    if (files == 1 && strcmp(origin, "draft") == 0)
        lines_print(out, 2, 4, "%s %s, SHA-256 %s", label, page_text(last, "file"),
                    page_text(last, "sha256"));
    else if (files)
        lines_print(out, 2, 4, "%s %zu %s, SHA-256 over names and digests %s", label, files,
                    text_plural((int64_t)files, "file", "files"), hex);
}

void page_closing(const json_t *document, FILE *out)
{
    const json_t *inputs = json_object_get(document, "inputs");
    page_heading(out, 9, "Closing");
    print_notices(document, out);
    print_digest(inputs, "draft", "Draft:", out);
    print_digest(inputs, "pack", "Pack:", out);
    print_digest(inputs, "reference", "Reference:", out);
    lines_print(out, 2, 4, "concord %s", page_text(document, "version"));
    lines_print(out, 2, 2,
                "This compares a draft with what is published and advised. It is not legal advice, "
                "and each force decides for itself.");
}

void precheck_page(const json_t *document, FILE *out)
{
    bool has_draft = json_object_get(document, "readings");
    bool is_decided = json_is_true(json_object_get(document, "decided"));
    print_head(document, out);
    if (has_draft)
        page_reading(document, out);
    page_record(document, out);
    page_advice(document, out);
    page_expected(document, out);
    if (!has_draft)
        page_options(document, out);
    else if (is_decided)
        page_findings(document, out);
    page_beside(document, out);
    if (is_decided)
        page_exposure(document, out);
    if (has_draft)
        page_residue(document, out);
    page_closing(document, out);
}
