/* SPDX-License-Identifier: MIT
 * Whose columns a table has: those of the profile that was named, or of another one?
 */
#ifndef CONCORD_IMPORTS_PROFILE_FIT_H
#define CONCORD_IMPORTS_PROFILE_FIT_H

#include "imports/table_heading.h"

enum { PROFILES_MAX = 16 };

struct profiles {
    struct mapping others[PROFILES_MAX];
    char *names[PROFILES_MAX];
    size_t count;
};

/* All profiles but that one, and those that do the same. Ended by profiles_close. */
MUST_CHECK bool profiles_open(const char *but, const struct mapping *mapping, struct profiles *ret,
                              struct error *err);
void profiles_close(struct profiles *p);

/* How many of a row's headings the profile knows, and the one that knows most of them. */
struct profile_fit {
    size_t headings, known, best_known;
    const char *best; /* NULL: none knows more */
};
struct profile_fit profile_fit_of(const struct profiles *p, const struct mapping *own,
                                  const struct table_row *row);
/* Of the rows at the top the one that another profile knows best, where that is most of it. */
struct profile_fit profile_fit_within(const struct profiles *p, const struct mapping *own,
                                      const struct table_rows *rows);

/* Is so little of it known here, and so much there, that it is no file of this profile? */
bool profile_fit_is_other(const struct profile_fit *fit);

#endif
