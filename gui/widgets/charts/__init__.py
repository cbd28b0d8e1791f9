"""晴雨表 and trend: what shows judgements as pictures."""
