/* SPDX-License-Identifier: MIT */
#include "precheck_by_hand.h"

#include "base/memory.h"
#include "precheck_expect.h"
#include "precheck_support.h"
#include "running.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

static void write_field(FILE *out, const char *text, char after)
{
    putc('"', out);
    for (; *text; text++) {
        if (*text == '"')
            putc('"', out);
        putc(*text, out);
    }
    fprintf(out, "\"%c", after);
}

/* The rows of a reading: of B, those of A where it says nothing of the question. */
static json_t *rows_of_reading(const json_t *document, int reading)
{
    json_t *rows = json_deep_copy(expect_follow(document, "readings.0.rows"));
    const json_t *other = reading ? expect_follow(document, "readings.1.rows") : NULL;
    for (size_t k = 0; k < json_array_size(other); k++)
        for (size_t i = 0; i < json_array_size(rows); i++)
            if (strcmp(expect_text(json_array_get(rows, i), "question"),
                       expect_text(json_array_get(other, k), "question")) == 0)
                json_array_set(rows, i, json_array_get(other, k));
    return rows;
}

/* "31(3);24(2)" */
static char *citations_of(const json_t *row)
{
    const json_t *cited = json_object_get(row, "exemptions");
    char *text = NULL;
    size_t length;
    FILE *out = memory_stream(&text, &length);
    for (size_t i = 0; i < json_array_size(cited); i++)
        fprintf(out, "%s%s", i ? ";" : "", json_string_value(json_array_get(cited, i)));
    memory_stream_end(out);
    return text;
}

/* What a person would write into each column. */
static json_t *cells_of(const json_t *document, const json_t *row, const char *text)
{
    static const char *const same[] = {"stance",    "partial_ncnd",         "held_statement",
                                       "harm_test", "public_interest_test", "use_statement",
                                       "link"};
    static const char *const of_document[][2] = {
        {"force_id", "force"},         {"request_id", "request"}, {"tool_id", "tool"},
        {"date_received", "received"}, {"stage", "stage"},        {"date_responded", "date"},
    };
    const char *question = expect_text(row, "question");
    SCOPED_TEXT id = *question ? memory_print("draft:%s", question) : strdup("draft");
    SCOPED_TEXT citations = citations_of(row);
    json_t *cells = json_pack("{ss ss ss ss}", "response_id", id, "question_id", question,
                              "exemptions", citations, "text", text);
    for (size_t i = 0; i < LENGTH_OF(same); i++)
        json_object_set_new(cells, same[i], json_string(expect_text(row, same[i])));
    for (size_t i = 0; i < LENGTH_OF(of_document); i++)
        json_object_set_new(cells, of_document[i][0],
                            json_string(expect_text(document, of_document[i][1])));
    return cells;
}

/* Under the headings that the pack has; only the letter's wording may have none. */
static void write_row(FILE *out, const char *header, const json_t *cells)
{
    json_t *left = json_deep_copy(cells);
    SCOPED_TEXT copy = memory_print("%.*s", (int)strcspn(header, "\r\n"), header);
    char *rest = copy;
    for (char *name = strsep(&rest, ","); name; name = strsep(&rest, ",")) {
        write_field(out, expect_text(cells, name), rest ? ',' : '\n');
        json_object_del(left, name);
    }
    const char *name;
    json_t *value;
    json_object_foreach(left, name, value) ck_assert_msg(
        strcmp(name, "text") == 0 || !*json_string_value(value), "the pack has no column %s", name);
    json_decref(left);
}

/* As somebody would add them to responses.csv. */
static void write_by_hand(const json_t *document, const char *letter, const json_t *rows)
{
    size_t size = 0, length;
    SCOPED_TEXT text = support_read_file(running_path(letter), &size);
    SCOPED_TEXT responses = support_read_file(running_path("pack/responses.csv"), &size);
    char *csv = NULL;
    FILE *out = memory_stream(&csv, &length);
    fputs(responses, out);
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *cells = cells_of(document, json_array_get(rows, i), text);
        write_row(out, responses, cells);
        json_decref(cells);
    }
    memory_stream_end(out);
    free(support_shell("cp -r pack by-hand"));
    running_write("by-hand/responses.csv", csv);
    free(csv);
}

/* The open findings of up to two lists, which are separated by a space. */
static char *ids_of(const json_t *document, const char *lists)
{
    json_t *all = json_array();
    SCOPED_TEXT copy = strdup(lists);
    char *rest = copy;
    for (char *name = strsep(&rest, " "); name; name = strsep(&rest, " ")) {
        const json_t *list = expect_follow(document, name);
        for (size_t k = 0; k < json_array_size(list); k++)
            if (strcmp(expect_text(json_array_get(list, k), "status"), "waived") != 0)
                json_array_append(all, json_array_get(list, k));
    }
    char *ids = expect_list(all, "finding_id", "");
    json_decref(all);
    return ids;
}

/* What `concord diff` says of the pack and of one to which the rows were added by a person. */
static json_t *difference_by_hand(const json_t *document)
{
    const char *as_of = expect_text(document, "as_of");
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "old", "--as-of", as_of, "--format",
                         "csv", "--quiet"),
                  0, NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "by-hand", "-o", "new", "--as-of", as_of,
                         "--format", "csv", "--quiet"),
                  0, NULL, NULL);
    SCOPED_TEXT text = support_printed(
        RUN_IN(running_work, "diff", "--json", "old/audit.db", "new/audit.db"), 0, "");
    free(support_shell("rm -r by-hand old new"));
    return support_json(text);
}

void by_hand_check(const json_t *test, const json_t *document, const char *letter)
{
    static const struct {
        const char *ours[2], *theirs;
    } lists[] = {
        {{"findings.A.create", "findings.B.create"}, "new_findings"},
        {{"findings.A.resolve", "findings.B.resolve"}, "resolved_findings"},
        {{"findings.A.join findings.A.change", "findings.B.join findings.B.change"},
         "altered_findings joined_findings"},
    };
    const json_t *create = json_object_get(json_object_get(test, "expect"), "create");
    for (int r = 0; r < (int)json_array_size(json_object_get(document, "readings")); r++) {
        json_t *rows = rows_of_reading(document, r);
        write_by_hand(document, letter, rows);
        json_t *diff = difference_by_hand(document);
        size_t compared = 0;
        for (size_t i = 0; i < LENGTH_OF(lists); i++) {
            SCOPED_TEXT ours = ids_of(document, lists[i].ours[r]);
            SCOPED_TEXT theirs = ids_of(diff, lists[i].theirs);
            compared += strlen(ours);
            ck_assert_msg(strcmp(ours, theirs) == 0, "%s: %s\n%s: %s", lists[i].ours[r], ours,
                          lists[i].theirs, theirs);
        }
        ck_assert_msg(compared || json_is_string(create), "nothing to compare, none expected");
        json_decref(diff);
        json_decref(rows);
    }
}
