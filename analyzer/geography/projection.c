/* SPDX-License-Identifier: MIT */
#include "geography/projection.h"

#include <proj.h>

/* Spelt out instead of "EPSG:27700": what PROJ picks for that depends on which
 * grid files a machine has. The figures are those of OSGB36 and its shift. */
static const char pipeline[] =
    "+proj=pipeline"
    " +step +proj=unitconvert +xy_in=deg +xy_out=rad"
    " +step +proj=push +v_3"
    " +step +proj=cart +ellps=WGS84"
    " +step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06"
    " +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489 +convention=position_vector"
    " +step +inv +proj=cart +ellps=airy"
    " +step +proj=pop +v_3"
    " +step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
    " +algo=poder_engsager"; /* else an installed proj.ini decides */

/* PROJ complains to the standard error stream about a proj.db that is missing,
 * whatever its level is set to. The pipeline needs none. */
static void keep_quiet(void *data, int level, const char *message)
{
    (void)data;
    (void)level;
    (void)message;
}

void projection_to_grid(struct position *positions, size_t count)
{
    PJ_CONTEXT *context = proj_context_create();
    proj_context_set_enable_network(context, 0);
    proj_log_func(context, NULL, keep_quiet);
    PJ *shift = proj_create(context, pipeline);
    if (!shift)
        internal_fault("the projection cannot be set up: %s",
                       proj_context_errno_string(context, proj_context_errno(context)));
    if (count > 0)
        proj_trans_generic(shift, PJ_FWD, &positions->x, sizeof *positions, count, &positions->y,
                           sizeof *positions, count, NULL, 0, 0, NULL, 0, 0);
    proj_destroy(shift);
    proj_context_destroy(context);
}
