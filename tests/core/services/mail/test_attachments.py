"""Which file of a folder goes to which department."""

import pytest

from core.domain.department import Department
from core.errors import MailError
from core.services.mail.attachments import in_folder

DEPARTMENTS = (
    Department("D02", "区统计局", "区统计局"),
    Department("D05", "科技局", "区科学技术局"),
    Department("D07", "科技局创新中心", "区科技局创新发展中心"),
    Department("D08", "分局", "甲分局"),
    Department("D09", "分局", "乙分局"),
)


def sorted_by_department(folder, *names):
    """What becomes of files with these names."""
    for name in names:
        (folder / name).write_text("")
    found = in_folder(folder, DEPARTMENTS)
    return {code: [path.name for path in paths] for code, paths in found.files.items()}, found


def test_files_go_to_the_department_that_their_names_name(tmp_path):
    names = "2024年上半年-区统计局-填报表.xlsx", "区统计局退回单.pdf", "区科学技术局.xlsx"
    files, _ = sorted_by_department(tmp_path, *names)
    assert files == {"D02": [names[0], names[1]], "D05": [names[2]]}


def test_the_longest_name_counts(tmp_path):
    files, _ = sorted_by_department(tmp_path, "2024-科技局创新中心-表.xlsx", "2024-科技局-表.xlsx")
    assert files == {"D07": ["2024-科技局创新中心-表.xlsx"], "D05": ["2024-科技局-表.xlsx"]}


def test_departments_of_one_name_are_told_apart_by_their_code(tmp_path):
    files, found = sorted_by_department(
        tmp_path, "表-分局（D09）.xlsx", "D08分局.xlsx", "分局.xlsx"
    )
    assert files == {"D09": ["表-分局（D09）.xlsx"], "D08": ["D08分局.xlsx"]}
    assert found.others == ("分局.xlsx",)


def test_what_belongs_to_nobody_is_named_and_what_programs_keep_is_not(tmp_path):
    (tmp_path / "区统计局").mkdir()
    files, found = sorted_by_department(
        tmp_path, "通知.docx", "~$区统计局.xlsx", ".区统计局", "区统计局.EML"
    )
    assert files == {}
    assert found.others == ("通知.docx",)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(MailError, match=r"附件文件夹“.*没有”打不开"):
        in_folder(tmp_path / "没有", DEPARTMENTS)
