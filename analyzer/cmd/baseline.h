/* SPDX-License-Identifier: MIT
 * What an audit is compared with: the audit.db of an earlier one, the folder that it stands in, or
 * the pack that it was made of. A pack is audited anew, by the rules of today: an audit of another
 * schema version cannot be read.
 */
#ifndef CONCORD_CMD_BASELINE_H
#define CONCORD_CMD_BASELINE_H

#include "cmd/audit_settings.h"
#include "report/outdir.h"

/* Can what --baseline names be used at all, as far as can be told before anything is read? No
 * baseline is fine. Errors: INPUT. */
MUST_CHECK bool baseline_check(const struct audit_settings *settings, struct error *err);

/* Compares the audit in db, as compare_with_baseline. A pack is audited into a file of `out` that
 * is gone afterwards, with the user's rules and numbers, as of its own day. Errors: INPUT, where
 * the audit or the pack is none or cannot be read; OUTPUT. */
MUST_CHECK bool baseline_compare(sqlite3 *db, const struct audit_settings *settings,
                                 struct outdir *out, struct error *err);

#endif
