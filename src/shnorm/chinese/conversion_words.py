"""What :mod:`shnorm.chinese.converters` knows by hand: pairs of characters that converters confuse, and words round them.

A pair is listed in the directions in which it is an error; what clean Traditional text writes either way (布/佈, 周/週, 台/臺,
占/佔, 注/註 ...) is not, or stands in one direction only.  Checked against clean Traditional text of several sources.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: Each may stand where the other belongs.
BOTH = _words("""
    丑醜 于於 云雲 仆僕 余餘 冲衝 沖衝 准準 几幾 出齣 划劃 刮颳 制製 卜蔔 卷捲 厂廠 歷曆 發髮 只隻 叶葉 吁籲 后後 向嚮 咸鹹 團糰
    困睏 壇罈 復複 姜薑 盡儘 岳嶽 干幹 干乾 幹乾 征徵 御禦 志誌 斗鬥 昆崑 朴樸 松鬆 系係 系繫 係繫 髒臟 舍捨 範范 獲穫 表錶 谷穀
    辟闢 郁鬱 采採 里裡 鐘鍾 面麵 須鬚 游遊 致緻 匯彙 胡鬍 台颱 佣傭 愈癒 臺颱 檯颱 術朮 簽籤 纖縴
""")

#: The first may stand where the second belongs, not the other way round.
ONE_WAY = _words("""
    瞭了 傢家 迴回 鼕冬 韆千 閤合 弔吊 衕同 佈布 噹當 唸念 噁惡 麴曲 硃朱 闆板 慄栗 註注 癥症 纍累 剋克 夥伙 藉借 讎仇 佔占 週周
    鞦秋 託托 孃娘 彿佛 襬擺 倖幸 綵彩 蓆席 彆別 瀋沈 甦蘇 嚐嘗 讚贊 纔才 複覆 板闆 么麼 并並 并併 夸誇 据據 术術 杰傑 极極 柜櫃
    确確 种種 筑築 腊臘 苹蘋 荐薦 药藥 虫蟲 蜡蠟 证證 适適 沈瀋 涂塗 淀澱 挂掛 愿願 党黨 冲沖 价價 录錄 宁寧 体體 归歸 号號 礼禮
    无無 万萬 与與 湿濕 烟煙 粮糧 盘盤 灯燈 宝寶 声聲 独獨 旧舊 弃棄 启啟 弥彌
""")

#: Words (in their Simplified shadow) whose spelling is free in Traditional text, or that OpenCC's table spells wrongly.
FREE_WORDS = frozenset(
    _words("""
    困了 尽量 尽快 尽早 尽可能 便签 卷进 内卷 卷帘门 夸夸其谈 夸夸 卷帘 复刻 谱系 转游 冲入 系有 刮了 批复 干人 汇集 汇总 汇报 汇编 汇整 伙伴 战略伙伴
    贸易伙伴 合作伙伴 合伙 合伙人 中俄关系 累累 负债累累 丢丑
""")
)

#: Traditional spellings that OpenCC's tables lack.
OWN_SPELLINGS = _words("""
    雲計算 雲端 雲服務 雲存儲 雲平台 雲盤 方便麵 泡麵 乾麵 麵店 麵館 麵攤 來源於 產於 不亞於 負於 緣於 勤於 有求於 散見於 有礙於
    有悖於 融於 村幹部 老幹部 女幹部 影印件 複印件 複印機 聯繫人 聯繫方式 生產關係 社會關係 人際關係 兩性關係 性關係 編後語
    中後期 後半生 後防線 繼發性 並非如此 十幾 幾十 幾百 幾千 幾萬 幾點 幾歲 幾年 幾月 幾號 幾位 幾條 幾隻 乾淨利落 自給有餘
    一覽無餘 茶餘飯後 標誌物 標誌牌 標誌性 不知就裡 行家裡手 鬥智鬥勇 歷史感 歷史性 歷史課 歷史書 主幹道 肉製品 石製品 乳製品
    豆製品 木製品 研製 試製 特製 監製 自製 手製 訂製 定製 複製品 捲菸 捲心菜 膠捲 老闆娘 鬆口 鬆手 鬆了口氣 鬆開 鬆弛 鬆懈 豐富
    晒乾 烘乾 擦乾 吹乾 風乾 瀝乾 拭乾 沖咖啡 沖奶粉 沖洗 沖澡 沖水 沖掉
    採訪 採用 採購 採集 採取 開採 大採購 鬍鬚 頭髮絲 髮型 髮廊 理髮店 剛才
    屋後 後移 臘肉 臘月 希臘人 與會 與會者 與否 給與 與其 無與倫比 幾口 幾根 幾遍 幾招 幾片 裡頭 城裡人
    出境遊 鋪築 萬噸 萬畝 萬美元 萬股 萬輛 萬平方米 萬公里 萬公頃 主席 首席 席位 酒席
""")

#: Pairs that count in these words (Simplified) only: elsewhere names and verbs are written with the first.
ONLY_IN = {
    "簽籤": frozenset(_words("标签 书签 牙签 竹签 抽签 求签 中签 棉签 价签 签筒 签诗")),
    "杰傑": frozenset(_words("杰出 杰作 豪杰 俊杰 英杰 人杰 杰出人物")),
}

#: Spellings of OpenCC's tables that would vouch for an error.
MISSPELLED = frozenset(("先后", "中俄關系", "學曆"))

#: Nouns (Simplified) after which 里 is the inside of something and no unit, village or name.
CONTAINERS = frozenset(
    _words("""
    房间 屋子 房子 教室 校园 公园 院子 箱子 盒子 杯子 瓶子 袋子 口袋 书包 厨房 客厅 卧室 办公室 宿舍 图书馆 博物馆 商店 超市
    森林 树林 山谷 城市 村子 田野 池塘 湖水 河水 海水 电影 电视 小说 故事 歌曲 文章 报纸 照片 镜子 记忆 回忆 生活 世界 历史 假期
    日子 时间 脑子 脑海 肚子 身体 骨子 人群 家庭 公司 单位 学校 医院 车厢 飞机 隧道 电梯 走廊 花园 草丛 泥土 沙漠 阳光 月光 黑暗
    网络 电脑 手机 软件 系统 冰箱 抽屉 柜子 衣柜 行李 餐厅 酒店 饭店 咖啡馆 店铺 工厂 车间 仓库 地下室 监狱 教堂 寺庙 宫殿 山洞
    巷子 胡同 小巷 街道 社区 小区 村庄 县城 镇子 梦境 眼睛 眼神 嘴巴 心底 内心 血液 空气 雨水 雪地 草地 烟雾 人海 圈子 团队 班级
    剧院 影院 球场 病房 浴室 阳台 帐篷 营地 档案 文件 邮件 信件 日记 名单 计划 合同
""")
)

#: Words (Simplified) after which 于 is a preposition.
PLACING = frozenset(
    _words("""
    成立 设立 创立 创办 创建 建立 始建 建成 建造 坐落 分布 毕业 就读 任教 任职 出生 诞生 生于 发生 发表 出版 刊登 取决 相当 相对
    相比 服务 致力 应用 适用 有利 不利 来自 献身 专注 热衷 局限 集中 从属 隶属 起源 得益 受益 受制 有助 得名 闻名 活跃 徘徊 止步
    满足 屈服 臣服 沉迷 沉浸 寄托 归功 归咎 等同 区别 不同 独立 区分 收录 保存 存放 现存 逝世 病逝 去世 安葬 战死 落户 定居 居住
    流行 盛行 存在 位 处 设 建 始 卒 葬 生 死 用 高 低 大 小 多 少 优 劣 早 晚 先 后 重 轻 强 弱 异 忠 源 出 成 见 限 起 止 将
    已 曾 并 现 拟 定
""")
)

#: Words (Simplified) that follow a surname.
TITLES = frozenset(
    _words("""
    先生 小姐 女士 太太 夫人 老师 教授 博士 同学 同志 师傅 主任 主席 校长 院长 局长 市长 县长 省长 部长 司长 处长 科长 所长 馆长
    队长 组长 班长 书记 总理 总裁 经理 总经理 董事长 导演 医生 大夫 律师 法官 记者 编辑 作家 歌手 教练 选手 爷爷 奶奶 叔叔 阿姨
    大哥 大姐 老板 老板娘 姑娘 将军 大人 公公 家人
""")
)

#: Words (Simplified) that a name follows.
BEFORE_NAMES = TITLES | frozenset(
    _words("""
    和 与 跟 同 及 由 是 叫 姓 找 问 给 对 向 为 被 把 让 请 见 作者 演员 主持人 队员 运动员 负责人 发言人 代表 委员 名叫 妻子
    丈夫 儿子 女儿 父亲 母亲 哥哥 弟弟 姐姐 妹妹 朋友 邻居 市民 居民 村民 农民 工人 学生 司机 店主 顾客 乘客 患者 男子 女子 嫌犯
    嫌疑人 被告 原告 主演 主编 编剧 制片人 创始人 院士 专家 学者 诗人 画家 音乐家 艺术家 科学家 企业家 候选人 议员 立委 秘书
    助理 副总 总监 监制 设计师 工程师 摄影师 老 小 大
""")
)
