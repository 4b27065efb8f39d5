/* SPDX-License-Identifier: MIT */
#include "derive/derive.h"

#include "derive/facts.h"
#include "derive/passes.h"
#include "derive/record.h"
#include "derive/reference.h"
#include "store/database.h"

bool derive_meaning(sqlite3 *db, struct error *err)
{
    struct model m = {.db = db};
    bool ok = model_load_reference(&m, err) && model_load_facts(&m, err) && record_build(&m, err) &&
              letters_build(&m, err) && profiles_build(&m, err) && changes_build(&m, err) &&
              cells_build(&m, err) && units_build(&m, err) && awaited_build(&m, err) &&
              public_positions_build(&m, err) && chain_build(&m, err) &&
              database_run_file(db, "analyzer/derive/indexes.sql", err);
    model_done(&m);
    return ok;
}
