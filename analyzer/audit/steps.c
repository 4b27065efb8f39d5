/* SPDX-License-Identifier: MIT */
#include "audit/steps.h"

#include "base/terminal.h"
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

static bool derive(sqlite3 *db, const struct audit_plan *plan, struct error *err)
{
    (void)plan;
    return audit_derive(db, err);
}

/* What the answers give away, which R01 reads. */
static bool expose(sqlite3 *db, const struct audit_plan *plan, struct error *err)
{
    static const struct measure_options usual = {0};
    return measure_exposure(db, plan->numbers ? plan->numbers : &usual, err);
}

/* The catalogue's rules and the user's; then who stands where, what was accepted, and what is one.
 */
static bool judge(sqlite3 *db, const struct audit_plan *plan, struct error *err)
{
    return rules_run(db, plan->catalogue, err) &&
           (!plan->user_path || user_rules_run(db, plan->user_path, plan->catalogue, err)) &&
           caveats_tell(db, err) && parties_settle(db, err) && waivers_apply(db, err) &&
           matters_settle(db, err);
}

static bool measure(sqlite3 *db, const struct audit_plan *plan, struct error *err)
{
    return plan->without_numbers || measure_findings_and_answers(db, err);
}

static const struct step {
    const char *name;     /* in the timings */
    const char *progress; /* NULL: those of the step before, or its own */
    bool (*run)(sqlite3 *db, const struct audit_plan *plan, struct error *err);
} steps[] = {
    {"derive", "reading what the rows mean", derive},
    {"exposure", NULL, expose},
    {"rules", "running the rules", judge},
    {"measure", "measuring", measure},
};

bool audit_make(sqlite3 *db, const struct audit_plan *plan, struct error *err)
{
    struct timespec since = {0};
    if (plan->shows_progress)
        since = terminal_timing(NULL, NULL);
    for (const struct step *s = steps; s < steps + sizeof steps / sizeof *steps; s++) {
        if (plan->shows_progress && s->progress)
            terminal_progress(s->progress, -1);
        if (!s->run(db, plan, err))
            return false;
        if (plan->shows_progress)
            since = terminal_timing(s->name, &since);
    }
    return true;
}

bool audit_order(sqlite3 *db, struct error *err)
{
    return matters_order(db, err);
}
