UPDATE temp.chart_point SET label_x = ?2, label_y = ?3 WHERE point_no = ?1;
