/* SPDX-License-Identifier: MIT */
#include "intake/other_scripts.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"

#include <stdlib.h>

enum { SHOWN_BYTES = 80 };

void other_scripts_count(struct other_scripts *all, size_t column, struct slice value, long line)
{
    SCOPED_TEXT key = memory_print("%zu:%.*s", column, (int)value.length, value.bytes);
    int32_t at = text_index_find(&all->index, slice_of(key));
    if (at < 0 && all->count == OTHER_SCRIPTS_TOLD) {
        all->further++;
        return;
    }
    if (at < 0) {
        all->list = memory_grow(all->list, all->count, &all->room, sizeof *all->list);
        all->list[all->count] = (struct other_script){column, slice_copy(value), line, 0};
        at = (int32_t)all->count++;
        text_index_add(&all->index, slice_of(key), at);
    }
    all->list[at].rows++;
}

static bool tell_one(const struct other_script *o, const struct lookalikes *l,
                     const struct account *account, struct error *err)
{
    struct ledger_notice notice = {"other-script", o->line, o->rows};
    char letters[LOOKALIKES_BYTES], latin[SHOWN_BYTES * 2], advice[SHOWN_BYTES * 3];
    bool is_whole = false;
    lookalikes_describe(l, slice_of(o->value), letters);
    lookalikes_latin(l, slice_of(o->value), latin, sizeof latin, &is_whole);
    text_cut(advice, sizeof advice, is_whole ? ", so that it is not \"%s\": %s" : "%s: %s",
             is_whole ? SHOWN(latin, SHOWN_BYTES) : "",
             is_whole ? "if that is meant, write it in Latin letters"
                      : "if a Latin spelling is meant, write that");
    return ledger_notice(account->ledger, account, &notice, err, "%s \"%s\" (%lld %s): %s%s",
                         account->contract->columns[o->column].name, SHOWN(o->value, SHOWN_BYTES),
                         (long long)o->rows, text_plural(o->rows, "row", "rows"), letters, advice);
}

bool other_scripts_tell(const struct other_scripts *all, const struct lookalikes *l,
                        const struct account *account, struct error *err)
{
    for (size_t i = 0; i < all->count; i++)
        if (!tell_one(&all->list[i], l, account, err))
            return false;
    struct ledger_notice notice = {"other-script", 0, all->further};
    return !all->further ||
           ledger_notice(account->ledger, account, &notice, err,
                         "%lld further %s letters of another script", (long long)all->further,
                         text_plural(all->further, "row has", "rows have"));
}

void other_scripts_done(struct other_scripts *all)
{
    text_index_done(&all->index);
    for (size_t i = 0; i < all->count; i++)
        free(all->list[i].value);
    free(all->list);
    *all = (struct other_scripts){0};
}
