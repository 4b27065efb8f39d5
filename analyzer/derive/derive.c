/* SPDX-License-Identifier: MIT */
#include "derive/derive.h"

#include "base/terminal.h"
#include "derive/facts.h"
#include "derive/passes.h"
#include "derive/reference.h"
#include "derive/spoken_function.h"
#include "store/database.h"

/* For make bench: how long the pass took that has just ended. */
static bool timed(struct timespec *since, const char *pass, bool ok)
{
    *since = terminal_timing(pass, since);
    return ok;
}

struct results {
    struct record record;
    struct letters letters;
    struct profiles profiles;
    struct cells cells;
};

/* The order of the passes, what each reads, and what it leaves to those after it. */
static bool run_passes(const struct inputs *in, struct results *r, struct timespec *t,
                       struct error *err)
{
    return timed(t, "ancestors", ancestors_build(in, err)) &&
           timed(t, "record", record_build(in, &r->record, err)) &&
           timed(t, "letters", letters_build(in, &r->letters, err)) &&
           timed(t, "profiles", profiles_build(in, &r->record, &r->letters, &r->profiles, err)) &&
           timed(t, "changes", changes_build(in, &r->record, &r->letters, err)) &&
           timed(t, "pairs", pairs_build(in, &r->record, &r->letters, err)) &&
           timed(t, "early", early_build(in, &r->record, &r->letters, err)) &&
           timed(t, "cells", cells_build(in, &r->cells, err)) &&
           timed(t, "units", units_build(in, &r->record, &r->profiles, &r->cells, err)) &&
           timed(t, "wordings", wordings_build(in, err)) &&
           timed(t, "awaited", awaited_build(in, err)) &&
           timed(t, "deadlines", deadlines_build(in, err)) &&
           timed(t, "rulings", database_run_file(in->db, "analyzer/derive/rulings.sql", err)) &&
           timed(t, "overtaken", database_run_file(in->db, "analyzer/derive/overtaken.sql", err)) &&
           timed(t, "public-positions", public_positions_build(in, &r->record, &r->letters, err)) &&
           timed(t, "silences", database_run_file(in->db, "analyzer/derive/silences.sql", err)) &&
           timed(t, "present", present_build(in, &r->record, err)) &&
           timed(t, "chain", chain_build(in, &r->record, &r->letters, err)) &&
           timed(t, "indexes", database_run_file(in->db, "analyzer/derive/indexes.sql", err));
}

bool derive_meaning(sqlite3 *db, struct error *err)
{
    struct inputs inputs = {.db = db};
    struct results results = {0};
    struct timespec since = terminal_timing(NULL, NULL);
    spoken_function_register(db);
    bool ok = timed(&since, "reference", reference_load(&inputs, err)) &&
              timed(&since, "facts", facts_load(&inputs, err)) &&
              run_passes(&inputs, &results, &since, err);
    cells_done(&results.cells);
    profiles_done(&results.profiles);
    letters_done(&results.letters);
    record_done(&results.record);
    inputs_done(&inputs);
    return ok;
}
