/* SPDX-License-Identifier: MIT */
#include "store/row_json.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>

static const struct {
    const char *sql, *json;
} rows[] = {
    {"SELECT 7 AS b, -9223372036854775808 AS a", "{\"b\":7,\"a\":-9223372036854775808}"},
    {"SELECT 0.5 AS half, 2.0 AS two, -1024.5 AS less",
     "{\"half\":0.5,\"two\":2.0,\"less\":-1024.5}"},
    {"SELECT 9e999 AS most, -9e999 AS least", "{\"most\":null,\"least\":null}"},
    {"SELECT NULL AS none, '' AS empty", "{\"none\":null,\"empty\":\"\"}"},
    {"SELECT 'caf' || char(233) AS word", "{\"word\":\"caf\303\251\"}"},
    {"SELECT CAST(x'636166e92fc3a9' AS TEXT) AS folder", "{\"folder\":\"caf?/??\"}"},
    {"SELECT CAST(x'ff00' AS TEXT) AS bytes, 1 AS next", "{\"bytes\":\"?\\u0000\",\"next\":1}"},
    {"SELECT '[1,{\"x\":null}]' AS list_json, '2' AS two_json, NULL AS none_json",
     "{\"list\":[1,{\"x\":null}],\"two\":2,\"none\":null}"},
    {"SELECT 'plain' AS _json", "{\"_json\":\"plain\"}"},
};

START_TEST(a_row_is_an_object)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(db, rows[_i].sql, -1, &s, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    json_t *object = row_json(s);
    char *text = json_dumps(object, JSON_COMPACT);
    ck_assert_str_eq(text, rows[_i].json);
    free(text);
    json_decref(object);
    sqlite3_finalize(s);
    sqlite3_close(db);
}
END_TEST

Suite *suite_store_row_json(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("store/row_json", &tcase);
    ADD_TABLE_TEST(tcase, a_row_is_an_object, rows);
    return suite;
}
