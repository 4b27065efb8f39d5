/* SPDX-License-Identifier: MIT */
#include "rules/names.h"

#include "store/query.h"

static const char *const key_queries[KEY_PARTS] = {
    "analyzer/rules/queries/force.sql",         "analyzer/rules/queries/tool.sql",
    "analyzer/rules/queries/request.sql",       "analyzer/rules/queries/question.sql",
    "analyzer/rules/queries/collaboration.sql",
};

static const char *const evidence_queries[EVIDENCE_KINDS] = {
    "analyzer/rules/queries/describe_response.sql",
    "analyzer/rules/queries/describe_acknowledgement.sql",
    "analyzer/rules/queries/describe_guidance.sql",
    "analyzer/rules/queries/describe_circulation.sql",
    "analyzer/rules/queries/describe_commitment.sql",
    "analyzer/rules/queries/describe_membership.sql",
    "analyzer/rules/queries/describe_exemption.sql",
};

void names_open(sqlite3 *db, struct names *ret_names)
{
    for (int i = 0; i < KEY_PARTS; i++)
        ret_names->of_key[i] = query_prepare(db, key_queries[i]);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        ret_names->of_evidence[i] = query_prepare(db, evidence_queries[i]);
}

void names_close(struct names *names)
{
    for (int i = 0; i < KEY_PARTS; i++)
        query_finalize(&names->of_key[i]);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        query_finalize(&names->of_evidence[i]);
}

static bool find(sqlite3_stmt *s, int32_t no, bool *ret_found, struct error *err)
{
    sqlite3_reset(s);
    query_int(s, 1, no);
    return query_step(s, ret_found, err);
}

bool names_has_key(struct names *names, int part, int32_t no, bool *ret_has, struct error *err)
{
    return find(names->of_key[part], no, ret_has, err);
}

bool names_has_evidence(struct names *names, enum evidence_kind kind, int32_t no, bool *ret_has,
                        struct error *err)
{
    return find(names->of_evidence[kind], no, ret_has, err);
}

static bool look_up(sqlite3_stmt *s, int32_t no, struct error *err)
{
    bool row = false;
    if (!find(s, no, &row, err))
        return false;
    if (!row)
        fault("no row %d for: %s", no, sqlite3_sql(s));
    return true;
}

bool names_of_key(struct names *names, int part, int32_t no, struct slice *ret_id,
                  struct slice *ret_name, struct error *err)
{
    *ret_id = *ret_name = (struct slice){"", 0};
    if (no == 0)
        return true;
    sqlite3_stmt *s = names->of_key[part];
    if (!look_up(s, no, err))
        return false;
    *ret_id = query_column(s, 0);
    *ret_name = query_column(s, 1);
    return true;
}

bool names_of_evidence(struct names *names, enum evidence_kind kind, int32_t no,
                       struct description *ret, struct error *err)
{
    sqlite3_stmt *s = names->of_evidence[kind];
    if (!look_up(s, no, err))
        return false;
    *ret = (struct description){query_column(s, 0), query_column(s, 1), {DAY_MIN, DAY_MAX},
                                query_column(s, 4), query_column(s, 5), query_column(s, 6)};
    if (sqlite3_column_type(s, 2) != SQLITE_NULL)
        ret->date = (struct date_interval){sqlite3_column_int(s, 2), sqlite3_column_int(s, 3)};
    return true;
}
