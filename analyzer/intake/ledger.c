/* SPDX-License-Identifier: MIT */
#include "intake/ledger.h"

#include "base/memory.h"
#include "base/text.h"
#include "reader/csv_reader.h"

#include <stdarg.h>
#include <stdlib.h>

enum { SHOWN_BYTES = 200 };

struct reject_row {
    int64_t file_no, line;
    const char *column_name, *code, *value, *message, *suggestion;
};
static const struct field reject_fields[] = {
    FIELD(struct reject_row, file_no),     FIELD(struct reject_row, line),
    FIELD(struct reject_row, column_name), FIELD(struct reject_row, code),
    FIELD(struct reject_row, value),       FIELD(struct reject_row, message),
    FIELD(struct reject_row, suggestion),
};

struct notice_row {
    int64_t file_no, line;
    const char *code, *message;
    int64_t rows;
};
static const struct field notice_fields[] = {
    FIELD_OPTIONAL(struct notice_row, file_no),
    FIELD_OPTIONAL(struct notice_row, line),
    FIELD(struct notice_row, code),
    FIELD(struct notice_row, message),
    FIELD(struct notice_row, rows),
};

void ledger_open(struct ledger *ledger, sqlite3 *db, struct intake_result *result)
{
    *ledger = (struct ledger){
        .insert_file = query_prepare(db, "insert_input_file"),
        .update_file = query_prepare(db, "update_input_file"),
        .insert_reject = row_writer(db, "insert_reject", reject_fields),
        .insert_notice = row_writer(db, "insert_notice", notice_fields),
        .result = result,
    };
}

void ledger_close(struct ledger *ledger)
{
    query_finalize(&ledger->insert_file);
    query_finalize(&ledger->update_file);
    row_map_done(&ledger->insert_reject);
    row_map_done(&ledger->insert_notice);
    free(ledger->first_reject_file);
}

bool ledger_begin_file(struct ledger *ledger, const struct contract_file *contract,
                       const struct pack_file *file, const char *encoding,
                       struct account *ret_account, struct error *err)
{
    sqlite3_stmt *s = ledger->insert_file;
    query_bind_text(s, "name", slice_of(file->name));
    query_bind_text(s, "kind", slice_of(file->is_draft ? "draft" : contract->kind));
    query_bind_text(s, "origin", slice_of(file->is_reference ? "reference" : "pack"));
    query_bind_text(s, "encoding", slice_of(encoding));
    query_bind_int(s, "bytes", (int64_t)file->bytes.length);
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
        internal_fault("%s: the accounting does not balance", account->file->path);
    if (account->duplicates) {
        struct ledger_notice notice = {"duplicate", account->first_duplicate_line,
                                       account->duplicates};
        if (!ledger_notice(ledger, account, &notice, err,
                           "%lld %s what an earlier row of %s says, and %s not counted again%s",
                           (long long)account->duplicates,
                           account->duplicates == 1 ? "row repeats" : "rows repeat",
                           account->contract->name, account->duplicates == 1 ? "is" : "are",
                           account->duplicates == 1 ? "" : "; this is the first of them"))
            return false;
    }
    ledger->result->read += account->read;
    ledger->result->accepted += account->accepted;
    ledger->result->duplicates += account->duplicates;
    sqlite3_stmt *s = ledger->update_file;
    query_bind_int(s, "file_no", account->file_no);
    query_bind_text(s, "sha256", slice_of(sha256));
    query_bind_int(s, "read", account->read);
    query_bind_int(s, "accepted", account->accepted);
    query_bind_int(s, "duplicate", account->duplicates);
    query_bind_int(s, "rejected", account->rejected);
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

static bool write_fault(struct account *account, long line, const struct row_fault *fault,
                        struct error *err)
{
    char shown[SHOWN_BYTES];
    csv_show_value(fault->value, shown, sizeof shown);
    const struct reject_row row = {
        .file_no = account->file_no,
        .line = line,
        .column_name = fault->column,
        .code = fault->code,
        .value = shown,
        .message = fault->message,
        .suggestion = fault->suggestion,
    };
    return row_write(&account->ledger->insert_reject, &row, err);
}

bool ledger_reject(struct account *account, long line, const struct row_fault *faults, size_t count,
                   struct error *err)
{
    account->rejected++;
    account->ledger->result->rejects++;
    keep_first_reject(account, line, faults);
    for (size_t i = 0; i < count; i++)
        if (!write_fault(account, line, &faults[i], err))
            return false;
    return true;
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
    const struct notice_row row = {
        .file_no = account ? account->file_no : 0,
        .line = notice->line,
        .code = notice->code,
        .message = shown,
        .rows = notice->rows,
    };
    return row_write(&ledger->insert_notice, &row, err);
}
