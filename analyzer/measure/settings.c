/* SPDX-License-Identifier: MIT */
#include "measure/settings.h"

#include "store/row_map.h"

/* Zero is not asked. */
static void bind_asked(sqlite3_stmt *s, const char *parameter, int64_t value)
{
    if (value)
        query_bind_int(s, parameter, value);
    else
        query_bind_null(s, parameter);
}

bool measure_settings_store(sqlite3 *db, const struct measure_options *options, struct error *err)
{
    SCOPED_QUERY parameter = query_prepare(db, "set_exposure_parameter");
    for (int i = 0; i < EXPOSURE_PARAMETERS; i++) {
        if (options->parameters[i] <= 0)
            continue;
        query_bind_int(parameter, "parameter_no", i);
        query_bind_real(parameter, "value", options->parameters[i]);
        if (!query_run(parameter, err))
            return false;
    }
    SCOPED_QUERY setting = query_prepare(db, "set_measure_settings");
    query_bind_text(setting, "audience", slice_of(options->is_public ? "public" : ""));
    bind_asked(setting, "seed", options->seed);
    bind_asked(setting, "users_low", options->users_high ? options->users_low : 0);
    bind_asked(setting, "users_high", options->users_high);
    return query_run(setting, err);
}

static bool check_found(sqlite3 *db, bool found, struct error *err)
{
    return found || error_set(err, ERROR_INPUT, sqlite3_db_filename(db, "main"), 0,
                              "Make it again with `concord audit`.",
                              "it does not say what its numbers assume");
}

struct parameter_row {
    double value, low, high;
};
static const struct field parameter_fields[] = {
    FIELD(struct parameter_row, value),
    FIELD(struct parameter_row, low),
    FIELD(struct parameter_row, high),
};

static bool load_parameters(sqlite3 *db, struct measure_settings *ret, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(db, "exposure_parameters", parameter_fields);
    struct parameter_row row;
    int count = 0;
    for (; count < EXPOSURE_PARAMETERS && row_next(&rows, &row); count++) {
        ret->model.of[count] = row.value;
        ret->ranges.low[count] = row.low;
        ret->ranges.high[count] = row.high;
    }
    return row_done(&rows, err) && check_found(db, count == EXPOSURE_PARAMETERS, err);
}

static const struct field settings_fields[] = {
    FIELD(struct measure_settings, is_public),    FIELD(struct measure_settings, seed),
    FIELD(struct measure_settings, users_low),    FIELD(struct measure_settings, users_high),
    FIELD(struct measure_settings, draws),        FIELD(struct measure_settings, resamples),
    FIELD(struct measure_settings, permutations), FIELD(struct measure_settings, least_cohort),
};

bool measure_settings_load(sqlite3 *db, struct measure_settings *ret, struct error *err)
{
    if (!load_parameters(db, ret, err))
        return false;
    SCOPED_ROW_MAP rows = row_reader(db, "measure_settings", settings_fields);
    bool found = row_next(&rows, ret);
    return row_done(&rows, err) && check_found(db, found, err);
}
