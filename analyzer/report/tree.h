/* SPDX-License-Identifier: MIT
 * A folder held against the list of the files that we wrote there. What is removed is what
 * was seen and is unchanged since; nothing is removed for being in the folder.
 */
#ifndef CONCORD_REPORT_TREE_H
#define CONCORD_REPORT_TREE_H

#include "base/error.h"
#include "base/slice.h"

#include <stddef.h>
#include <sys/stat.h>

/* The files that may be there, by their path in the folder ("charts/x.svg"). A folder may be
 * there where some file below it is listed, or where it is listed itself. */
struct tree_list {
    struct tree_name *names;
    size_t count, room;
    const char *last; /* removed after all others: what marks the folder as ours */
};

enum tree_kind { TREE_FILE, TREE_FOLDER, TREE_WHOLE }; /* WHOLE: with whatever is in it */

/* Adds a name, which must be plain: false for one that is absolute, or has an empty part,
 * "." or "..". digest: 64 digits, or "" where any content will do. Borrows nothing. */
MUST_CHECK bool tree_list_add(struct tree_list *list, enum tree_kind kind, struct slice name,
                              struct slice digest);
/* Call it between the last add and the first look. */
void tree_list_sort(struct tree_list *list);
bool tree_list_holds(const struct tree_list *list, const char *name);
void tree_list_done(struct tree_list *list);

/* What was in the folder, folders before what is in them. */
struct tree_seen {
    struct tree_entry *entries;
    size_t count, room;
};
void tree_seen_done(struct tree_seen *seen);

/* The first thing that is amiss. */
enum tree_state {
    TREE_AS_LISTED,
    TREE_HAS_STRANGER, /* a file that is not listed; a link or a folder in the place of one */
    TREE_HAS_CHANGED,  /* a file whose content is not that of its digest */
    TREE_UNREADABLE,   /* errno says why */
};
struct tree_oddity {
    enum tree_state state;
    char *name; /* in the folder; the caller frees it */
    int reason; /* of TREE_UNREADABLE */
};

/* Looks at everything in the folder, at every depth. Listed files that are missing do not
 * matter. A changed file does not end the look (a stranger behind it does). */
struct tree_oddity tree_look(const char *folder, const struct tree_list *list,
                             struct tree_seen *ret_seen);

/* Removes what was seen, as far as it is still the same, and then the folder. False where
 * something is left. */
bool tree_remove(const char *folder, const struct tree_seen *seen);

#endif
