/* SPDX-License-Identifier: MIT
 * The passes that only fill tables of 3-meaning.sql and leave no array behind. Errors: OUTPUT.
 */
#ifndef CONCORD_DERIVE_PASSES_H
#define CONCORD_DERIVE_PASSES_H

#include "derive/cells.h"
#include "derive/profiles.h"

/* tool_ancestor. */
MUST_CHECK bool ancestors_build(const struct inputs *in, struct error *err);
/* change. */
MUST_CHECK bool changes_build(const struct inputs *in, const struct record *record,
                              const struct letters *letters, struct error *err);
/* letter_pair; reads what the passes before it have written. */
MUST_CHECK bool pairs_build(const struct inputs *in, const struct record *record,
                            const struct letters *letters, struct error *err);
/* early_answer; likewise. */
MUST_CHECK bool early_build(const struct inputs *in, const struct record *record,
                            const struct letters *letters, struct error *err);
/* unit, cell, partner. */
MUST_CHECK bool units_build(const struct inputs *in, const struct record *record,
                            const struct profiles *profiles, const struct cells *cells,
                            struct error *err);
/* wording_likeness, wording_pair; reads what units_build has written. */
MUST_CHECK bool wordings_build(const struct inputs *in, struct error *err);
/* awaited. */
MUST_CHECK bool awaited_build(const struct inputs *in, struct error *err);
/* deadline. */
MUST_CHECK bool deadlines_build(const struct inputs *in, struct error *err);
/* public_position. */
MUST_CHECK bool public_positions_build(const struct inputs *in, const struct record *record,
                                       const struct letters *letters, struct error *err);
/* present_reading. */
MUST_CHECK bool present_build(const struct inputs *in, const struct record *record,
                              struct error *err);
/* chain_step, chain_conflict. */
MUST_CHECK bool chain_build(const struct inputs *in, const struct record *record,
                            const struct letters *letters, struct error *err);

#endif
