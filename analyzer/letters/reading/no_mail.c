/* SPDX-License-Identifier: MIT
 * In the place of mail.c where the program is built without GMime (`make MAIL=no`).
 */
#include "letters/reading/formats.h"

#include "letters/reading/unreadable.h"

void mail_read(struct letter_parts *parts, const char *part_name, struct slice bytes)
{
    char *reason = NULL;
    (void)bytes;
    unreadable(&reason, "this build cannot read .eml: save the message as text");
    parts_add_reason(parts, part_name, LETTER_KIND_MAIL, reason);
}
