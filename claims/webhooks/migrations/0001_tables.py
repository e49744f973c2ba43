import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('claims', '0013_history'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Whose it is, and what it is for.', max_length=100)),
                ('url', models.URLField(help_text='Where to send it, by POST.', max_length=500)),
                ('what', models.CharField(choices=[('all', 'everything'), ('subject', 'the figures of one subject'), ('figure', 'one figure')], default='all', max_length=20)),
                ('kinds', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('verdict', 'Verdict'), ('correction', 'Correction'), ('withdrawal', 'Withdrawal'), ('status-change', "change of a published claim's computed status")], max_length=20), size=None)),
                ('active', models.BooleanField(default=True, help_text='Off: nothing is sent, nothing kept.')),
                ('salt', models.BinaryField()),
                ('check_value', models.BinaryField()),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('created_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('figure', models.ForeignKey(blank=True, help_text='If one.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.figure')),
                ('owner', models.ForeignKey(help_text='Who answers for it here.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('subject', models.ForeignKey(blank=True, help_text='If of one.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.subject')),
            ],
            options={
                'verbose_name': 'webhook',
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('delivered', 'Delivered'), ('dead', 'dead: given up')], db_default='waiting', max_length=20)),
                ('attempts', models.PositiveSmallIntegerField(db_default=0)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('next_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), null=True)),
                ('last_at', models.DateTimeField(null=True)),
                ('last_code', models.PositiveSmallIntegerField(null=True, verbose_name='HTTP code')),
                ('last_error', models.CharField(db_default='', max_length=300, verbose_name='went wrong')),
                ('last_took', models.DurationField(null=True, verbose_name='took')),
                ('change', models.ForeignKey(db_column='position', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.change')),
                ('subscription', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='webhooks.subscription')),
            ],
            options={
                'verbose_name_plural': 'deliveries',
                'ordering': ['-id'],
            },
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('figure', None), ('subject', None), ('what', 'all')), models.Q(('figure', None), ('subject__isnull', False), ('what', 'subject')), models.Q(('figure__isnull', False), ('subject', None), ('what', 'figure')), _connector='OR'), name='subscription_names_what_it_is_of', violation_error_message='Name the subject or the figure if it is of one, and neither if it is of everything.'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.CheckConstraint(condition=models.Q(('kinds__contained_by', ['verdict', 'correction', 'withdrawal', 'status-change']), ('kinds__len__gte', 1)), name='subscription_kinds_known', violation_error_message='Choose one or more of the kinds that there are.'),
        ),
        migrations.AddConstraint(
            model_name='subscription',
            constraint=models.CheckConstraint(condition=models.Q(('url__regex', '^https?://[^/?#@\\\\\\s]+([/?][^#\\s]*)?$')), name='subscription_url_sane', violation_error_message='The address is https://host/path, without an account, a fragment or spaces.'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['next_at'], name='delivery_due'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(fields=('subscription', 'change'), name='delivery_once_a_subscription'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('next_at__isnull', False), ('state', 'waiting')), models.Q(('next_at', None), ('state__in', ['delivered', 'dead'])), _connector='OR'), name='delivery_is_due_while_it_waits', violation_error_message='What waits is due at some time, and nothing else is.'),
        ),
    ]
