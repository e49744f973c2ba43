"""What the admin site calls itself."""

from django.contrib import admin

admin.site.site_header = "Fact-check database"
admin.site.site_title = "Fact-check database"
admin.site.index_title = "Overview"
admin.site.index_template = "admin/claims/overview.html"
