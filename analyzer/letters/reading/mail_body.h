/* SPDX-License-Identifier: MIT
 * Which parts of a message are its words, and which are attached.
 */
#ifndef CONCORD_LETTERS_READING_MAIL_BODY_H
#define CONCORD_LETTERS_READING_MAIL_BODY_H

#include "letters/reading/mail_library.h"
#include "letters/reading/plain.h"
#include "letters/reading/writer.h"

/* Borrowed from the message. */
struct mail_body {
    GMimePart **words;
    size_t word_count, word_room;
    GMimeObject **attachments;
    size_t attachment_count, attachment_room;
};

/* Plain text rather than HTML where the message has both; no pictures of a signature, no
 * signatures of programs. False with the reason where it is encrypted, nested without end, or has
 * more than `most` parts (one more attachment is kept, so that the caller sees it). */
bool mail_body_find(GMimeMessage *message, size_t most, struct mail_body *ret_body,
                    char **ret_reason);
void mail_body_done(struct mail_body *body);

/* Its words in their order, each in its own encoding. */
bool mail_body_write(const struct mail_body *body, struct letter_writer *w, char **ret_reason);

/* The bytes of a part as its author had them; the caller frees. */
GByteArray *mail_body_bytes(GMimePart *part);

#endif
