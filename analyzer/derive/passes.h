/* SPDX-License-Identifier: MIT
 * The passes that fill the tables of 3-meaning.sql, in this order. Each reads what
 * the ones before it left in the model. Errors: OUTPUT.
 */
#ifndef CONCORD_DERIVE_PASSES_H
#define CONCORD_DERIVE_PASSES_H

#include "derive/model.h"

/* letter; also which rows are superseded or in conflict. */
MUST_CHECK bool letters_build(struct model *m, struct error *err);
/* profile, profile_reading, response_meaning. */
MUST_CHECK bool profiles_build(struct model *m, struct error *err);
/* change. */
MUST_CHECK bool changes_build(struct model *m, struct error *err);
/* Expansion, in the model only. */
MUST_CHECK bool cells_build(struct model *m, struct error *err);
/* unit, cell, partner. */
MUST_CHECK bool units_build(struct model *m, struct error *err);
/* awaited. */
MUST_CHECK bool awaited_build(struct model *m, struct error *err);
/* public_position. */
MUST_CHECK bool public_positions_build(struct model *m, struct error *err);
/* chain_step, chain_conflict. */
MUST_CHECK bool chain_build(struct model *m, struct error *err);

#endif
