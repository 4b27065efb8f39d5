/* SPDX-License-Identifier: MIT */
#include "audit/asked.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "store/row_map.h"

#include <stdlib.h>

struct answer {
    int32_t request_no, tool_no;
    struct date_interval responded;
};
static const struct field answer_fields[] = {
    FIELD(struct answer, request_no),
    FIELD(struct answer, tool_no),
    FIELD_OF_DAYS(struct answer, responded),
};

struct asked {
    int32_t request_no, tool_no;
    int64_t n;
    struct date_interval days;
};
static const struct field asked_fields[] = {
    FIELD(struct asked, request_no),
    FIELD(struct asked, tool_no),
    FIELD(struct asked, n),
    FIELD_OF_DAYS(struct asked, days),
};

struct list {
    struct asked *all;
    size_t count, room;
    struct dictionary places;
};

static bool is_same(int32_t number, const void *key, void *context)
{
    const struct asked *asked = &((const struct list *)context)->all[number];
    const struct answer *answer = key;
    return asked->request_no == answer->request_no && asked->tool_no == answer->tool_no;
}

static struct asked *place_of(struct list *list, const struct answer *answer)
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

static void count(struct list *list, const struct answer *answer)
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

static bool count_all(sqlite3 *db, struct list *list, struct error *err)
{
    SCOPED_ROW_MAP answers = row_reader(db, "answers_asked", answer_fields);
    struct answer answer;
    while (row_next(&answers, &answer))
        count(list, &answer);
    return row_done(&answers, err);
}

static bool insert_all(sqlite3 *db, const struct list *list, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(db, "insert_asked", asked_fields);
    bool ok = true;
    for (size_t i = 0; ok && i < list->count; i++)
        ok = row_write(&insert, &list->all[i], err);
    return ok;
}

bool asked_make(sqlite3 *db, struct error *err)
{
    struct list list = {.count = 0};
    bool ok = database_run_file(db, "analyzer/audit/asked_table.sql", err) &&
              count_all(db, &list, err) && insert_all(db, &list, err);
    free(list.all);
    dictionary_done(&list.places);
    return ok;
}
