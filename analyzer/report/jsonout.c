/* SPDX-License-Identifier: MIT */
#include "report/jsonout.h"

#include "store/row_json.h"
#include "store/statements.h"

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
    if (!query_done(rows, err))
        return false;
    fputs_unlocked("\n]\n", out);
    return true;
}

static bool read_list(sqlite3 *db, const char *query, json_t *list, struct error *err)
{
    SCOPED_QUERY rows = query_prepare(db, query);
    while (query_next(rows))
        json_array_append_new(list, row_json(rows));
    return query_done(rows, err);
}

static void put_part(const struct jsonout_part *part, json_t *list, json_t *object)
{
    switch (part->shape) {
    case JSONOUT_LIST:
        json_object_set(object, part->key, list);
        break;
    case JSONOUT_OBJECT:
        json_object_set_new(object, part->key,
                            json_array_size(list) ? json_incref(json_array_get(list, 0))
                                                  : json_null());
        break;
    case JSONOUT_MERGED:
        json_object_update(object, json_array_get(list, 0));
        break;
    }
}

static bool add_part(sqlite3 *db, const struct jsonout_part *part, json_t *object,
                     struct error *err)
{
    json_t *list = json_array();
    bool ok = read_list(db, part->query, list, err);
    if (ok)
        put_part(part, list, object);
    json_decref(list);
    return ok;
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
        {"", STATEMENT("summary_run"), JSONOUT_MERGED},
        {"inputs", STATEMENT("summary_inputs"), JSONOUT_LIST},
        {"", STATEMENT("summary_totals"), JSONOUT_MERGED},
        {"consistency", STATEMENT("summary_consistency"), JSONOUT_OBJECT},
        {"findings", STATEMENT("summary_findings"), JSONOUT_OBJECT},
        {"matters", STATEMENT("summary_matters"), JSONOUT_OBJECT},
        {"numbers", STATEMENT("summary_numbers"), JSONOUT_OBJECT},
        {"exposure", STATEMENT("summary_exposure"), JSONOUT_OBJECT},
        {"complaint_risk", STATEMENT("summary_complaint_risk"), JSONOUT_LIST},
        {"agreement", STATEMENT("summary_agreement"), JSONOUT_LIST},
        {"change_tests", STATEMENT("summary_change_tests"), JSONOUT_LIST},
        {"baseline", STATEMENT("summary_baseline"), JSONOUT_OBJECT},
        {"change", STATEMENT("summary_change"), JSONOUT_OBJECT},
        {"waivers", STATEMENT("summary_waivers"), JSONOUT_LIST},
        {"rule_faults", STATEMENT("summary_rule_faults"), JSONOUT_LIST},
        {"notices", STATEMENT("summary_notices"), JSONOUT_LIST},
        {"headline", STATEMENT("summary_headline"), JSONOUT_LIST},
    };
    return jsonout_write_object(db, parts, sizeof parts / sizeof *parts, out, err);
}
