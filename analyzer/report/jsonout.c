/* SPDX-License-Identifier: MIT */
#include "report/jsonout.h"

#include "store/row_json.h"

struct indented {
    FILE *out;
};

/* Text inside JSON never holds a raw newline: each one begins a line of ours. */
static int write_indented(const char *bytes, size_t size, void *context)
{
    struct indented *target = context;
    for (size_t i = 0; i < size; i++) {
        putc_unlocked(bytes[i], target->out);
        if (bytes[i] == '\n')
            fputs_unlocked("  ", target->out);
    }
    return 0;
}

bool jsonout_write(sqlite3_stmt *rows, FILE *out, struct error *err)
{
    struct indented target = {out};
    const char *separator = "\n  ";
    putc_unlocked('[', out);
    while (!ferror_unlocked(out) && query_next(rows)) {
        json_t *object = row_json(rows);
        fputs_unlocked(separator, out);
        separator = ",\n  ";
        json_dump_callback(object, write_indented, &target, JSON_INDENT(2));
        json_decref(object);
    }
    fputs_unlocked("\n]\n", out);
    return query_done(rows, err);
}

static bool add_part(sqlite3 *db, const struct jsonout_part *part, json_t *object,
                     struct error *err)
{
    SCOPED_QUERY rows = query_prepare(db, part->query);
    json_t *list = json_array();
    while (query_next(rows))
        json_array_append_new(list, row_json(rows));
    if (part->shape == JSONOUT_LIST)
        json_object_set(object, part->key, list);
    else if (part->shape == JSONOUT_OBJECT)
        json_object_set_new(object, part->key,
                            json_array_size(list) ? json_incref(json_array_get(list, 0))
                                                  : json_null());
    else
        json_object_update(object, json_array_get(list, 0));
    json_decref(list);
    return query_done(rows, err);
}

bool jsonout_write_object(sqlite3 *db, const struct jsonout_part *parts, size_t count, FILE *out,
                          struct error *err)
{
    json_t *object = json_object();
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++)
        ok = add_part(db, &parts[i], object, err);
    if (ok) {
        json_dumpf(object, out, JSON_INDENT(2));
        fputc('\n', out);
    }
    json_decref(object);
    return ok;
}

bool jsonout_write_summary(sqlite3 *db, FILE *out, struct error *err)
{
    static const struct jsonout_part parts[] = {
        {"", "reports/queries/summary_run.sql", JSONOUT_MERGED},
        {"inputs", "reports/queries/summary_inputs.sql", JSONOUT_LIST},
        {"", "reports/queries/summary_totals.sql", JSONOUT_MERGED},
        {"findings", "reports/queries/summary_findings.sql", JSONOUT_OBJECT},
        {"numbers", "reports/queries/summary_numbers.sql", JSONOUT_OBJECT},
        {"exposure", "reports/queries/summary_exposure.sql", JSONOUT_OBJECT},
        {"compliance", "reports/queries/summary_compliance.sql", JSONOUT_LIST},
        {"agreement", "reports/queries/summary_agreement.sql", JSONOUT_LIST},
        {"change_tests", "reports/queries/summary_change_tests.sql", JSONOUT_LIST},
        {"baseline", "reports/queries/summary_baseline.sql", JSONOUT_OBJECT},
        {"change", "reports/queries/summary_change.sql", JSONOUT_OBJECT},
        {"waivers", "reports/queries/summary_waivers.sql", JSONOUT_LIST},
        {"rule_faults", "reports/queries/summary_rule_faults.sql", JSONOUT_LIST},
        {"notices", "reports/queries/summary_notices.sql", JSONOUT_LIST},
        {"headline", "reports/queries/summary_headline.sql", JSONOUT_LIST},
    };
    return jsonout_write_object(db, parts, sizeof parts / sizeof *parts, out, err);
}
