/* SPDX-License-Identifier: MIT */
#include "imports/profile_fit.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Two profiles of one kind of notices know the same columns. */
static bool does_the_same(const struct mapping *a, const struct mapping *b)
{
    return a->statements && b->statements && strcmp(a->statements, b->statements) == 0;
}

static bool add(struct profiles *p, const char *name, const struct mapping *own, struct error *err)
{
    struct mapping *other = &p->others[p->count];
    if (!mapping_load(name, NULL, other, err)) {
        mapping_done(other);
        return false;
    }
    bool is_another = !does_the_same(own, other);
    for (size_t i = 0; i < p->count; i++)
        is_another = is_another && !does_the_same(&p->others[i], other);
    if (is_another)
        p->names[p->count++] = memory_copy(name);
    else
        mapping_done(other);
    return true;
}

bool profiles_open(const char *but, const struct mapping *mapping, struct profiles *ret,
                   struct error *err)
{
    SCOPED_TEXT list = mapping_list_profiles();
    struct slice rest = slice_of(list), part;
    *ret = (struct profiles){.count = 0};
    bool ok = true;
    while (ok && ret->count < PROFILES_MAX && slice_next_part(&rest, ',', &part)) {
        SCOPED_TEXT name = slice_copy(slice_trim(part));
        ok = strcmp(name, but) == 0 || add(ret, name, mapping, err);
    }
    return ok;
}

void profiles_close(struct profiles *p)
{
    for (size_t i = 0; i < p->count; i++) {
        mapping_done(&p->others[i]);
        free(p->names[i]);
    }
    p->count = 0;
}

struct profile_fit profile_fit_of(const struct profiles *p, const struct mapping *own,
                                  const struct table_row *row)
{
    struct profile_fit fit = {.known = table_heading_known(own, row)};
    for (size_t i = 0; i < row->count; i++)
        fit.headings += *row->cells[i].words && !row->cells[i].is_filled;
    fit.best_known = fit.known;
    for (size_t i = 0; i < p->count; i++) {
        size_t known = table_heading_known(&p->others[i], row);
        if (known > fit.best_known) {
            fit.best_known = known;
            fit.best = p->names[i];
        }
    }
    return fit;
}

struct profile_fit profile_fit_within(const struct profiles *p, const struct mapping *own,
                                      const struct table_rows *rows)
{
    enum { HEADING_WITHIN = 20 };
    struct profile_fit best = {.best = NULL};
    for (size_t i = 0; i < rows->count && i < HEADING_WITHIN; i++) {
        struct profile_fit fit = profile_fit_of(p, own, &rows->rows[i]);
        if (fit.best && fit.best_known >= 2 && 2 * fit.best_known > fit.headings &&
            fit.best_known > best.best_known)
            best = fit;
    }
    return best;
}

bool profile_fit_is_other(const struct profile_fit *fit)
{
    return fit->best && 2 * fit->known <= fit->best_known;
}
