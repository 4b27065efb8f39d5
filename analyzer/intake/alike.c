/* SPDX-License-Identifier: MIT */
#include "intake/alike.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "domain/name.h"

#include <stdlib.h>
#include <string.h>

struct spelling {
    char *folded;
    const char *id;
};

struct spellings {
    struct spelling *list;
    size_t count, room;
};

static void add(struct spellings *all, const char *id)
{
    char folded[NAME_BYTES];
    name_fold(slice_of(id), folded);
    /* What folds to nothing looks like nothing else. */
    if (!*folded)
        return;
    all->list = memory_grow(all->list, all->count, &all->room, sizeof *all->list);
    all->list[all->count++] = (struct spelling){memory_copy(folded), id};
}

static int compare(const void *a, const void *b)
{
    const struct spelling *one = a, *other = b;
    int order = strcmp(one->folded, other->folded);
    return order ? order : strcmp(one->id, other->id);
}

/* Uses the spellings up. */
static bool tell(struct spellings *all, const char *what, const char *file, struct ledger *ledger,
                 struct error *err)
{
    const struct spelling *first = NULL;
    int64_t names = 0;
    if (all->count > 1)
        qsort(all->list, all->count, sizeof *all->list, compare);
    for (size_t i = 1, same = 0; i < all->count; i++) {
        bool alike = strcmp(all->list[i - 1].folded, all->list[i].folded) == 0;
        same = alike ? same + 1 : 0;
        if (same != 1)
            continue;
        names++;
        first = first ? first : &all->list[i - 1];
    }
    bool ok = true;
    if (first) {
        SCOPED_TEXT further = memory_print(" (%lld further %s likewise)", (long long)names - 1,
                                           names == 2 ? "name" : "names");
        struct ledger_notice notice = {"alike-names", 0, names};
        ok =
            ledger_notice(ledger, NULL, &notice, err,
                          "\"%s\" and \"%s\" are spelt alike and are two %ss, whose answers are "
                          "not compared%s: list the %s in %s, which finds every spelling, or write "
                          "one",
                          SHOWN(first[0].id, 80), SHOWN(first[1].id, 80), what,
                          names > 1 ? further : "", what, file);
    }
    for (size_t i = 0; i < all->count; i++)
        free(all->list[i].folded);
    free(all->list);
    return ok;
}

bool alike_names_tell(struct ledger *ledger, const struct registry *r, struct error *err)
{
    struct spellings tools = {0};
    for (size_t i = 0; i < r->tool_count; i++)
        if (!r->tool_list[i].is_listed)
            add(&tools, r->tool_list[i].id);
    if (!tell(&tools, "tool", "tools.csv", ledger, err))
        return false;
    struct spellings requests = {0};
    for (size_t i = 0; i < r->request_count; i++)
        if (!r->request_list[i].is_listed)
            add(&requests, r->request_list[i].id);
    return tell(&requests, "request", "requests.csv", ledger, err);
}
