/* SPDX-License-Identifier: MIT */
#include "intake/asked.h"

#include "base/memory.h"
#include "store/row_map.h"

#include <stdlib.h>

static const struct field answer_fields[] = {
    FIELD(struct answer_asked, request_no),
    FIELD(struct answer_asked, tool_no),
    FIELD_OF_DAYS(struct answer_asked, responded),
};

static const struct field asked_fields[] = {
    FIELD(struct asked, request_no),
    FIELD(struct asked, tool_no),
    FIELD(struct asked, n),
    FIELD_OF_DAYS(struct asked, days),
};

static bool is_same(int32_t number, const void *key, void *context)
{
    const struct asked *asked = &((const struct asked_list *)context)->all[number];
    const struct answer_asked *answer = key;
    return asked->request_no == answer->request_no && asked->tool_no == answer->tool_no;
}

static struct asked *place_of(struct asked_list *list, const struct answer_asked *answer)
{
    const int32_t key[] = {answer->request_no, answer->tool_no};
    uint64_t hash = dictionary_hash((struct slice){(const char *)key, sizeof key});
    int32_t at = dictionary_find(&list->places, hash, is_same, answer, list);
    if (at >= 0)
        return &list->all[at];
    list->all = memory_grow(list->all, list->count, &list->room, sizeof *list->all);
    struct asked *asked = &list->all[list->count];
    *asked = (struct asked){answer->request_no, answer->tool_no, 0, {DAY_MIN, DAY_MAX}};
    dictionary_add(&list->places, hash, (int32_t)list->count++);
    return asked;
}

void asked_count(struct asked_list *list, const struct answer_asked *answer)
{
    struct asked *asked = place_of(list, answer);
    asked->n++;
    if (!date_is_known(answer->responded))
        return;
    bool is_first = !date_is_known(asked->days);
    if (is_first || answer->responded.earliest < asked->days.earliest)
        asked->days.earliest = answer->responded.earliest;
    if (is_first || answer->responded.latest > asked->days.latest)
        asked->days.latest = answer->responded.latest;
}

static bool count_inexact(struct asked_list *list, sqlite3 *db, struct error *err)
{
    SCOPED_ROW_MAP answers = row_reader(db, "inexact_answers", answer_fields);
    struct answer_asked answer;
    while (row_next(&answers, &answer))
        asked_count(list, &answer);
    return row_done(&answers, err);
}

static bool drop_inexact(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "drop_inexact_responses");
    return query_run(s, err);
}

bool asked_store(struct asked_list *list, sqlite3 *db, struct error *err)
{
    if (!count_inexact(list, db, err) || !drop_inexact(db, err))
        return false;
    SCOPED_ROW_MAP insert = row_writer(db, "insert_asked", asked_fields);
    bool ok = true;
    for (size_t i = 0; ok && i < list->count; i++)
        ok = row_write(&insert, &list->all[i], err);
    return ok;
}

void asked_done(struct asked_list *list)
{
    free(list->all);
    dictionary_done(&list->places);
    *list = (struct asked_list){.count = 0};
}
