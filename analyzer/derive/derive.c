/* SPDX-License-Identifier: MIT */
#include "derive/derive.h"

#include "base/terminal.h"
#include "derive/facts.h"
#include "derive/passes.h"
#include "derive/record.h"
#include "derive/reference.h"
#include "store/database.h"

static bool build_indexes(struct model *m, struct error *err)
{
    return database_run_file(m->db, "analyzer/derive/indexes.sql", err);
}

/* In this order: each reads what those before it left in the model. */
static const struct pass {
    const char *name; /* for make bench */
    bool (*run)(struct model *m, struct error *err);
} passes[] = {
    {"reference", model_load_reference},
    {"facts", model_load_facts},
    {"record", record_build},
    {"letters", letters_build},
    {"profiles", profiles_build},
    {"changes", changes_build},
    {"cells", cells_build},
    {"units", units_build},
    {"awaited", awaited_build},
    {"public-positions", public_positions_build},
    {"chain", chain_build},
    {"indexes", build_indexes},
};

bool derive_meaning(sqlite3 *db, struct error *err)
{
    struct model m = {.db = db};
    struct timespec since = terminal_timing(NULL, NULL);
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof passes / sizeof *passes; i++) {
        ok = passes[i].run(&m, err);
        since = terminal_timing(passes[i].name, &since);
    }
    model_done(&m);
    return ok;
}
