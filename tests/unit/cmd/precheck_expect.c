/* SPDX-License-Identifier: MIT */
#include "precheck_expect.h"

#include "base/memory.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

const char *expect_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* "G03 critical", sorted. */
static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

char *expect_list(const json_t *list, const char *first, const char *second)
{
    size_t count = json_array_size(list);
    char **texts = memory_new(count + 1, sizeof *texts);
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        texts[i] = *second
                       ? memory_print("%s %s", expect_text(item, first), expect_text(item, second))
                       : strdup(expect_text(item, first));
    }
    qsort(texts, count, sizeof *texts, compare_texts);
    char *all = NULL;
    size_t length;
    FILE *out = memory_stream(&all, &length);
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "%s%s", i ? "; " : "", texts[i]);
        free(texts[i]);
    }
    memory_stream_end(out);
    free(texts);
    return all;
}

const json_t *expect_follow(const json_t *document, const char *path)
{
    SCOPED_TEXT copy = strdup(path);
    char *rest = copy;
    const json_t *at = document;
    for (char *part = strsep(&rest, "."); part && at; part = strsep(&rest, "."))
        at = json_is_array(at) ? json_array_get(at, (size_t)strtoul(part, NULL, 10))
                               : json_object_get(at, part);
    return at;
}

/* The readings as "A ncnd; B held_exempt". */
static char *readings_of(const json_t *document)
{
    const json_t *readings = json_object_get(document, "readings");
    char *all = NULL;
    size_t length;
    FILE *out = memory_stream(&all, &length);
    for (size_t i = 0; i < json_array_size(readings); i++) {
        const json_t *rows = json_object_get(json_array_get(readings, i), "rows");
        for (size_t k = 0; k < json_array_size(rows); k++) {
            const json_t *row = json_array_get(rows, k);
            fprintf(out, "%s%s %s%s%s", i || k ? "; " : "",
                    expect_text(json_array_get(readings, i), "reading"),
                    expect_text(row, "question"), *expect_text(row, "question") ? " " : "",
                    expect_text(row, "stance"));
        }
    }
    memory_stream_end(out);
    return all;
}

/* The lines of one reading of what is expected, "position met". */
static char *expected_of(const json_t *document, const char *reading)
{
    const json_t *list = json_object_get(document, "expected");
    json_t *own = json_array();
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(expect_text(json_array_get(list, i), "reading"), reading) == 0)
            json_array_append(own, json_array_get(list, i));
    char *text = expect_list(own, "element", "result");
    json_decref(own);
    return text;
}

/* What the key of an expectation stands for, as a text; NULL: a path. */
static char *projected(const json_t *document, const char *key)
{
    static const char *const groups[] = {"create", "resolve", "join", "change"};
    static const char *const levels[] = {"own", "collaboration", "third_party"};
    for (size_t i = 0; i < LENGTH_OF(groups); i++)
        for (int b = 0; b < 2; b++) {
            SCOPED_TEXT name = memory_print("%s%s", groups[i], b ? " B" : "");
            SCOPED_TEXT path = memory_print("findings.%s.%s", b ? "B" : "A", groups[i]);
            if (strcmp(key, name) == 0)
                return expect_list(expect_follow(document, path), "rule_id", "severity");
        }
    for (size_t i = 0; i < LENGTH_OF(levels); i++)
        if (strcmp(key, levels[i]) == 0)
            return expect_list(json_object_get(json_object_get(document, "record"), levels[i]),
                               "id", "state");
    if (strcmp(key, "expected") == 0)
        return expected_of(document, json_object_get(document, "readings") ? "A" : "");
    if (strcmp(key, "expected B") == 0)
        return expected_of(document, "B");
    if (strcmp(key, "residue") == 0)
        return expect_list(json_object_get(document, "residue"), "kind", "");
    return strcmp(key, "readings") == 0 ? readings_of(document) : NULL;
}

static void check_notices(const json_t *document, const json_t *wanted)
{
    SCOPED_TEXT all = json_dumps(json_object_get(document, "notices"), 0);
    for (size_t i = 0; i < json_array_size(wanted); i++)
        ck_assert_msg(strstr(all, json_string_value(json_array_get(wanted, i))),
                      "no notice says \"%s\": %s", json_string_value(json_array_get(wanted, i)),
                      all);
}

void expect_check(const json_t *test, const json_t *document)
{
    const char *key;
    json_t *wanted;
    json_object_foreach(json_object_get(test, "expect"), key, wanted)
    {
        if (strcmp(key, "notices") == 0) {
            check_notices(document, wanted);
            continue;
        }
        SCOPED_TEXT text = projected(document, key);
        const json_t *found = expect_follow(document, key);
        SCOPED_TEXT shown = found ? json_dumps(found, JSON_ENCODE_ANY) : memory_copy("nothing");
        SCOPED_TEXT asked = json_dumps(wanted, JSON_ENCODE_ANY);
        if (text)
            ck_assert_msg(strcmp(text, json_string_value(wanted)) == 0, "%s is \"%s\", not %s", key,
                          text, asked);
        else
            ck_assert_msg(json_equal(found, wanted), "%s is %s, not %s", key, shown, asked);
    }
}
