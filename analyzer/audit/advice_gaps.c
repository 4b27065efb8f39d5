/* SPDX-License-Identifier: MIT */
#include "audit/advice_gaps.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "intake/ledger.h"

#include <stdlib.h>

enum { TOLD = 5, NAME_SHOWN = 60, LIST_BYTES = TOLD * (NAME_SHOWN + 4) + 40 };

/* "argus, borg and 3 more tools" */
struct list {
    char *names[TOLD];
    int64_t count;
};

static void add(struct list *list, struct slice name)
{
    if (list->count++ < TOLD) {
        char shown[NAME_SHOWN];
        utf8_show(name, shown, sizeof shown);
        list->names[list->count - 1] = memory_copy(shown);
    }
}

static void done(struct list *list)
{
    for (int64_t i = 0; i < list->count && i < TOLD; i++)
        free(list->names[i]);
}

static void write_list(const struct list *list, const char *or_and, char out[LIST_BYTES])
{
    int64_t named = list->count > TOLD ? TOLD : list->count, more = list->count - named;
    out[0] = '\0';
    for (int64_t i = 0; i < named; i++) {
        bool is_last = i + 1 == named && !more;
        text_add(out, LIST_BYTES, "%s%s", i == 0 ? "" : is_last ? or_and : ", ", list->names[i]);
    }
    if (more)
        text_add(out, LIST_BYTES, "%s%lld more %s", or_and, (long long)more,
                 text_plural(more, "tool", "tools"));
}

/* Tools with no advice that speaks for them, or with none in force on the day of an answer. */
struct gap {
    struct list tools;
    int64_t responses;
};
enum { UNSPOKEN, TOO_LATE, GAPS };

static bool find_gaps(sqlite3 *db, struct gap gaps[GAPS], struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "tools_without_advice");
    while (query_next(s)) {
        struct gap *gap = &gaps[query_get_int(s, "is_spoken_for") ? TOO_LATE : UNSPOKEN];
        add(&gap->tools, query_get_text(s, "tool_id"));
        gap->responses += query_get_int(s, "n");
    }
    return query_done(s, err);
}

/* "G01, G02" */
static char *rules_that_need(const struct catalogue *catalogue, bool is_in_force)
{
    struct word_list ids = {0};
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct rule *rule = &catalogue->rules[i];
        if (rule->needs[NEED_GUIDANCE_IN_FORCE] || (!is_in_force && rule->needs[NEED_GUIDANCE]))
            word_list_add(&ids, slice_of(rule->id));
    }
    char *joined = word_list_join(&ids, ", ");
    word_list_done(&ids);
    return joined;
}

/* A pack without any: no need to look at each tool. */
static bool find_none(sqlite3 *db, bool *ret_has_guidance, int64_t *ret_responses,
                      struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "advice_at_all");
    if (query_next(s)) {
        *ret_has_guidance = query_get_int(s, "has_guidance");
        *ret_responses = query_get_int(s, "n");
    }
    return query_done(s, err);
}

static bool tell_none(struct ledger *ledger, int64_t responses, const struct catalogue *catalogue,
                      struct error *err)
{
    struct ledger_notice notice = {"no-advice", 0, responses};
    SCOPED_TEXT rules = rules_that_need(catalogue, false);
    return !responses || ledger_notice(ledger, NULL, &notice, err,
                                       "the pack has no circular (guidance.csv): the rules that "
                                       "need advice (%s) were not asked",
                                       rules);
}

static bool tell(struct ledger *ledger, const struct gap *gap, bool is_in_force,
                 const struct catalogue *catalogue, struct error *err)
{
    if (!gap->tools.count)
        return true;
    struct ledger_notice notice = {"no-advice", 0, gap->responses};
    char tools[LIST_BYTES];
    write_list(&gap->tools, " or ", tools);
    SCOPED_TEXT rules = rules_that_need(catalogue, is_in_force);
    return ledger_notice(ledger, NULL, &notice, err,
                         "no circular %s %s%s: the rules that need advice%s (%s) were not asked of "
                         "%s",
                         is_in_force ? "that covers" : "covers", tools,
                         is_in_force ? " was in force on the day of an answer" : "",
                         is_in_force ? " in force" : "", rules,
                         gap->tools.count == 1 ? "it" : "them");
}

static bool drop_asked(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "drop_asked");
    return query_run(s, err);
}

static bool tell_gaps(sqlite3 *db, struct ledger *ledger, const struct catalogue *catalogue,
                      struct error *err)
{
    struct gap gaps[GAPS] = {0};
    bool ok = find_gaps(db, gaps, err) && drop_asked(db, err) &&
              tell(ledger, &gaps[UNSPOKEN], false, catalogue, err) &&
              tell(ledger, &gaps[TOO_LATE], true, catalogue, err);
    for (size_t i = 0; i < GAPS; i++)
        done(&gaps[i].tools);
    return ok;
}

bool advice_gaps_tell(sqlite3 *db, const struct catalogue *catalogue, struct intake_result *loaded,
                      struct error *err)
{
    bool has_guidance = false;
    int64_t responses = 0;
    struct ledger ledger;
    ledger_open(&ledger, db, loaded);
    bool ok = find_none(db, &has_guidance, &responses, err) &&
              (has_guidance ? tell_gaps(db, &ledger, catalogue, err)
                            : tell_none(&ledger, responses, catalogue, err));
    ledger_close(&ledger);
    return ok;
}
