/* SPDX-License-Identifier: MIT */
#include "measure/measure.h"

#include "base/terminal.h"
#include "measure/agreement.h"
#include "measure/change.h"
#include "store/database.h"

bool measure_findings_and_answers(sqlite3 *db, struct error *err)
{
    struct measure_settings settings;
    struct timespec since = terminal_timing(NULL, NULL);
    if (!measure_settings_load(db, &settings, err) ||
        !database_run_file(db, "analyzer/measure/complaint_risk.sql", err))
        return false;
    since = terminal_timing("complaint risk", &since);
    bool ok = measure_agreement(db, &settings, err);
    since = terminal_timing("agreement", &since);
    ok = ok && measure_change(db, &settings, err);
    terminal_timing("change", &since);
    return ok;
}
