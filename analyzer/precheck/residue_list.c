/* SPDX-License-Identifier: MIT
 * The order of what is left over, and what was said twice.
 */
#include "base/memory.h"
#include "precheck/residue.h"

#include <stdlib.h>
#include <string.h>

static json_int_t begin_of(const json_t *item)
{
    return json_integer_value(json_array_get(json_object_get(item, "span"), 0));
}

static json_int_t end_of(const json_t *item)
{
    return json_integer_value(json_array_get(json_object_get(item, "span"), 1));
}

static int compare_items(const void *left, const void *right)
{
    const json_t *a = *(json_t *const *)left, *b = *(json_t *const *)right;
    if (begin_of(a) != begin_of(b))
        return begin_of(a) < begin_of(b) ? -1 : 1;
    int kinds = strcmp(text_of(a, "kind"), text_of(b, "kind"));
    if (kinds)
        return kinds;
    if (end_of(a) != end_of(b))
        return end_of(a) > end_of(b) ? -1 : 1;
    return strcmp(text_of(a, "what"), text_of(b, "what"));
}

/* Said by a rule and by a pattern, or by both readings. */
static bool is_said(const json_t *list, const json_t *item)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *other = json_array_get(list, i);
        if (strcmp(text_of(other, "kind"), text_of(item, "kind")) != 0)
            continue;
        bool has_span = json_is_array(json_object_get(item, "span")) &&
                        json_is_array(json_object_get(other, "span"));
        if (has_span ? begin_of(item) < end_of(other) && end_of(item) > begin_of(other)
                     : strcmp(text_of(other, "what"), text_of(item, "what")) == 0)
            return true;
    }
    return false;
}

void residue_sort(json_t *list)
{
    size_t count = json_array_size(list);
    if (!count)
        return;
    json_t **items = memory_new(count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = json_incref(json_array_get(list, i));
    qsort(items, count, sizeof *items, compare_items);
    json_array_clear(list);
    for (size_t i = 0; i < count; i++) {
        if (!is_said(list, items[i]))
            json_array_append(list, items[i]);
        json_decref(items[i]);
    }
    free(items);
}
