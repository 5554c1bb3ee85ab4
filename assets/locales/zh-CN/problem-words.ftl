## 模板里没有名字的内容，和写在文字里的分值
problem-no-name = 有一项没有写名称，打印出来是空白。
problem-no-name-hint = 请写上名称，或删去这一项。
problem-no-name-part = 有一个要点没有写内容，打印出来是空白。
problem-no-name-part-hint = 请写上要点，或删去它。
problem-no-name-option = 有一个选项没有写名称，打印出来是空白。
problem-no-name-option-hint = 请写上名称，或删去这个选项。
problem-no-name-deduction = 有一条扣分情形没有写名称，扣了分说不出原因。
problem-no-name-deduction-hint = 请写上扣分情形，或删去它。
problem-no-name-gate = 有一条关键要素没有写内容，评价人不知道要判断什么。
problem-no-name-gate-hint = 请写上关键要素，或删去它。
problem-no-name-effect = 有一条一票否决或追加扣除没有写名称，评价人不知道何时勾选。
problem-no-name-effect-hint = 请写上名称，或删去它。
problem-words-criterion = 具体指标里写的分值（{ $named }）与评分规则不符，本指标 { $points } 分。
problem-words-criterion-hint = 请把文字里“（…分）”的数改成现在的分值，或改回分值。
problem-words-standard = 评价标准里写的分值（{ $named }）与评分规则不符，本指标 { $points } 分。
problem-words-standard-hint = 请把文字里“（…分）”的数改成现在的分值，或改回分值。
