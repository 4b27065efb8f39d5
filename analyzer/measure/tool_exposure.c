/* SPDX-License-Identifier: MIT
 * The tables of sections 0 and 1 of RISK.md: accounting_band, exposure, exposure_swing,
 * force_exposure.
 */
#include "base/memory.h"
#include "measure/measure.h"
#include "measure/public_answers.h"
#include "measure/whatif.h"
#include "store/query.h"

#include <math.h>

/* Kept from the public: what is said of fewer forces than a cohort. */
static double for_cohort(const struct measure_settings *settings, size_t forces, double value)
{
    return settings->is_public && forces < settings->least_cohort ? (double)NAN : value;
}

/* And a chance of 0 or 1, which says it of each of them, however many they are. */
static double chance_for_cohort(const struct measure_settings *settings, size_t forces,
                                double chance)
{
    bool is_certain = chance <= 0 || chance >= 1;
    return settings->is_public && is_certain ? (double)NAN : for_cohort(settings, forces, chance);
}

static bool write_scenario(sqlite3_stmt *insert, const struct measure_settings *settings,
                           struct map_counts map, size_t users, struct error *err)
{
    struct map_counts denied = map, confirmed = map;
    denied.denying++;
    confirmed.confirming++;
    struct accounting a = accounting_of(map, users);
    bool can_change = a.undetermined > 1;
    double denial = can_change ? accounting_of(denied, a.users).p_use - a.p_use : (double)NAN;
    double confirmation = can_change ? accounting_of(confirmed, a.users).p_use : (double)NAN;
    query_int(insert, 2, (int64_t)a.users);
    query_int(insert, 3, (int64_t)map.forces);
    query_int(insert, 4, (int64_t)map.confirming);
    query_int(insert, 5, (int64_t)map.denying);
    query_int(insert, 6, (int64_t)a.undetermined);
    query_real(insert, 7, chance_for_cohort(settings, a.undetermined, a.p_use));
    query_real(insert, 8, for_cohort(settings, a.undetermined, a.map_bits));
    query_real(insert, 9, a.all_bits);
    query_real(insert, 10, for_cohort(settings, a.undetermined, denial));
    query_real(insert, 11, chance_for_cohort(settings, a.undetermined - 1, confirmation));
    return query_run(insert, err);
}

/* Scenarios that fall together at the ends of what is possible are one. */
static bool write_band(sqlite3 *db, const struct measure_settings *settings, int32_t tool_no,
                       struct map_counts map, struct error *err)
{
    SCOPED_QUERY insert = query_prepare(db, "analyzer/measure/queries/insert_band.sql");
    query_int(insert, 1, tool_no);
    size_t last = settings->users_high < map.forces ? settings->users_high : map.forces;
    size_t first = settings->users_low < last ? settings->users_low : last;
    for (size_t users = first; map.forces && users <= last; users++)
        if (!write_scenario(insert, settings, map, users, err))
            return false;
    return true;
}

static void bind_exposure(sqlite3_stmt *s, struct position_counts n, const struct exposure *e)
{
    query_int(s, 2, (int64_t)n.confirming);
    query_int(s, 3, (int64_t)n.denying);
    query_int(s, 4, (int64_t)n.ncnd);
    query_real(s, 5, e->p_use);
    query_null(s, 6);
    query_null(s, 7);
    if (n.ncnd) {
        query_int(s, 6, (int64_t)e->users.low);
        query_int(s, 7, (int64_t)e->users.high);
    }
    query_real(s, 8, e->decodability);
    query_real(s, 10, e->prior_bits);
    query_real(s, 11, e->posterior_bits);
    query_real(s, 12, e->leaked_bits);
    query_real(s, 13, e->min_entropy_leakage);
}

static void bind_sensitivity(sqlite3_stmt *s, const struct sensitivity *sensitivity)
{
    query_int(s, 14, (int64_t)sensitivity->draws);
    query_real(s, 15, sensitivity->leaked_bits.low);
    query_real(s, 16, sensitivity->leaked_bits.high);
    query_real(s, 17, sensitivity->p_use.low);
    query_real(s, 18, sensitivity->p_use.high);
}

static bool write_swings(sqlite3 *db, const struct measure_settings *settings, int32_t tool_no,
                         const struct answers *answers, struct error *err)
{
    SCOPED_QUERY insert = query_prepare(db, "analyzer/measure/queries/insert_swing.sql");
    for (int i = 0; i < EXPOSURE_PARAMETERS; i++) {
        struct interval swing = exposure_swing(&settings->model, &settings->ranges, answers,
                                               (enum exposure_parameter)i);
        query_int(insert, 1, tool_no);
        query_int(insert, 2, i);
        query_real(insert, 3, swing.low);
        query_real(insert, 4, swing.high);
        if (!query_run(insert, err))
            return false;
    }
    return true;
}

/* Leaves the counts and bits of the prior, which say nothing about any force. */
static void withhold(struct exposure *e, struct sensitivity *s)
{
    e->p_use = e->decodability = e->posterior_bits = e->leaked_bits = e->min_entropy_leakage =
        (double)NAN;
    s->leaked_bits = s->p_use = (struct interval){(double)NAN, (double)NAN};
}

static bool write_exposure(sqlite3 *db, const struct measure_settings *settings, int32_t tool_no,
                           const struct answers *answers, struct exposure e, struct error *err)
{
    struct position_counts n = answers->counts;
    struct sensitivity sensitivity = {.leaked_bits = {(double)NAN, (double)NAN},
                                      .p_use = {(double)NAN, (double)NAN}};
    if (n.confirming + n.denying + n.ncnd)
        sensitivity =
            exposure_sensitivity(&settings->ranges, answers, settings->draws, settings->seed);
    bool is_decodable = e.decodability >= 2;
    bool withheld = settings->is_public && n.ncnd && n.ncnd < settings->least_cohort;
    if (withheld)
        withhold(&e, &sensitivity);
    SCOPED_QUERY insert = query_prepare(db, "analyzer/measure/queries/insert_exposure.sql");
    query_int(insert, 1, tool_no);
    bind_exposure(insert, n, &e);
    if (withheld) {
        query_null(insert, 6);
        query_null(insert, 7);
    }
    bind_sensitivity(insert, &sensitivity);
    query_int(insert, 9, is_decodable);
    query_int(insert, 19, withheld);
    return query_run(insert, err) &&
           (withheld || write_swings(db, settings, tool_no, answers, err));
}

static bool write_forces(sqlite3 *db, const struct measure_settings *settings,
                         struct tool_answers tool, double p_use, struct error *err)
{
    SCOPED_QUERY insert = query_prepare(db, "analyzer/measure/queries/insert_force_exposure.sql");
    for (size_t i = 0; i < tool.count; i++) {
        const struct public_answer *a = &tool.items[i];
        if (settings->is_public && !a->is_acknowledged)
            continue;
        query_int(insert, 1, a->tool_no);
        query_int(insert, 2, a->force_no);
        query_int(insert, 3, (int64_t)a->evidence.third_party);
        query_int(insert, 4, (int64_t)a->evidence.collaboration);
        query_real(insert, 5, public_answer_probability(a, &settings->model, p_use));
        if (!query_run(insert, err))
            return false;
    }
    return true;
}

static bool measure_tool(sqlite3 *db, const struct measure_settings *settings, int32_t tool_no,
                         struct tool_answers tool, struct error *err)
{
    struct evidence_count *room __attribute__((cleanup(memory_release))) =
        memory_new(tool.count + 1, sizeof *room);
    struct answers answers = tool_answers_for_stats(tool, room);
    struct exposure e = exposure_of(&settings->model, &answers);
    return write_band(db, settings, tool_no, tool_answers_map(tool), err) &&
           write_exposure(db, settings, tool_no, &answers, e, err) &&
           write_forces(db, settings, tool, e.p_use, err) &&
           whatif_write_table(db, settings, tool, err);
}

bool measure_exposure(sqlite3 *db, const struct measure_options *options, struct error *err)
{
    struct measure_settings settings;
    struct public_answers answers;
    if (!measure_settings_store(db, options, err) || !measure_settings_load(db, &settings, err) ||
        !public_answers_load(db, settings.is_public, &answers, err))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < answers.tool_count; i++)
        ok = measure_tool(db, &settings, answers.tools[i], tool_answers_at(&answers, i), err);
    public_answers_done(&answers);
    return ok;
}
