SELECT citation, title, NULL, NULL, regime, '', '' FROM exemption WHERE exemption_no = ?
