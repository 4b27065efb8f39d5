/* SPDX-License-Identifier: MIT
 * What the outside world would learn if one public position were another (RISK.md section
 * 1, What-if).
 */
#ifndef CONCORD_MEASURE_WHATIF_H
#define CONCORD_MEASURE_WHATIF_H

#include "measure/public_answers.h"
#include "measure/settings.h"

/* About the other forces with NCND before and after, and as a whole; NaN where undefined. */
struct whatif {
    size_t others_ncnd;
    double p_use_before, p_use_after; /* share of users expected among the NCND forces */
    struct interval share_after;      /* 95 % interval of that share */
    double decodability_after;
    double leaked_before, leaked_after;
    double others_bits; /* bits about all other forces that the change gives away */
};

/* One force with that evidence of its own leaves position `from` for `to`, the others stay as
 * they are. At least one force must have `from`. */
struct whatif whatif_of(struct tool_answers tool, const struct exposure_model *model,
                        struct evidence_count evidence, enum position from, enum position to);

/* From one state of a tool to another with the same forces in the same order, however many
 * positions differ; the other forces are those whose position does not. */
struct whatif whatif_between(struct tool_answers before, struct tool_answers after,
                             const struct exposure_model *model);

/* The standing table: fills whatif for every position that stands on a letter, and
 * correction with the letter whose turning into NCND lowers leaked bits most. Errors: OUTPUT. */
MUST_CHECK bool whatif_write_table(sqlite3 *db, const struct measure_settings *settings,
                                   struct tool_answers tool, struct error *err);

#endif
