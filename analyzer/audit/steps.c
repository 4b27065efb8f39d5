/* SPDX-License-Identifier: MIT */
#include "audit/steps.h"

#include "derive/derive.h"
#include "measure/measure.h"
#include "rules/caveats.h"
#include "rules/matters.h"
#include "rules/parties.h"
#include "rules/runner.h"
#include "rules/user_rules.h"
#include "rules/waivers.h"

bool audit_derive(sqlite3 *db, struct error *err)
{
    return derive_meaning(db, err);
}

bool audit_expose(sqlite3 *db, const struct measure_options *numbers, struct error *err)
{
    return measure_exposure(db, numbers, err);
}

bool audit_judge(sqlite3 *db, struct catalogue *catalogue, const char *user_path, struct error *err)
{
    return rules_run(db, catalogue, err) &&
           (!user_path || user_rules_run(db, user_path, catalogue, err)) && caveats_tell(db, err) &&
           parties_settle(db, err) && waivers_apply(db, err) && matters_settle(db, err) &&
           matters_order(db, err);
}

bool audit_order(sqlite3 *db, struct error *err)
{
    return matters_order(db, err);
}
