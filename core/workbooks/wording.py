"""How a form words departments."""

from core.domain.form import Form


def department_of(form: Form) -> str:
    """Give the name with which the department signs."""
    department = form.plan.department(form.department)
    return department.full_name if department else form.department
