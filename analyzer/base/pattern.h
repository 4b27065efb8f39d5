/* SPDX-License-Identifier: MIT
 * Regular expressions over UTF-8 text, by PCRE2 and nowhere else. Classes such as
 * \w know Unicode. A match that needs too many steps gives up, so that no text and
 * no pattern can hold up a run.
 */
#ifndef CONCORD_BASE_PATTERN_H
#define CONCORD_BASE_PATTERN_H

#include "base/slice.h"

struct pattern;

/* Asked over and over during the searches of a pattern: false ends the one at hand. Between
 * two questions a search reads the text at most once. */
struct pattern_watch {
    bool (*may_go_on)(void *context);
    void *context;
};

/* NULL where the text is no pattern: *ret_reason (of `size` bytes) then says why,
 * with the place. `watch` may be NULL; a watched pattern is slower, and its greatest size
 * smaller. The caller frees with pattern_free. */
struct pattern *pattern_new(struct slice text, const struct pattern_watch *watch, char *ret_reason,
                            size_t size);
/* One that is searched without JIT and gives up after that many steps, so that what it finds does
 * not depend on the machine. It is compiled when it is first searched for, or by pattern_is_sound;
 * the text is borrowed as long. A search for one that is not sound ends the program. */
struct pattern *pattern_new_stepped(struct slice text, unsigned steps);
/* Is its text a pattern? Else *ret_reason says why not, as pattern_new does. */
bool pattern_is_sound(struct pattern *pattern, char *ret_reason, size_t size);
void pattern_free(struct pattern *pattern);

enum pattern_result { PATTERN_NONE, PATTERN_FOUND, PATTERN_GAVE_UP };

struct pattern_match {
    size_t begin, end; /* in bytes, end exclusive */
    const char *mark;  /* the last (*MARK:name) passed, or NULL; valid until the next search */
};

/* Finds the first match at or after byte `from`. Gives up on a subject that is no valid UTF-8,
 * which only a search from 0 finds out: the first one of a subject begins there. */
enum pattern_result pattern_find(struct pattern *pattern, struct slice subject, size_t from,
                                 struct pattern_match *ret);

/* The match that begins at that byte (where it says \K, before it), and no other. The subject is
 * valid UTF-8, which nobody looks at again. */
enum pattern_result pattern_find_at(struct pattern *pattern, struct slice subject, size_t at,
                                    struct pattern_match *ret);

#endif
