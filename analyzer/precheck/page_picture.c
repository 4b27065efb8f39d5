/* SPDX-License-Identifier: MIT
 * The parts that say what the draft would do to the picture that the world already has.
 */
#include "base/memory.h"
#include "base/text.h"
#include "precheck/lines.h"
#include "precheck/page.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SOURCES = 4, MOST_LISTED = 20 };

static void print_sources(const json_t *finding, FILE *out)
{
    const json_t *evidence = json_object_get(finding, "evidence");
    size_t count = json_array_size(evidence);
    char *text = NULL;
    size_t length;
    FILE *words = memory_stream(&text, &length);
    for (size_t i = 0; i < count && i < MOST_SOURCES; i++)
        fprintf(words, "%s%s", i ? ", " : "", page_text(json_array_get(evidence, i), "source"));
    if (count > MOST_SOURCES)
        fprintf(words, " and %zu more", count - MOST_SOURCES);
    memory_stream_end(words);
    if (count)
        lines_print(out, 6, 8, "rests on %s", text);
    free(text);
}

static void print_finding(const json_t *f, FILE *out)
{
    const char *was = page_text(f, "was_severity"), *sure = page_text(f, "was_certainty");
    lines_print(out, 4, 6, "%s %s%s%s, basis %s%s%s%s%s", page_text(f, "finding_id"),
                page_text(f, "severity"),
                strcmp(page_text(f, "certainty"), "possible") == 0 ? ", possible" : "",
                strcmp(page_text(f, "status"), "waived") == 0 ? ", waived" : "",
                page_text(f, "basis"), *was ? ", was " : "", was, *sure ? ", was " : "", sure);
    lines_print(out, 6, 8, "%s", page_text(f, "message"));
    print_sources(f, out);
}

/* Open findings that report one fact are one; waived ones are none. */
static size_t count_matters(const json_t *list)
{
    json_t *seen = json_object();
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *matter = page_text(json_array_get(list, i), "matter_id");
        if (*matter)
            json_object_set_new(seen, matter, json_true());
    }
    size_t count = json_object_size(seen);
    json_decref(seen);
    return count;
}

static void print_group(const json_t *groups, const char *group, const char *title, FILE *out)
{
    const json_t *list = json_object_get(groups, group);
    size_t count = json_array_size(list);
    if (!count) {
        lines_print(out, 2, 4, "%s: none", title);
        return;
    }
    size_t matters = count_matters(list);
    if (matters && matters < count)
        lines_print(out, 2, 4, "%s (%zu findings, which are %zu %s):", title, count, matters,
                    text_plural((int64_t)matters, "matter", "matters"));
    else
        lines_print(out, 2, 4, "%s (%zu):", title, count);
    for (size_t i = 0; i < count && i < MOST_LISTED; i++)
        print_finding(json_array_get(list, i), out);
    if (count > MOST_LISTED)
        lines_print(out, 4, 6, "and %zu more; --json lists all", count - MOST_LISTED);
}

static void print_remaining(const json_t *groups, FILE *out)
{
    const json_t *remain = json_object_get(groups, "remain");
    const json_t *worst = json_object_get(remain, "worst");
    long long count = page_number(remain, "count");
    lines_print(out, 2, 4, "Would remain, about this force on this tool: %s%.0lld%s",
                count ? "" : "none", count, json_array_size(worst) ? "; the worst:" : "");
    for (size_t i = 0; i < json_array_size(worst); i++)
        print_finding(json_array_get(worst, i), out);
}

void page_findings(const json_t *document, FILE *out)
{
    static const char *const names[] = {"A", "B"};
    const json_t *findings = json_object_get(document, "findings");
    page_heading(out, 5, "Findings");
    for (size_t i = 0; i < 2; i++) {
        const json_t *groups = json_object_get(findings, names[i]);
        if (!groups)
            continue;
        if (json_object_size(findings) > 1)
            lines_print(out, 2, 4, "Under reading %s:", names[i]);
        print_group(groups, "create", "Would create", out);
        print_group(groups, "resolve", "Would resolve (closed by a new letter, not undone)", out);
        print_group(groups, "join", "Would join", out);
        print_group(groups, "change", "Would change", out);
        print_remaining(groups, out);
    }
}

static void print_counts(const json_t *counts, const char *label, FILE *out)
{
    lines_print(out, 2, 4, "%s: %lld confirm, %lld deny, %lld neither confirm nor deny", label,
                page_number(counts, "confirm"), page_number(counts, "deny"),
                page_number(counts, "ncnd"));
}

static const char *date_or(const json_t *letter)
{
    const char *date = page_text(letter, "date");
    return *date ? date : "a day not known";
}

static void print_own_letters(const json_t *beside, FILE *out)
{
    const json_t *letters = json_object_get(beside, "own_letters");
    lines_print(out, 2, 4, "Own letters on the tool%s",
                json_array_size(letters) ? ", in order of time:" : ": none");
    for (size_t i = 0; i < json_array_size(letters); i++) {
        const json_t *letter = json_array_get(letters, i);
        const char *position = page_text(letter, "position");
        lines_print(out, 4, 6, "%s: %s, request %s, %s [%s:%lld]", date_or(letter),
                    strcmp(position, "silent") == 0 ? "no position" : position,
                    page_text(letter, "request"), page_text(letter, "stage"),
                    page_text(letter, "file"), page_number(letter, "line"));
    }
    const json_t *change = json_object_get(beside, "change");
    static const char *const names[] = {"A", "B"};
    for (size_t i = 0; i < 2; i++)
        if (*page_text(change, names[i]))
            lines_print(out, 4, 6, "the draft%s%s: %s",
                        json_object_size(change) > 1 ? ", reading " : "",
                        json_object_size(change) > 1 ? names[i] : "", page_text(change, names[i]));
}

void page_beside(const json_t *document, FILE *out)
{
    const json_t *beside = json_object_get(document, "beside");
    const json_t *request = json_object_get(beside, "request");
    const json_t *letters = json_object_get(request, "letters");
    page_heading(out, 6, "Beside the others (published letters, counted and not weighed)");
    print_counts(request, "Same request", out);
    for (size_t i = 0; i < json_array_size(letters); i++) {
        const json_t *letter = json_array_get(letters, i);
        lines_print(out, 4, 6, "%s: %s, %s [%s:%lld]", page_text(letter, "position"),
                    page_text(letter, "force"), date_or(letter), page_text(letter, "file"),
                    page_number(letter, "line"));
    }
    print_counts(json_object_get(beside, "tool"), "Same tool, public positions of other forces",
                 out);
    print_own_letters(beside, out);
}

static void print_change(const json_t *before, const json_t *after, const char *key,
                         const char *label, double factor, FILE *out)
{
    const json_t *was = json_object_get(before, key), *is = json_object_get(after, key);
    if (json_is_number(was) && json_is_number(is))
        lines_print(out, 2, 4, "%s: %.2f, with the draft %.2f", label,
                    factor * json_number_value(was), factor * json_number_value(is));
    else
        lines_print(out, 2, 4, "%s: undefined", label);
}

static void print_state(const json_t *before, const json_t *after, FILE *out)
{
    print_change(before, after, "leaked_bits", "Bits about all forces", 1, out);
    print_change(before, after, "p_use", "Share of users expected among the NCND, %", 100, out);
    print_change(before, after, "decodability", "Decodability ratio (1: NCND says nothing)", 1,
                 out);
    const json_t *was = json_object_get(before, "band"), *is = json_object_get(after, "band");
    for (size_t i = 0; i < json_array_size(was); i++) {
        SCOPED_TEXT label = memory_print("If %lld forces use it, chance of the others, %%",
                                         page_number(json_array_get(was, i), "users"));
        print_change(json_array_get(was, i), json_array_get(is, i), "p_use", label, 100, out);
    }
}

void page_exposure(const json_t *document, FILE *out)
{
    const json_t *exposure = json_object_get(document, "exposure");
    const json_t *before = json_object_get(exposure, "before");
    const json_t *b = json_object_get(exposure, "after_b");
    page_heading(out, 7, "What it gives away");
    if (json_is_true(json_object_get(exposure, "too_few"))) {
        lines_print(out, 2, 4, "Too few for any statement.");
        return;
    }
    if (b)
        lines_print(out, 2, 4, "Under reading A:");
    print_state(before, json_object_get(exposure, "after"), out);
    if (b) {
        lines_print(out, 2, 4, "Under reading B:");
        print_state(before, b, out);
    }
    lines_print(out, 2, 4,
                "These figures measure what the published answers give away under stated "
                "assumptions, not who uses a tool.");
}

void page_residue(const json_t *document, FILE *out)
{
    const json_t *list = json_object_get(document, "residue");
    page_heading(out, 8, "Residue");
    if (!json_array_size(list))
        lines_print(out, 2, 4, "none");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i), *span = json_object_get(item, "span");
        SCOPED_TEXT place =
            json_is_array(span)
                ? memory_print("draft, bytes %lld-%lld",
                               (long long)json_integer_value(json_array_get(span, 0)),
                               (long long)json_integer_value(json_array_get(span, 1)))
                : memory_copy("the draft");
        const char *words = page_text(item, "words");
        lines_print(out, 2, 4, "%s: %s%s%s%s [%s]", page_text(item, "kind"),
                    page_text(item, "what"), *words ? ": “" : "", words, *words ? "”" : "", place);
    }
}
