"""Personal names in running text: found where their form or place shows them, and nowhere else."""

from __future__ import annotations

import pytest

from reader.model import NameKind
from reader.passes import Resources
from tests.conftest import annotated


def _names(text: str, resources: Resources) -> dict[str, str | None]:
    document = annotated(text, resources)
    tokens = [t for a in document.articles for b in a.blocks for s in b.sentences for t in s.tokens]
    return {t.text: t.reading.spelling if t.reading else None for t in tokens if t.name is NameKind.PERSON}


@pytest.mark.parametrize(
    ("text", "name", "spelling"),
    [
        ("主任林国平介绍了情况。", "林国平", "Lín Guópíng"),
        ("昨天，孙秀珍的小店开张了。", "孙秀珍", "Sūn Xiùzhēn"),
        ("朴志晓教授来了。", "朴志晓", "Piáo Zhìxiǎo"),
        ("记者单晓明报道。", "单晓明", "Shàn Xiǎomíng"),
        ("老陈和大家一起干。", "老陈", "Lǎo Chén"),
        ("仇老师讲得很好。", "仇", "Qiú"),
        ("七十多岁的杨双牛种了一辈子果树。", "杨双牛", "Yáng Shuāngniú"),
        ("令狐敏说她不去。", "令狐敏", "Línghú Mǐn"),
        ("旅长相里刚说，考核不预先通知。", "相里刚", "Xiànglǐ Gāng"),
        ("浙江队小将费立钧夺得金牌。", "费立钧", "Fèi Lìjūn"),
        ("本报西宁电（记者王梅）昨天下雪。", "王梅", "Wáng Méi"),
    ],
)
def test_a_name_is_whole_and_read_as_one(text: str, name: str, spelling: str, resources: Resources) -> None:
    assert _names(text, resources) == {name: spelling}


@pytest.mark.parametrize(
    "text",
    [
        "他高兴地走了。",
        "这条路方便群众出行。",
        "金额不足，成果不大。",
        "常有人来这里看水。",
        "老人和小孩都很高兴。",
        "应当说明原因。",
        "马上开始，时间不多。",
        "石头和白云都很美。",
    ],
)
def test_what_only_begins_like_a_surname_is_no_name(text: str, resources: Resources) -> None:
    assert _names(text, resources) == {}


@pytest.mark.parametrize(
    ("text", "name", "spelling"),
    [
        ("据谌建国介绍，路修好了。", "谌建国", "Chén Jiànguó"),
        ("他把信交给魏明。", "魏明", "Wèi Míng"),
        ("石磊是一名消防员。", "石磊", "Shí Lěi"),
        ("校长都建华给学生颁奖。", "都建华", "Dū Jiànhuá"),
        ("护士初雪梅来了。", "初雪梅", "Chū Xuěméi"),
        ("曾大姐把热茶端上来。", "曾", "Zēng"),
        ("你把书送到老单那里去。", "老单", "Lǎo Shàn"),
        ("阿珍笑了。", "阿珍", "Ā Zhēn"),
        ("我是单军，来报到的。", "单军", "Shàn Jūn"),
        ("请问查小红在吗？", "查小红", "Zhā Xiǎohóng"),
        ("这是盖医生开的药。", "盖", "Gě"),
        ("曹操派夏侯惇去追。", "夏侯惇", "Xiàhóu Dūn"),
        ("诗人谢里克·朱马别科夫朗诵了诗歌。", "谢里克·朱马别科夫", "Xièlǐkè Zhūmǎbiékēfū"),
        ("阿沛·阿旺晋美来了。", "阿沛·阿旺晋美", "Āpèi Āwàngjìnměi"),
        ("医生扎西次仁下乡去了。", "扎西次仁", "Zhāxī Cìrén"),
        ("牧民卓玛家的羊多。", "卓玛", "Zhuómǎ"),
        ("阿依古丽跳起了舞。", "阿依古丽", "Āyīgǔlì"),
        ("大谷翔平打出全垒打。", "大谷翔平", "Dàgǔ Xiángpíng"),
        ("大家都夸卢勇做事细心。", "卢勇", "Lú Yǒng"),
        ("这个主意是徐虎想出来的。", "徐虎", "Xú Hǔ"),
        ("昨晚彭文翊值夜班。", "彭文翊", "Péng Wényì"),
        ("照片中李平送来了热水。", "李平", "Lǐ Píng"),
        ("到场的有彭克、王桦等人。", "彭克", "Péng Kè"),
        ("副校长许中田致辞。", "许中田", "Xǔ Zhōngtián"),
        ("部长孙家正、局长赵有亮出席。", "孙家正", "Sūn Jiāzhèng"),
        ("书记傅全有第一个到。", "傅全有", "Fù Quányǒu"),
        ("（李舸摄）", "李舸", "Lǐ Gě"),
        ("村民王某承认了错误。", "王", "Wáng"),
        ("被告人曾某认罪。", "曾", "Zēng"),
        ("他骗走了单某三千元。", "单", "Shàn"),
        ("作家苏婷一人住在山里。", "苏婷", "Sū Tíng"),
        ("当选的有陈全国、王文学、李小梅。", "王文学", "Wáng Wénxué"),
        ("周连长带头冲了上去。", "周", "Zhōu"),
        ("小满也不恼。", "小满", "Xiǎomǎn"),
        ("我在街上碰见大刘了。", "大刘", "Dà Liú"),
        ("大家都叫小丁回去。", "小丁", "Xiǎo Dīng"),
        ("刘姐，水管又漏了。", "刘", "Liú"),
        ("铁柱他爹来了。", "铁柱", "Tiězhù"),
        ("强强来了。", "强强", "Qiángqiáng"),
        ("小燕来了。", "小燕", "Xiǎoyàn"),
        ("请数学组的曾老师讲一讲。", "曾", "Zēng"),
        ("外长恩佐昨天抵达。", "恩佐", "Ēnzuǒ"),
        ("总统康斯坦丁内斯库发表讲话。", "康斯坦丁内斯库", "Kāngsītǎndīngnèisīkù"),
        ("导演史蒂芬·斯皮尔伯格请来了约翰·施特劳斯。", "约翰·施特劳斯", "Yuēhàn Shītèláosī"),
        ("导演史蒂芬·斯皮尔伯格请来了约翰·施特劳斯。", "史蒂芬·斯皮尔伯格", "Shǐdìfēn Sīpí'ěrbógé"),
        ("前总理拉吉夫·甘地来过。", "拉吉夫·甘地", "Lājífū Gāndì"),
        ("生产调度部的应乐军指着管道说。", "应乐军", "Yīng Lèjūn"),
        ("家住同村的解德山闹了别扭。", "解德山", "Xiè Déshān"),
        ("消防员徐磊腰里系着绳子。", "徐磊", "Xú Lěi"),
        ("前来办业务的乐先生叹气。", "乐", "Yuè"),
        ("儿子尚磊发现了。", "尚磊", "Shàng Lěi"),
        ("村医宦吉富背上药箱。", "宦吉富", "Huàn Jífù"),
    ],
)
def test_more_places_and_forms_of_names(text: str, name: str, spelling: str, resources: Resources) -> None:
    assert _names(text, resources).get(name) == spelling


def test_a_part_of_a_dotted_name_is_known_elsewhere_in_the_article(resources: Resources) -> None:
    names = _names("谢里克·朱马别科夫来了。大家请朱马别科夫念诗。", resources)
    assert names["朱马别科夫"] == "Zhūmǎbiékēfū"


@pytest.mark.parametrize(
    ("text", "name", "spelling"),
    [
        ("外长利维到了。会谈后利维没有回答问题。", "利维", "Lìwéi"),
        ("记者白岚报道。大家都夸白岚。", "白岚", "Bái Lán"),
        ("画家高恩来了。高恩民是他的弟弟。恩民也画画。", "恩民", "Ēnmín"),
    ],
)
def test_who_is_named_once_is_known_by_two_characters(
    text: str, name: str, spelling: str, resources: Resources
) -> None:
    assert _names(text, resources).get(name) == spelling


def test_two_characters_that_meet_by_chance_are_no_name(resources: Resources) -> None:
    tokens = annotated("记者张平报道。收支保持紧张平衡。", resources).articles[0].blocks[0].sentences[1].tokens
    assert [token.text for token in tokens if "张" in token.text] == ["紧张"]


@pytest.mark.parametrize(
    "text",
    [
        "请大家戴口罩。",
        "他曾某次提过这事。",
        "记者和某公司谈过。",
        "陈列馆里有展品。",
        "连老师都笑了。",
        "任主任三年了。",
        "爱国·敬业·诚信是价值观。",
        "文化·旅游融合发展。",
        "专家都认为可行。",
        "国家强军兴军。",
        "教师应当以身作则。",
        "管理权、石子路、林果业都谈到了。",
        "祝大家新年快乐。",
        "严肃党纪，管好门户。",
        "陈列着许多旧书。",
        "边加边搅。",
        "小安全帽很轻，小平房很旧。",
        "大李子很甜。",
        "成活率连三成都不到。",
        "工人都友好。",
        "“丁零零——”铃响了。",
        "村里的沙窝子，县里的单位。",
    ],
)
def test_everyday_words_stay_what_they_are(text: str, resources: Resources) -> None:
    assert _names(text, resources) == {}
