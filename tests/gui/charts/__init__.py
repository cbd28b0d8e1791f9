"""晴雨表 and trend as people see them."""
