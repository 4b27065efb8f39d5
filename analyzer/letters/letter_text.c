/* SPDX-License-Identifier: MIT */
#include "letters/letter_text.h"

#include <stdlib.h>

void letter_text_free(struct letter_text *text)
{
    for (size_t i = 0; i < text->link_count; i++)
        free(text->links[i].address);
    free(text->links);
    free(text->marks);
    free(text->text);
    free(text->sent);
    free(text->subject);
    free(text->sender);
    free(text->address);
    *text = (struct letter_text){0};
}
