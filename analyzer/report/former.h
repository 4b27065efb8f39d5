/* SPDX-License-Identifier: MIT
 * The output that stands where a new one shall go: may it be replaced, and its removal.
 */
#ifndef CONCORD_REPORT_FORMER_H
#define CONCORD_REPORT_FORMER_H

#include "report/tree.h"

/* What shall stand there. Only an audit takes the place of anything, and only that of an audit:
 * whatever else is made replaces nothing. pack: the name of what is audited now; NULL:
 * whichever. is_of_letters: it is a folder of letters, no pack. may_replace (--replace): an audit
 * of another pack, or one that was changed, may go too. A file that no audit wrote never may. */
struct former_terms {
    bool is_audit;
    const char *pack;
    bool is_of_letters;
    bool may_replace;
};

/* Is the folder an audit that may go? It must hold our manifest and nothing that an
 * audit did not write, at any depth; without may_replace every file must have the content the
 * audit gave it, and its summary.json must name the same pack, of the same kind. ret_seen: what
 * there is to remove; the caller ends it in both cases. Errors: OUTPUT, and says why. */
MUST_CHECK bool former_check(const char *folder, const struct former_terms *terms,
                             struct tree_seen *ret_seen, struct error *err);

/* Does the folder hold the manifest of an audit? */
bool former_is_output(const char *folder);

#endif
