"""The stand-in as a person sees it in the browser: its issues, and buttons that play somebody who works in GitLab."""

from html import escape

from loket.integrations.gitlab.standin.playing import MERGE, PROPOSE
from loket.integrations.gitlab.standin.state import Issue, MergeRequest, Note, Project, StandIn
from loket.integrations.loopback import Reply

POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'"
_STATES = {"opened": "Terbuka", "closed": "Ditutup", "merged": "Digabung"}
_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; }
.tiruan { border: 2px solid; border-radius: .5rem; padding: .5rem 1rem; font-weight: 600; }
li { margin: .4rem 0; } pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
.label { border: 1px solid; border-radius: 1rem; padding: 0 .6rem; display: inline-block; margin: .1rem; }
textarea { width: 100%; box-sizing: border-box; font: inherit; } button { font: inherit; padding: .5rem 1rem; }
"""
_SIGN = (
    "Ini tiruan untuk peragaan Loket, bukan GitLab. Isinya hanya ada di komputer ini."
    " Tombol di bawah memerankan seorang pegawai yang bekerja di GitLab."
)


def address(project: Project, issue: Issue) -> str:
    return f"/{project.path}/-/issues/{issue.iid}"


def index(project: Project) -> Reply:
    rows = "".join(
        f'<li><a href="{escape(address(project, one))}">#{one.iid} {escape(one.title)}</a>,'
        f" {_STATES[one.state].lower()}</li>"
        for one in sorted(project.issues.values(), key=lambda one: -one.iid)
    )
    return _page(f"Issue pada {project.path}", f"<ul>{rows}</ul>" if rows else "<p>Belum ada issue.</p>")


def issue(standin: StandIn, project: Project, one: Issue) -> Reply:
    labels = "".join(f'<li class="label">{escape(name)}</li>' for name in one.labels)
    assignees = ", ".join(standin.people[each].name for each in one.assignees)
    facts = (
        ("Keadaan", _STATES[one.state]),
        ("Rahasia", "Ya" if one.confidential else "Tidak"),
        ("Tenggat", one.due_date or "Tidak ada"),
        ("Ditugaskan kepada", assignees or "Tidak ada"),
        ("Dibuat oleh", one.author.name),
    )
    said = "".join(f"<li><b>{name}:</b> {escape(value)}</li>" for name, value in facts)
    notes = "".join(_note(note) for note in one.notes)
    return _page(
        f"#{one.iid} {one.title}",
        f'<p><a href="/{escape(project.path)}/-/issues">Semua issue</a></p><ul>{said}</ul>'
        f"<h2>Label</h2><ul>{labels}</ul><h2>Uraian</h2><pre>{escape(one.description)}</pre>"
        f"<h2>Merge request</h2><ul>{''.join(map(_merge_request, one.merge_requests))}</ul>"
        f"<h2>Komentar</h2><ul>{notes}</ul>{_buttons(one)}",
    )


def missing() -> Reply:
    return _page("Tidak ditemukan", "<p>Alamat ini tidak ada pada tiruan.</p>", status=404)


def gone_to(target: str) -> Reply:
    """After a button the page itself is asked for, so that reloading it does nothing again."""
    return Reply(303, b"", {"Location": target})


def _note(note: Note) -> str:
    return (
        f"<li><b>{escape(note.author.name)}</b>, {escape(note.created_at)}<pre>{escape(note.body)}</pre></li>"
    )


def _merge_request(one: MergeRequest) -> str:
    press = f'<button name="act" value="{MERGE}{one.iid}">Gabungkan</button>' if one.state == "opened" else ""
    return (
        f'<li><form method="post">!{one.iid} {escape(one.title)}, {_STATES[one.state].lower()},'
        f" pipeline {escape(one.pipeline)} {press}</form></li>"
    )


def _buttons(one: Issue) -> str:
    other = ("close", "Tutup issue") if one.state == "opened" else ("reopen", "Buka kembali issue")
    return (
        '<h2>Sebagai pegawai di GitLab</h2><form method="post">'
        '<p><label for="body">Komentar, atau judul merge request</label><textarea id="body" name="body" rows="4"></textarea></p>'
        '<p><button name="act" value="comment">Kirim komentar</button> '
        f'<button name="act" value="{PROPOSE}">Buka merge request</button> '
        f'<button name="act" value="{other[0]}">{other[1]}</button></p></form>'
    )


def _page(title: str, body: str, *, status: int = 200) -> Reply:
    html = (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}, tiruan GitLab</title><style>{_STYLE}</style></head><body>"
        f'<p class="tiruan">{_SIGN}</p><main><h1>{escape(title)}</h1>{body}</main></body></html>'
    )
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
    return Reply(status, html.encode(), headers)
