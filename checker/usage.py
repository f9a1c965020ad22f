"""What a wrong call of the command is told, and the frame of every help text, in Indonesian; click speaks English.

Never runs anything; it only words what click found wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from checker.messages import _
from checker.typed_toml import suggestion


class Misuse(click.ClickException):
    """The command was called with something that can't be; says where its help is."""

    exit_code = 2

    def __init__(self, says: str, command: str) -> None:
        super().__init__(says)
        self._command = command

    def show(self, file: Any = None) -> None:
        click.echo(_("Galat: {says}").format(says=self.message), err=True)
        click.echo(_("Bantuan: {command} --help").format(command=self._command), err=True)


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = '', prefix: str | None = None) -> None:
        super().write_usage(prog, args, _("Pemakaian: "))

    def write_heading(self, heading: str) -> None:
        super().write_heading({'Options': _("Pilihan"), 'Commands': _("Perintah")}.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Option(click.Option):
    """An option whose help holds only our own words."""

    def get_help_extra(self, ctx: click.Context) -> Any:
        return {}


class Command(click.Command):
    """A command whose help and errors are Indonesian."""

    context_class = _Context

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None,
                     **extra: Any) -> click.Context:
        with _told(info_name, parent):
            return super().make_context(info_name, args, parent, **extra)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _explained(super().get_help_option(ctx))


class Group(click.Group):
    """A group of such commands; alone it shows its help."""

    context_class = _Context
    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{'no_args_is_help': False, 'invoke_without_command': True} | kwargs)

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None,
                     **extra: Any) -> click.Context:
        with _told(info_name, parent):
            return super().make_context(info_name, args, parent, **extra)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _explained(super().get_help_option(ctx))

    def invoke(self, ctx: click.Context) -> Any:
        result = super().invoke(ctx)
        if ctx.invoked_subcommand is None:
            click.echo(ctx.get_help())
        return result

    def resolve_command(
        self, ctx: click.Context, args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            says = _("Perintah \"{name}\" tidak ada.").format(name=args[0]) + suggestion(args[0], self.commands)
            raise Misuse(says, ctx.command_path)
        return super().resolve_command(ctx, args)


def _explained(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = _("Tampilkan bantuan ini.")
    return option


@contextmanager
def _told(name: str | None, parent: click.Context | None) -> Iterator[None]:
    """What click finds wrong with the words behind a command, in our words."""
    try:
        yield
    except click.UsageError as error:
        command = ' '.join(word for word in (parent.command_path if parent else '', name) if word)
        raise Misuse(_says(error), command) from error


def _says(error: click.UsageError) -> str:
    """The sentence for what click found; its classes tell the cases apart, never its words."""
    if isinstance(error, click.NoSuchOption):
        params = error.ctx.command.params if error.ctx else []
        known = [name for param in params if isinstance(param, click.Option) for name in param.opts]
        return _("Pilihan {name} tidak dikenal.").format(name=error.option_name) + suggestion(error.option_name, known)
    if isinstance(error, click.BadOptionUsage):
        return _("Pilihan {name}: nilainya belum diberikan, atau pilihan ini tidak memakai nilai.").format(
            name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return _("{name} belum diberikan.").format(name=_name(error.param))
    if isinstance(error, click.BadParameter):
        return _("{name}: {wanted}.").format(name=_name(error.param), wanted=_wanted(error.param))
    return _("Ada kata yang berlebih di dalam perintah. Nama yang berisi spasi ditulis di antara tanda kutip.")


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[0]
    return (param.metavar or param.name or '') if param else ''


def _wanted(param: click.Parameter | None) -> str:
    kind = param.type if param else None
    if isinstance(kind, click.IntRange):
        return _("harus bilangan bulat {low} sampai {high}").format(low=kind.min, high=kind.max)
    if isinstance(kind, click.Path) and not kind.file_okay:
        return _("harus folder, bukan berkas")
    if isinstance(kind, click.Path) and not kind.dir_okay:
        return _("harus berkas, bukan folder")
    return _("nilainya tidak sesuai")
