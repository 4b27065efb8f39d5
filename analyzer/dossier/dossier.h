/* SPDX-License-Identifier: MIT
 * The dossier of a force: a page that answers what it said, what was public, what was advised, what
 * the others said and where that does not hold, in two sheets for a meeting; on request with all
 * that stands behind them. From the database of an audit that is done.
 *
 *     dossiers_open(db, &d, err)
 *     dossiers_find(d, "north-yorkshire", "157/25", NULL, &plan.subject, err)
 *     dossiers_write(d, outdir, &plan, err)     as often as there are forces
 *     dossiers_close(d)
 */
#ifndef CONCORD_DOSSIER_DOSSIER_H
#define CONCORD_DOSSIER_DOSSIER_H

#include "base/slice.h"
#include "report/outdir.h"

#include <sqlite3.h>
#include <stdint.h>

struct dossiers;

/* Whom and what a dossier is about, by the numbers of the audit. */
struct dossier_subject {
    int32_t force_no;
    int32_t request_no; /* 0: whatever it was asked */
    int32_t tool_no;    /* 0: those the request is about, else those that something is known of */
};

/* Every word of somebody else's that a dossier shows passes here first: texts of letters, the words
 * a coding rests on, notes, summaries, reasons. Returns what is shown instead, which is freed with
 * free(); NULL: the text as it is. */
typedef char *dossier_mask(void *context, struct slice text);

struct dossier_plan {
    struct dossier_subject subject;
    bool is_whole;      /* with all that stands behind the two sheets */
    const char *page;   /* the name of the file in the folder: "dossier.html" */
    const char *pdf;    /* the same, printed; NULL: none */
    dossier_mask *mask; /* NULL: nothing is masked */
    void *mask_context;
    const char *masking;  /* what every page says of masking; NULL: nothing */
    const char *left_out; /* where what the sheets leave out can be read; NULL: how to get it */
};

/* Prepares temporary tables of the connection, which is borrowed until dossiers_close and may be
 * read-only; what answers would do is worked out when the first dossier needs it. Once per
 * connection, and not beside output_prepare. Errors: as database_failed. */
MUST_CHECK bool dossiers_open(sqlite3 *db, struct dossiers **ret, struct error *err);
void dossiers_close(struct dossiers *d);

/* What a user typed; each may be NULL, and is 0 then. Errors: USAGE, with the nearest names. */
MUST_CHECK bool dossiers_find(struct dossiers *d, const char *force, const char *request,
                              const char *tool, struct dossier_subject *ret, struct error *err);

/* Writes the page, and the PDF, into the folder. Errors: OUTPUT. */
MUST_CHECK bool dossiers_write(struct dossiers *d, struct outdir *o,
                               const struct dossier_plan *plan, struct error *err);

#endif
