# A bar for each assumption, from fewer bits to more: place, label, bits at its low end, at its high
# end, as assumed. An open ring stands at the low end of the assumption, a full one at its high end.
load "room.gp"
data = name . ".dat"
stats data using 3:4 skip 1 nooutput
least = STATS_min_x < STATS_min_y ? STATS_min_x : STATS_min_y
most = STATS_max_x > STATS_max_y ? STATS_max_x : STATS_max_y
stats data using 1:5 skip 1 nooutput
bars = STATS_max_x + 1
now = STATS_min_y
least = now < least ? now : least
most = now > most ? now : most
span = most - least > 0.01 ? most - least : 0.01
bar_high = slide ? 46 : 28
top = slide ? 110 : 48
bars_shown = bars
if (slide && top + bars * bar_high + 90 > room_high) { bars_shown = floor((room_high - top - 130) / bar_high) }
left = slide ? room_of(60) : 480
right = slide ? room_of(13) + 20 : 150
wide = slide ? room_wide : 1000
axis_y = top + bars_shown * bar_high + 4
high = slide ? room_high : axis_y + 52
load "frame.gp"

scale = (wide - left - right - 20.0) / span
x(bits) = left + 10 + (bits - least) * scale
y(n) = column(1) < bars_shown ? top + (column(1) + 0.5) * bar_high : nowhere
low_end = '($3 < $4 ? ($3 < now ? $3 : now) : ($4 < now ? $4 : now))'
high_end = '($3 > $4 ? ($3 > now ? $3 : now) : ($4 > now ? $4 : now))'
lower = '($3 < $4 ? $3 : $4)'
higher = '($3 < $4 ? $4 : $3)'
set arrow 1 from x(now), top - 6 to x(now), axis_y nohead linecolor rgb dark front
set arrow 2 from left, axis_y to wide - right, axis_y nohead linecolor rgb dark
step = nice_step(span)
if (slide) { step = nice_step(span * 2) }
do for [i = 0:400] {
    if (i * step >= least && i * step <= most) {
        set label 20 + i sprintf("%g", i * step) at x(i * step), axis_y + (slide ? 26 : 14) center font font(12) textcolor rgb ink
        set arrow 20 + i from x(i * step), axis_y to x(i * step), axis_y + 5 nohead linecolor rgb dark
    }
}
# Keeps clear of the heading of the last column and of the edge.
now_words = sprintf("as assumed: %.1f", now)
half_words = room_of(strlen(now_words)) / 2
now_x = x(now) + half_words < wide - right ? x(now) : wide - right - half_words
now_x = now_x - half_words > left - (slide ? 200 : 0) ? now_x : left - (slide ? 200 : 0) + half_words
set label 1 now_words at now_x, top - (slide ? 26 : 16) center font font(12) textcolor rgb ink
set label 2 "Bits given away about all forces" at left + (wide - left - right) / 2.0, axis_y + (slide ? 66 : 38) center font font(12) textcolor rgb ink
set label 3 "○ at its low end   ● at its high end" at 4, slide ? 24 : 12 left font font(12) textcolor rgb ink
set label 4 "low to high" at wide - right + 12, top - (slide ? 26 : 16) left font font(12) textcolor rgb dark
if (bars_shown < bars) { set label 5 sprintf("The %d of %d that matter most. The table beside the picture has all.", bars_shown, bars) at 0, high - 20 left font font(12) textcolor rgb ink }
ring = slide ? 13 / point_px : 1.3
plot data skip 1 using (x((@low_end + @high_end) / 2)):(y(0)):((@high_end - @low_end) * scale / 2):(slide ? 14 : 8) with boxxyerror fc rgb light, \
     data skip 1 using (x($3)):(y(0)) with points pt 7 ps ring lc rgb white, \
     data skip 1 using (x($3)):(y(0)) with points pt 6 ps ring lw 2 lc rgb blue, \
     data skip 1 using (x($4)):(y(0)) with points pt 7 ps ring lc rgb blue, \
     data skip 1 using (wide - right + 12):(y(0)):(sprintf("%.1f to %.1f", @lower, @higher)) with labels left noenhanced font font(12) tc rgb ink, \
     data skip 1 using (left - 8):(y(0)):2 with labels right noenhanced font font(12) tc rgb ink
