/* SPDX-License-Identifier: MIT */
#include "rules/lookups.h"

#include "store/statements.h"

static const char *const key_statements[KEY_PARTS] = {
    [KEY_FORCE] = STATEMENT("name_of_force"),
    [KEY_TOOL] = STATEMENT("name_of_tool"),
    [KEY_REQUEST] = STATEMENT("name_of_request"),
    [KEY_QUESTION] = STATEMENT("name_of_question"),
    [KEY_COLLABORATION] = STATEMENT("name_of_collaboration"),
    [KEY_OTHER_TOOL] = STATEMENT("name_of_tool"),
    [KEY_POSITION] = STATEMENT("name_of_position"),
};

static const char *const evidence_statements[EVIDENCE_KINDS] = {
    [EVIDENCE_RESPONSE] = STATEMENT("describe_response"),
    [EVIDENCE_ACKNOWLEDGEMENT] = STATEMENT("describe_acknowledgement"),
    [EVIDENCE_GUIDANCE] = STATEMENT("describe_guidance"),
    [EVIDENCE_CIRCULATION] = STATEMENT("describe_circulation"),
    [EVIDENCE_COMMITMENT] = STATEMENT("describe_commitment"),
    [EVIDENCE_MEMBERSHIP] = STATEMENT("describe_membership"),
    [EVIDENCE_EXEMPTION] = STATEMENT("describe_exemption"),
    [EVIDENCE_RULING] = STATEMENT("describe_ruling"),
};

struct name_row {
    struct slice id, name;
};
static const struct field name_fields[] = {
    FIELD(struct name_row, id),
    FIELD(struct name_row, name),
};

static const struct field description_fields[] = {
    FIELD(struct description, id),           FIELD(struct description, name),
    FIELD_OF_DAYS(struct description, date), FIELD(struct description, says),
    FIELD(struct description, basis),        FIELD(struct description, topic),
    FIELD(struct description, bounds),       FIELD(struct description, is_bounded),
};

static struct lookup lookup_of(struct row_map row)
{
    return (struct lookup){row, query_parameter_index(row.statement, "no")};
}

void lookups_open(sqlite3 *db, struct lookups *ret_lookups)
{
    for (int i = 0; i < KEY_PARTS; i++)
        ret_lookups->of_key[i] = lookup_of(row_reader(db, key_statements[i], name_fields));
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        ret_lookups->of_evidence[i] =
            lookup_of(row_reader(db, evidence_statements[i], description_fields));
}

void lookups_close(struct lookups *lookups)
{
    for (int i = 0; i < KEY_PARTS; i++)
        row_map_done(&lookups->of_key[i].row);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        row_map_done(&lookups->of_evidence[i].row);
}

/* The texts of the last row are gone, those of this one live until the next call. */
static bool find(struct lookup *l, int32_t no, void *ret_row, bool *ret_found, struct error *err)
{
    if (!row_done(&l->row, err))
        return false;
    query_int(l->row.statement, l->no, no);
    *ret_found = row_next(&l->row, ret_row);
    return *ret_found || row_done(&l->row, err);
}

bool lookups_has_key(struct lookups *lookups, int part, int32_t no, bool *ret_has,
                     struct error *err)
{
    struct name_row row;
    return find(&lookups->of_key[part], no, &row, ret_has, err);
}

bool lookups_has_evidence(struct lookups *lookups, enum evidence_kind kind, int32_t no,
                          bool *ret_has, struct error *err)
{
    struct description row;
    return find(&lookups->of_evidence[kind], no, &row, ret_has, err);
}

static bool look_up(struct lookup *l, int32_t no, void *ret_row, struct error *err)
{
    bool found = false;
    if (!find(l, no, ret_row, &found, err))
        return false;
    if (!found)
        internal_fault("no row %d for: %s", no, sqlite3_sql(l->row.statement));
    return true;
}

bool lookups_of_key(struct lookups *lookups, int part, int32_t no, struct slice *ret_id,
                    struct slice *ret_name, struct error *err)
{
    *ret_id = *ret_name = (struct slice){"", 0};
    if (no == 0)
        return true;
    struct name_row row;
    if (!look_up(&lookups->of_key[part], no, &row, err))
        return false;
    *ret_id = row.id;
    *ret_name = row.name;
    return true;
}

bool lookups_of_evidence(struct lookups *lookups, enum evidence_kind kind, int32_t no,
                         struct description *ret, struct error *err)
{
    return look_up(&lookups->of_evidence[kind], no, ret, err);
}
