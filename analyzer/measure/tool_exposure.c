/* SPDX-License-Identifier: MIT
 * The tables of sections 0 and 1 of RISK.md: accounting_band, exposure, exposure_swing,
 * force_exposure.
 */
#include "base/memory.h"
#include "measure/measure.h"
#include "measure/public_answers.h"
#include "measure/whatif.h"
#include "store/row_map.h"

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

struct band_row {
    int32_t tool_no;
    struct map_counts map;
    struct accounting scenario;
    double p_use, map_bits, denial_adds, p_after_confirmation; /* what may be told of them */
};
static const struct field band_fields[] = {
    FIELD(struct band_row, tool_no),
    FIELD_NAMED(struct band_row, scenario.users, "users"),
    FIELD_NAMED(struct band_row, map.forces, "forces"),
    FIELD_NAMED(struct band_row, map.confirming, "confirming"),
    FIELD_NAMED(struct band_row, map.denying, "denying"),
    FIELD_NAMED(struct band_row, scenario.undetermined, "undetermined"),
    FIELD(struct band_row, p_use),
    FIELD(struct band_row, map_bits),
    FIELD_NAMED(struct band_row, scenario.all_bits, "all_bits"),
    FIELD(struct band_row, denial_adds),
    FIELD(struct band_row, p_after_confirmation),
};

static struct band_row scenario_row(const struct measure_settings *settings, int32_t tool_no,
                                    struct map_counts map, size_t users)
{
    struct map_counts denied = map, confirmed = map;
    denied.denying++;
    confirmed.confirming++;
    struct accounting a = accounting_of(map, users);
    bool can_change = a.undetermined > 1;
    double denial = can_change ? accounting_of(denied, a.users).p_use - a.p_use : (double)NAN;
    double confirmation = can_change ? accounting_of(confirmed, a.users).p_use : (double)NAN;
    return (struct band_row){
        .tool_no = tool_no,
        .map = map,
        .scenario = a,
        .p_use = chance_for_cohort(settings, a.undetermined, a.p_use),
        .map_bits = for_cohort(settings, a.undetermined, a.map_bits),
        .denial_adds = for_cohort(settings, a.undetermined, denial),
        .p_after_confirmation = chance_for_cohort(settings, a.undetermined - 1, confirmation),
    };
}

/* Scenarios that fall together at the ends of what is possible are one. */
static bool write_band(sqlite3 *db, const struct measure_settings *settings, int32_t tool_no,
                       struct map_counts map, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(db, "insert_band", band_fields);
    size_t last = settings->users_high < map.forces ? settings->users_high : map.forces;
    size_t first = settings->users_low < last ? settings->users_low : last;
    for (size_t users = first; map.forces && users <= last; users++) {
        struct band_row row = scenario_row(settings, tool_no, map, users);
        if (!row_write(&insert, &row, err))
            return false;
    }
    return true;
}

struct swing_row {
    int32_t tool_no, parameter_no;
    struct interval leaked;
};
static const struct field swing_fields[] = {
    FIELD(struct swing_row, tool_no),
    FIELD(struct swing_row, parameter_no),
    FIELD_NAMED(struct swing_row, leaked.low, "leaked_at_low"),
    FIELD_NAMED(struct swing_row, leaked.high, "leaked_at_high"),
};

static bool write_swings(sqlite3 *db, const struct measure_settings *settings, int32_t tool_no,
                         const struct answers *answers, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(db, "insert_exposure_swing", swing_fields);
    for (int i = 0; i < EXPOSURE_PARAMETERS; i++) {
        struct interval swing = exposure_swing(&settings->model, &settings->ranges, answers,
                                               (enum exposure_parameter)i);
        const struct swing_row row = {tool_no, i, swing};
        if (!row_write(&insert, &row, err))
            return false;
    }
    return true;
}

struct exposure_row {
    int32_t tool_no;
    struct position_counts counts;
    struct exposure exposure;
    double users_low, users_high; /* NaN: none */
    struct sensitivity sensitivity;
    bool is_decodable, withheld;
};
static const struct field exposure_fields[] = {
    FIELD(struct exposure_row, tool_no),
    FIELD_NAMED(struct exposure_row, counts.confirming, "confirming"),
    FIELD_NAMED(struct exposure_row, counts.denying, "denying"),
    FIELD_NAMED(struct exposure_row, counts.ncnd, "ncnd"),
    FIELD_NAMED(struct exposure_row, exposure.p_use, "p_use"),
    FIELD(struct exposure_row, users_low),
    FIELD(struct exposure_row, users_high),
    FIELD_NAMED(struct exposure_row, exposure.decodability, "decodability"),
    FIELD(struct exposure_row, is_decodable),
    FIELD_NAMED(struct exposure_row, exposure.prior_bits, "prior_bits"),
    FIELD_NAMED(struct exposure_row, exposure.posterior_bits, "posterior_bits"),
    FIELD_NAMED(struct exposure_row, exposure.leaked_bits, "leaked_bits"),
    FIELD_NAMED(struct exposure_row, exposure.min_entropy_leakage, "min_entropy_leakage"),
    FIELD_NAMED(struct exposure_row, sensitivity.draws, "draws"),
    FIELD_NAMED(struct exposure_row, sensitivity.leaked_bits.low, "leaked_low"),
    FIELD_NAMED(struct exposure_row, sensitivity.leaked_bits.high, "leaked_high"),
    FIELD_NAMED(struct exposure_row, sensitivity.p_use.low, "p_use_low"),
    FIELD_NAMED(struct exposure_row, sensitivity.p_use.high, "p_use_high"),
    FIELD(struct exposure_row, withheld),
};

/* Leaves the counts and bits of the prior, which say nothing about any force. */
static void withhold(struct exposure_row *row)
{
    const double nan = (double)NAN;
    struct exposure *e = &row->exposure;
    e->p_use = e->decodability = e->posterior_bits = e->leaked_bits = e->min_entropy_leakage = nan;
    row->users_low = row->users_high = nan;
    row->sensitivity.leaked_bits = row->sensitivity.p_use = (struct interval){nan, nan};
    row->withheld = true;
}

static struct sensitivity sensitivity_of(const struct measure_settings *settings,
                                         const struct answers *answers)
{
    const struct interval none = {(double)NAN, (double)NAN};
    if (answers->counts.confirming + answers->counts.denying + answers->counts.ncnd == 0)
        return (struct sensitivity){.leaked_bits = none, .p_use = none};
    return exposure_sensitivity(&settings->ranges, answers, settings->draws, settings->seed);
}

static bool write_exposure(sqlite3 *db, const struct measure_settings *settings, int32_t tool_no,
                           const struct answers *answers, const struct exposure *e,
                           struct error *err)
{
    size_t ncnd = answers->counts.ncnd;
    struct exposure_row row = {.tool_no = tool_no,
                               .counts = answers->counts,
                               .exposure = *e,
                               .users_low = ncnd ? (double)e->users.low : (double)NAN,
                               .users_high = ncnd ? (double)e->users.high : (double)NAN,
                               .sensitivity = sensitivity_of(settings, answers),
                               .is_decodable = e->decodability >= 2};
    if (settings->is_public && ncnd && ncnd < settings->least_cohort)
        withhold(&row);
    SCOPED_ROW_MAP insert = row_writer(db, "insert_exposure", exposure_fields);
    return row_write(&insert, &row, err) &&
           (row.withheld || write_swings(db, settings, tool_no, answers, err));
}

struct force_row {
    int32_t tool_no, force_no;
    struct evidence_count evidence;
    double p_use;
};
static const struct field force_fields[] = {
    FIELD(struct force_row, tool_no),
    FIELD(struct force_row, force_no),
    FIELD_NAMED(struct force_row, evidence.third_party, "third_party"),
    FIELD_NAMED(struct force_row, evidence.collaboration, "collaboration"),
    FIELD(struct force_row, p_use),
};

static bool write_forces(sqlite3 *db, const struct measure_settings *settings,
                         struct tool_answers tool, double p_use, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(db, "insert_force_exposure", force_fields);
    for (size_t i = 0; i < tool.count; i++) {
        const struct public_answer *a = &tool.items[i];
        if (settings->is_public && !a->is_acknowledged)
            continue;
        const struct force_row row = {a->tool_no, a->force_no, a->evidence,
                                      public_answer_probability(a, &settings->model, p_use)};
        if (!row_write(&insert, &row, err))
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
           write_exposure(db, settings, tool_no, &answers, &e, err) &&
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
