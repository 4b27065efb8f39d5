/* SPDX-License-Identifier: MIT
 * The forces of a database by all their names: which of them is "we" in a letter, who is somebody
 * else, and whose letter it is where nobody has said so.
 */
#ifndef CONCORD_CLASSIFY_SPEAKERS_H
#define CONCORD_CLASSIFY_SPEAKERS_H

#include "base/arena.h"
#include "base/error.h"
#include "domain/citation.h"
#include "store/phrase_set.h"

#include <limits.h>

struct speaker {
    int32_t force_no;
    const char *force_id;
    enum act regime;     /* ACT_NONE: neither of the two Acts */
    size_t first, count; /* into names: its name, its aliases, its abbreviation */
};

/* A name, or what is left of it without "Police", as it may stand in a text. */
struct name_spelling {
    struct slice text;
    size_t speaker, order; /* in the list; among all spellings */
};

struct speakers {
    struct arena arena;
    struct speaker *list; /* by force_no less one */
    size_t count, room;
    const char **names;
    size_t name_count, name_room;
    const char **others;             /* as many */
    struct name_spelling *spellings; /* by their first byte, in either case, and then in order */
    size_t spelling_count, spelling_room;
    size_t first_of[UCHAR_MAX + 2];        /* where those of a byte begin */
    struct phrase_set *full, *short_names; /* numbers are force_no */
};

MUST_CHECK bool speakers_load(sqlite3 *db, struct speakers *ret, struct error *err);
void speakers_done(struct speakers *speakers);

/* NULL: there is no such force. */
const struct speaker *speakers_find(const struct speakers *speakers, struct slice force_id);

/* The names of all but these two (NULL: nobody), until the next call. */
const char *const *speakers_others(struct speakers *speakers, const struct speaker *own,
                                   const struct speaker *partner, size_t *ret_count);

/* The two forces that send a letter together: side by side in its letterhead or its signature.
 * False: there are none. */
bool speakers_pair_of_text(struct speakers *speakers, struct slice text,
                           const struct speaker *ret_pair[2]);

/* The force whose name is all that the first line with words says, or NULL. */
const struct speaker *speakers_of_letterhead(const struct speakers *speakers, struct slice text);

/* Is its first line the name of a body, and of none that is known here? */
bool speakers_heads_another(struct speakers *speakers, struct slice text);

/* Whose letter it is by its letterhead, else by what stands at its head and its foot, else by whom
 * it names by far the most; NULL: it does not say. */
const struct speaker *speakers_of_text(struct speakers *speakers, struct slice text);

/* The force from whose address of the police an e-mail came ("FOI <foi@kent.police.uk>"), or
 * NULL. */
const struct speaker *speakers_of_sender(struct speakers *speakers, const char *sender);

/* The one force that a name of a file or folder names ("kent-995-24", "Kent Police"), or NULL. */
const struct speaker *speakers_of_name(struct speakers *speakers, const char *name);

#endif
