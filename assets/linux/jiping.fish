# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_jiping_global_optspecs
    string join \n lang= json h/help V/version
end

function __fish_jiping_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_jiping_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_jiping_using_subcommand
    set -l cmd (__fish_jiping_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c jiping -n "__fish_jiping_needs_command" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_needs_command" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_needs_command" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_needs_command" -s V -l version -d '显示版本'
complete -c jiping -n "__fish_jiping_needs_command" -a "new" -d '用评分模板或去年的评价（--from）新建一份评价'
complete -c jiping -n "__fish_jiping_needs_command" -a "apply" -d '把一批修改录入评价文件：全部成功才保存，一条被拒绝则什么都不改'
complete -c jiping -n "__fish_jiping_needs_command" -a "score" -d '计算得分：合计、等级、每项得分和算式，并列出签字前的检查结果'
complete -c jiping -n "__fish_jiping_needs_command" -a "migrate" -d '把评价换到新版或其他模板，另存为新文件；原文件不动'
complete -c jiping -n "__fish_jiping_needs_command" -a "print" -d '打印成 PDF：评分表、扣分明细表、月度扣分表'
complete -c jiping -n "__fish_jiping_needs_command" -a "papers" -d '列出这份评价能印的纸质材料：编号、名称、页数'
complete -c jiping -n "__fish_jiping_needs_command" -a "template" -d '评分模板'
complete -c jiping -n "__fish_jiping_using_subcommand new" -l from -d '用去年的评价文件新建：带入项目、资金来源、自设指标、目标值、分值权重和模板，不带得分、原因、佐证' -r -F
complete -c jiping -n "__fish_jiping_using_subcommand new" -s o -l output -d '写到哪个文件；apply 不写时改原文件' -r -F
complete -c jiping -n "__fish_jiping_using_subcommand new" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand new" -l force -d '文件已存在时也覆盖，旧文件留作 .bak'
complete -c jiping -n "__fish_jiping_using_subcommand new" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand new" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_using_subcommand apply" -s o -l output -d '写到哪个文件；apply 不写时改原文件' -r -F
complete -c jiping -n "__fish_jiping_using_subcommand apply" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand apply" -l force -d '文件已存在时也覆盖，旧文件留作 .bak'
complete -c jiping -n "__fish_jiping_using_subcommand apply" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand apply" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_using_subcommand score" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand score" -l strict -d '有警告（template check）或必须处理的检查结果（score）时，退出码也为 1'
complete -c jiping -n "__fish_jiping_using_subcommand score" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand score" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_using_subcommand migrate" -l to -d '新模板：内置模板编号或模板文件' -r
complete -c jiping -n "__fish_jiping_using_subcommand migrate" -s o -l output -d '写到哪个文件；apply 不写时改原文件' -r -F
complete -c jiping -n "__fish_jiping_using_subcommand migrate" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand migrate" -l force -d '文件已存在时也覆盖，旧文件留作 .bak'
complete -c jiping -n "__fish_jiping_using_subcommand migrate" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand migrate" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_using_subcommand print" -s o -l output -d '写到哪个文件；apply 不写时改原文件' -r -F
complete -c jiping -n "__fish_jiping_using_subcommand print" -l paper -d '印哪些纸质材料，可写多次，编号见 papers；不写印评分表，all 印评分表、扣分明细表和附件目录' -r -f -a "cover\t''
scores\t''
deductions\t''
calculation\t''
chart\t''
blank\t''
problems\t''
survey\t''
attachments\t''
ledger\t''
notice\t''
faults\t''
findings\t''
all\t''"
complete -c jiping -n "__fish_jiping_using_subcommand print" -l ledger -d '打印月度扣分表，不打印其他表：写指标编号或名称只打印它的台账，不写则打印全部台账' -r
complete -c jiping -n "__fish_jiping_using_subcommand print" -l month -d '只打印这个月（如 2020-03），不写则逐月打印' -r
complete -c jiping -n "__fish_jiping_using_subcommand print" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand print" -l force -d '文件已存在时也覆盖，旧文件留作 .bak'
complete -c jiping -n "__fish_jiping_using_subcommand print" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand print" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_using_subcommand papers" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand papers" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand papers" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_using_subcommand template; and not __fish_seen_subcommand_from check import list" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand template; and not __fish_seen_subcommand_from check import list" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand template; and not __fish_seen_subcommand_from check import list" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_using_subcommand template; and not __fish_seen_subcommand_from check import list" -f -a "check" -d '检查评分模板文件，列出所有问题及其行列、位置和改法'
complete -c jiping -n "__fish_jiping_using_subcommand template; and not __fish_seen_subcommand_from check import list" -f -a "import" -d '从评分表（.xlsx、.xls、.ods、.docx、.csv、.tsv）生成评分模板，并列出每行怎样处理、每条规则读成什么'
complete -c jiping -n "__fish_jiping_using_subcommand template; and not __fish_seen_subcommand_from check import list" -f -a "list" -d '列出随程序提供的评分模板'
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from check" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from check" -l strict -d '有警告（template check）或必须处理的检查结果（score）时，退出码也为 1'
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from check" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from check" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -l sheet -d '工作表名称，不写则用第一张有评分表的' -r
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -l heading -d '表头所在行，按表格中的行号' -r
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -l column -d '更正一列的含义，如 F=standard、“应得=points”；可以重复' -r
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -l as -d '表的式样：score-sheet（评分表）、self-evaluation（自评表）、comparison（目标完成情况表）' -r -f -a "score-sheet\t''
self-evaluation\t''
comparison\t''"
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -l scores -d '连同得分：同时写出评价（.jiping），并核对原表得分是否符合规则' -r -F
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -l keep -d '保留与规则不符的原表得分，写“指标=理由”；可以写多次' -r
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -s o -l output -d '写到哪个文件；apply 不写时改原文件' -r -F
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -l force -d '文件已存在时也覆盖，旧文件留作 .bak'
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from import" -s h -l help -d '显示帮助'
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from list" -l lang -d '界面语言：zh 中文（默认），en 英文' -r -f -a "zh\t''
en\t''"
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from list" -l json -d '结果和错误都用 JSON 输出，数字一律是十进制字符串'
complete -c jiping -n "__fish_jiping_using_subcommand template; and __fish_seen_subcommand_from list" -s h -l help -d '显示帮助'
