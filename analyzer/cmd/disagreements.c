/* SPDX-License-Identifier: MIT */
#include "cmd/disagreements.h"

#include "base/memory.h"
#include "base/version.h"
#include "classify/classification.h"
#include "cmd/letters_folder.h"
#include "intake/load.h"
#include "letters/letter_reader.h"
#include "store/database.h"
#include "store/row_map.h"

#include <stdlib.h>

struct disagreement {
    int32_t response_no;
    const char *question_id, *field, *decided, *read, *decided_by, *decided_on, *classifier;
};
static const struct field fields[] = {
    FIELD(struct disagreement, response_no), FIELD(struct disagreement, question_id),
    FIELD(struct disagreement, field),       FIELD(struct disagreement, decided),
    FIELD(struct disagreement, read),        FIELD(struct disagreement, decided_by),
    FIELD(struct disagreement, decided_on),  FIELD(struct disagreement, classifier),
};

bool disagreements_settle(sqlite3 *db, struct error *err)
{
    return database_run_file(db, "analyzer/cmd/decided_fields.sql", err);
}

static bool has_any(sqlite3 *db, bool *ret_any, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "count_codings");
    *ret_any = query_next(s) && query_get_int(s, "n") > 0;
    return query_done(s, err);
}

/* Did another version read what somebody decided about? */
static bool are_of_another_version(sqlite3 *db, bool *ret_any, struct error *err)
{
    struct letter_reader *reader = NULL;
    if (!letter_reader_new(&reader, err))
        return false;
    SCOPED_QUERY s = query_prepare(db, "codings_of_another_version");
    query_bind_text(s, "classifier", slice_of(letter_reader_version(reader)));
    *ret_any = query_next(s);
    letter_reader_free(reader);
    return query_done(s, err);
}

static bool copy_rows(sqlite3 *from, sqlite3 *into, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(from, "disagreements", fields);
    SCOPED_ROW_MAP insert = row_writer(into, "insert_disagreement", fields);
    struct disagreement row;
    while (row_next(&rows, &row))
        if (!row_write(&insert, &row, err))
            return false;
    return row_done(&rows, err);
}

/* The letters are read beside the audit, whose database has no table for them. */
static bool read_again(sqlite3 *aside, sqlite3 *db, const char *pack, struct error *err)
{
    const struct intake_options intake = {.pack = pack, .version = concord_version()};
    struct intake_result loaded;
    struct classification *c = NULL;
    SCOPED_TEXT prefix = letters_folder_prefix(pack);
    bool ok = intake_load(aside, &intake, &loaded, err) && classification_open(aside, &c, err) &&
              classification_add_decided(c, prefix, err) && disagreements_settle(aside, err) &&
              copy_rows(aside, db, err);
    classification_close(c);
    return ok;
}

bool disagreements_of_audit(sqlite3 *db, const char *pack, struct error *err)
{
    bool is_wanted = false;
    if (!has_any(db, &is_wanted, err) ||
        (is_wanted && !are_of_another_version(db, &is_wanted, err)))
        return false;
    if (!is_wanted)
        return true;
    sqlite3 *aside = NULL;
    bool ok = database_create(":memory:", &aside, err) && read_again(aside, db, pack, err);
    sqlite3_close(aside);
    return ok;
}
