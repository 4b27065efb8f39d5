/* SPDX-License-Identifier: MIT */
#include "intake/ledger.h"

#include "base/memory.h"
#include "base/text.h"
#include "reader/csv_reader.h"

#include <stdarg.h>
#include <stdlib.h>

enum { SHOWN_BYTES = 200 };

void ledger_open(struct ledger *ledger, sqlite3 *db, struct intake_result *result)
{
    *ledger = (struct ledger){
        .insert_file = query_prepare(db, "analyzer/intake/queries/insert_input_file.sql"),
        .update_file = query_prepare(db, "analyzer/intake/queries/update_input_file.sql"),
        .insert_reject = query_prepare(db, "analyzer/intake/queries/insert_reject.sql"),
        .insert_notice = query_prepare(db, "analyzer/intake/queries/insert_notice.sql"),
        .result = result,
    };
}

void ledger_close(struct ledger *ledger)
{
    query_finalize(&ledger->insert_file);
    query_finalize(&ledger->update_file);
    query_finalize(&ledger->insert_reject);
    query_finalize(&ledger->insert_notice);
    free(ledger->first_reject_file);
}

bool ledger_begin_file(struct ledger *ledger, const struct contract_file *contract,
                       const struct pack_file *file, const char *encoding,
                       struct account *ret_account, struct error *err)
{
    sqlite3_stmt *s = ledger->insert_file;
    query_text(s, 1, slice_of(file->name));
    query_text(s, 2, slice_of(contract->kind));
    query_text(s, 3, slice_of(file->is_reference ? "reference" : "pack"));
    query_text(s, 4, slice_of(encoding));
    query_int(s, 5, (int64_t)file->bytes.length);
    if (!query_run(s, err))
        return false;
    *ret_account = (struct account){
        .ledger = ledger,
        .contract = contract,
        .file = file,
        .file_no = sqlite3_last_insert_rowid(sqlite3_db_handle(s)),
    };
    return true;
}

bool ledger_end_file(struct account *account, const char *sha256, struct error *err)
{
    struct ledger *ledger = account->ledger;
    if (account->read != account->accepted + account->duplicates + account->rejected)
        fault("%s: the accounting does not balance", account->file->path);
    if (account->duplicates) {
        struct ledger_notice notice = {"duplicate", account->first_duplicate_line,
                                       account->duplicates};
        if (!ledger_notice(ledger, account, &notice, err,
                           "%lld identical %s counted once; the first is on line %ld",
                           (long long)account->duplicates,
                           account->duplicates == 1 ? "row was" : "rows were",
                           account->first_duplicate_line))
            return false;
    }
    ledger->result->read += account->read;
    ledger->result->accepted += account->accepted;
    ledger->result->duplicates += account->duplicates;
    sqlite3_stmt *s = ledger->update_file;
    query_int(s, 1, account->file_no);
    query_text(s, 2, slice_of(sha256));
    query_int(s, 3, account->read);
    query_int(s, 4, account->accepted);
    query_int(s, 5, account->duplicates);
    query_int(s, 6, account->rejected);
    return query_run(s, err);
}

static void keep_first_reject(struct account *account, long line, const struct row_fault *fault)
{
    struct ledger *ledger = account->ledger;
    if (account->file->is_reference || ledger->pack_rejects++)
        return;
    ledger->first_reject_file = memory_copy(account->file->path);
    text_cut(ledger->first_reject, sizeof ledger->first_reject, "%s%s%s",
             fault->column ? fault->column : "", fault->column ? ": " : "", fault->message);
    ledger->first_reject_line = line;
}

bool ledger_reject(struct account *account, long line, const struct row_fault *fault,
                   struct error *err)
{
    account->rejected++;
    account->ledger->result->rejects++;
    keep_first_reject(account, line, fault);
    char shown[SHOWN_BYTES];
    csv_show_value(fault->value, shown, sizeof shown);
    sqlite3_stmt *s = account->ledger->insert_reject;
    query_int(s, 1, account->file_no);
    query_int(s, 2, line);
    query_text(s, 3, slice_of(fault->column ? fault->column : ""));
    query_text(s, 4, slice_of(fault->code));
    query_text(s, 5, slice_of(shown));
    query_text(s, 6, slice_of(fault->message));
    query_text(s, 7, slice_of(fault->suggestion));
    return query_run(s, err);
}

bool ledger_notice(struct ledger *ledger, const struct account *account,
                   const struct ledger_notice *notice, struct error *err, const char *format, ...)
{
    char message[700];
    va_list arguments;
    va_start(arguments, format);
    text_cut_list(message, sizeof message, format, arguments);
    va_end(arguments);
    char shown[1000];
    csv_show_value(slice_of(message), shown, sizeof shown);

    ledger->result->notices++;
    sqlite3_stmt *s = ledger->insert_notice;
    query_null(s, 1);
    query_null(s, 2);
    if (account)
        query_int(s, 1, account->file_no);
    if (notice->line)
        query_int(s, 2, notice->line);
    query_text(s, 3, slice_of(notice->code));
    query_text(s, 4, slice_of(shown));
    query_int(s, 5, notice->rows);
    return query_run(s, err);
}
