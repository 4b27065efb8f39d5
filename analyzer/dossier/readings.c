/* SPDX-License-Identifier: MIT */
#include "dossier/readings.h"

#include "classify/classification.h"
#include "store/row_map.h"

struct other_reading {
    int32_t response_no;
    const char *reading, *stance, *words;
};
static const struct field fields[] = {
    FIELD(struct other_reading, response_no),
    FIELD(struct other_reading, reading),
    FIELD(struct other_reading, stance),
    FIELD(struct other_reading, words),
};

static bool has_texts(sqlite3 *db, bool *ret_any, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "dossier_has_texts");
    *ret_any = query_next(s);
    return query_done(s, err);
}

static bool keep_texts_of(sqlite3 *aside, int32_t force_no, struct error *err)
{
    SCOPED_QUERY s = query_prepare(aside, "dossier_keep_texts");
    query_bind_int(s, "force_no", force_no);
    return query_run(s, err);
}

static bool copy_rows(sqlite3 *aside, sqlite3 *db, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(aside, "dossier_other_readings", fields);
    SCOPED_ROW_MAP insert = row_writer(db, "insert_dossier_reading", fields);
    struct other_reading row;
    while (row_next(&rows, &row))
        if (!row_write(&insert, &row, err))
            return false;
    return row_done(&rows, err);
}

/* The tables of readings are made in a copy: the audit may be read-only, and has none. */
bool readings_add(sqlite3 *db, int32_t force_no, struct error *err)
{
    bool any = false;
    if (!has_texts(db, &any, err) || !any)
        return !err->kind;
    sqlite3 *aside = NULL;
    struct classification *c = NULL;
    bool ok = database_copy(db, &aside, err) && keep_texts_of(aside, force_no, err) &&
              classification_open(aside, &c, err) && classification_add_pack(c, NULL, err) &&
              copy_rows(aside, db, err);
    classification_close(c);
    sqlite3_close_v2(aside);
    return ok;
}
