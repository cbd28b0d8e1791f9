"""How a form words days and departments."""

from datetime import date

from core.domain.form import Form


def dated(day: date) -> str:
    """Write a day as printed: 2026年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def department_of(form: Form) -> str:
    """Give the name with which the department signs."""
    department = form.plan.department(form.department)
    return department.full_name if department else form.department
