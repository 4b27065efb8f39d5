/* SPDX-License-Identifier: MIT */
#include "measure/settings.h"

#include "store/query.h"

static void bind_asked(sqlite3_stmt *s, int position, int64_t value)
{
    if (value)
        query_int(s, position, value);
    else
        query_null(s, position);
}

bool measure_settings_store(sqlite3 *db, const struct measure_options *options, struct error *err)
{
    SCOPED_QUERY parameter = query_prepare(db, "analyzer/measure/queries/set_parameter.sql");
    for (int i = 0; i < EXPOSURE_PARAMETERS; i++) {
        if (options->parameters[i] <= 0)
            continue;
        query_int(parameter, 1, i);
        query_real(parameter, 2, options->parameters[i]);
        if (!query_run(parameter, err))
            return false;
    }
    SCOPED_QUERY setting = query_prepare(db, "analyzer/measure/queries/set_settings.sql");
    query_text(setting, 1, slice_of(options->is_public ? "public" : ""));
    bind_asked(setting, 2, options->seed);
    bind_asked(setting, 3, options->users_high ? options->users_low : 0);
    bind_asked(setting, 4, options->users_high);
    return query_run(setting, err);
}

static bool check_row(sqlite3 *db, bool row, struct error *err)
{
    return row || error_set(err, ERROR_INPUT, sqlite3_db_filename(db, "main"), 0,
                            "Make it again with `concord audit`.",
                            "it does not say what its numbers assume");
}

bool measure_settings_load(sqlite3 *db, struct measure_settings *ret, struct error *err)
{
    SCOPED_QUERY parameters = query_prepare(db, "analyzer/measure/queries/parameters.sql");
    bool row = false;
    for (int i = 0; i < EXPOSURE_PARAMETERS; i++) {
        if (!query_step(parameters, &row, err) || !check_row(db, row, err))
            return false;
        ret->model.of[i] = sqlite3_column_double(parameters, 0);
        ret->ranges.low[i] = sqlite3_column_double(parameters, 1);
        ret->ranges.high[i] = sqlite3_column_double(parameters, 2);
    }
    SCOPED_QUERY s = query_prepare(db, "analyzer/measure/queries/settings.sql");
    if (!query_step(s, &row, err) || !check_row(db, row, err))
        return false;
    ret->is_public = sqlite3_column_int(s, 0);
    size_t *const numbers[] = {&ret->users_low, &ret->users_high,   &ret->draws,
                               &ret->resamples, &ret->permutations, &ret->least_cohort};
    ret->seed = (unsigned long)sqlite3_column_int64(s, 1);
    for (int i = 0; i < (int)(sizeof numbers / sizeof *numbers); i++)
        *numbers[i] = (size_t)sqlite3_column_int64(s, i + 2);
    return true;
}
