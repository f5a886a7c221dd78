"""How forms are drawn everywhere: one template for a form, one for a field."""

from django.forms.renderers import TemplatesSetting


class PageForms(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` in the look of our pages."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
