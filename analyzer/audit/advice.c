/* SPDX-License-Identifier: MIT */
#include "audit/advice.h"

bool advice_visit(sqlite3 *db, int64_t response_no, advice_visitor *visitor, void *context,
                  struct error *err)
{
    SCOPED_QUERY advice = query_prepare(db, "advice_of_answer");
    query_bind_int(advice, "response_no", response_no);
    while (query_next(advice))
        visitor(advice, context);
    return query_done(advice, err);
}
