# A bar for each assumption: place, label, bits at its low end, at its high end, as assumed.
# An open ring stands at the low end, a full one at the high end.
data = name . ".dat"
set datafile separator "\t"
stats data using 3:4 skip 1 nooutput
least = STATS_min_x < STATS_min_y ? STATS_min_x : STATS_min_y
most = STATS_max_x > STATS_max_y ? STATS_max_x : STATS_max_y
stats data using 1:5 skip 1 nooutput
bars = STATS_max_x + 1
now = STATS_min_y
least = now < least ? now : least
most = now > most ? now : most
span = most - least > 0.01 ? most - least : 0.01
bar_high = 28
left = 480; top = 48; right = 150
wide = 1000
axis_y = top + bars * bar_high + 4
high = axis_y + 52
load "frame.gp"

scale = (wide - left - right - 20.0) / span
x(bits) = left + 10 + (bits - least) * scale
y(n) = top + (column(1) + 0.5) * bar_high
low_end = '($3 < $4 ? ($3 < now ? $3 : now) : ($4 < now ? $4 : now))'
high_end = '($3 > $4 ? ($3 > now ? $3 : now) : ($4 > now ? $4 : now))'
set arrow 1 from x(now), top - 6 to x(now), axis_y nohead linecolor rgb dark front
set arrow 2 from left, axis_y to wide - right, axis_y nohead linecolor rgb dark
step = nice_step(span)
do for [i = 0:400] {
    if (i * step >= least && i * step <= most) {
        set label 20 + i sprintf("%g", i * step) at x(i * step), axis_y + 14 center font ",12" textcolor rgb ink
        set arrow 20 + i from x(i * step), axis_y to x(i * step), axis_y + 5 nohead linecolor rgb dark
    }
}
# Keeps clear of the heading of the last column.
now_x = x(now) < wide - right - 50 ? x(now) : wide - right - 50
set label 1 sprintf("as assumed: %.1f", now) at now_x, top - 16 center font ",12" textcolor rgb ink
set label 2 "Bits given away about all forces" at left + (wide - left - right) / 2.0, axis_y + 38 center font ",12" textcolor rgb ink
set label 3 "○ at its low end   ● at its high end" at 4, 12 left font ",12" textcolor rgb ink
set label 4 "low to high" at wide - right + 12, top - 16 left font ",12" textcolor rgb dark
plot data skip 1 using (x((@low_end + @high_end) / 2)):(y(0)):((@high_end - @low_end) * scale / 2):(8) with boxxyerror fc rgb light, \
     data skip 1 using (x($3)):(y(0)) with points pt 7 ps 1.3 lc rgb white, \
     data skip 1 using (x($3)):(y(0)) with points pt 6 ps 1.3 lw 2 lc rgb blue, \
     data skip 1 using (x($4)):(y(0)) with points pt 7 ps 1.3 lc rgb blue, \
     data skip 1 using (wide - right + 12):(y(0)):(sprintf("%.1f to %.1f", $3, $4)) with labels left noenhanced font ",12" tc rgb ink, \
     data skip 1 using (left - 8):(y(0)):2 with labels right noenhanced font ",12" tc rgb ink
