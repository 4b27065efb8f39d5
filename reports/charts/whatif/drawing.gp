# A bar for each change of one answer: place, label, bits about the others. To the right
# it gives away, to the left it takes back; the sign stands in the number too.
data = name . ".dat"
set datafile separator "\t"
stats data using 1:3 skip 1 nooutput
bars = STATS_max_x + 1
least = STATS_min_y < 0 ? STATS_min_y : 0
most = STATS_max_y > 0 ? STATS_max_y : 0
span = most - least > 0.01 ? most - least : 0.01
bar_high = 28
left = 470
wide = 900
axis_y = bars * bar_high + 10
high = axis_y + 52
load "frame.gp"

scale = (wide - left - 110.0) / span
x(bits) = left + 55 + (bits - least) * scale
y(n) = 6 + (column(1) + 0.5) * bar_high
set arrow 1 from x(0), 2 to x(0), axis_y nohead linecolor rgb dark front
set arrow 2 from left, axis_y to wide - 4, axis_y nohead linecolor rgb dark
step = nice_step(span)
do for [i = -10:10] {
    if (i * step >= least - 0.001 && i * step <= most + 0.001) {
        set label 20 + i sprintf("%g", i * step) at x(i * step), axis_y + 14 center font ",12" textcolor rgb ink
        set arrow 20 + i from x(i * step), axis_y to x(i * step), axis_y + 5 nohead linecolor rgb dark
    }
}
set label 1 "← takes back      bits about the other forces      gives away →" at left + (wide - left) / 2.0, axis_y + 38 center font ",12" textcolor rgb ink
plot data skip 1 using ($3 > 0 ? x($3 / 2.0) : nowhere):(y(0)):(abs($3) * scale / 2.0):(10) with boxxyerror fc rgb plum, \
     data skip 1 using ($3 < 0 ? x($3 / 2.0) : nowhere):(y(0)):(abs($3) * scale / 2.0):(10) with boxxyerror fc rgb teal, \
     data skip 1 using ($3 >= 0 ? x($3) + 6 : nowhere):(y(0)):(sprintf("%+.3g", $3)) with labels left noenhanced font ",12" tc rgb ink, \
     data skip 1 using ($3 < 0 ? x($3) - 6 : nowhere):(y(0)):(sprintf("%+.3g", $3)) with labels right noenhanced font ",12" tc rgb ink, \
     data skip 1 using (left - 8):(y(0)):2 with labels right noenhanced font ",12" tc rgb ink
