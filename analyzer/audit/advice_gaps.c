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

static bool find_gaps(sqlite3 *db, struct gap gaps[GAPS], bool *ret_has_guidance, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "tools_without_advice");
    while (query_next(s)) {
        struct gap *gap = &gaps[query_get_int(s, "is_spoken_for") ? TOO_LATE : UNSPOKEN];
        add(&gap->tools, query_get_text(s, "tool_id"));
        gap->responses += query_get_int(s, "n");
        *ret_has_guidance = query_get_int(s, "has_guidance");
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

static bool tell(struct ledger *ledger, const struct gap *gap, bool is_in_force, bool has_guidance,
                 const struct catalogue *catalogue, struct error *err)
{
    if (!gap->tools.count)
        return true;
    struct ledger_notice notice = {"no-advice", 0, gap->responses};
    char tools[LIST_BYTES];
    write_list(&gap->tools, " or ", tools);
    SCOPED_TEXT rules = rules_that_need(catalogue, is_in_force);
    if (!has_guidance)
        return ledger_notice(ledger, NULL, &notice, err,
                             "the pack has no circular (guidance.csv): the rules that need advice "
                             "(%s) were not asked",
                             rules);
    return ledger_notice(ledger, NULL, &notice, err,
                         "no circular %s %s%s: the rules that need advice%s (%s) were not asked of "
                         "%s",
                         is_in_force ? "that covers" : "covers", tools,
                         is_in_force ? " was in force on the day of an answer" : "",
                         is_in_force ? " in force" : "", rules,
                         gap->tools.count == 1 ? "it" : "them");
}

bool advice_gaps_tell(sqlite3 *db, const struct catalogue *catalogue, struct intake_result *loaded,
                      struct error *err)
{
    struct gap gaps[GAPS] = {0};
    bool has_guidance = false;
    struct ledger ledger;
    ledger_open(&ledger, db, loaded);
    bool ok = find_gaps(db, gaps, &has_guidance, err) &&
              tell(&ledger, &gaps[UNSPOKEN], false, has_guidance, catalogue, err) &&
              tell(&ledger, &gaps[TOO_LATE], true, has_guidance, catalogue, err);
    ledger_close(&ledger);
    for (size_t i = 0; i < GAPS; i++)
        done(&gaps[i].tools);
    return ok;
}
