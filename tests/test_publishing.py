"""What the files for the hosts promise: where the site is, which Python builds it, which headers it has."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from gongkai.assemble.urls import SEARCH_INDEX

ROOT = Path(__file__).resolve().parents[1]
NETLIFY = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HASHED_ASSET = "public, max-age=31536000, immutable"


def workflow(name: str) -> dict[str, Any]:
    return yaml.safe_load((ROOT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8"))


def headers(path: str) -> dict[str, str]:
    return next(rule["values"] for rule in NETLIFY["headers"] if rule["for"] == path)


def commands(name: str, job: str) -> str:
    return "\n".join(step["run"] for step in workflow(name)["jobs"][job]["steps"] if "run" in step)


def test_netlify_publishes_the_output_folder() -> None:
    assert NETLIFY["build"]["publish"] == "output"


def test_netlify_builds_with_a_pinned_python_that_the_package_supports() -> None:
    pinned = NETLIFY["build"]["environment"]["PYTHON_VERSION"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"Programming Language :: Python :: {pinned}" in project["classifiers"]


def test_netlify_builds_each_kind_of_deploy_for_its_own_address() -> None:
    contexts = NETLIFY["context"]
    assert '"$URL"' in NETLIFY["build"]["command"]
    assert '"$DEPLOY_PRIME_URL"' in contexts["deploy-preview"]["command"]
    assert contexts["branch-deploy"] == contexts["deploy-preview"]


def test_the_content_security_policy_allows_only_what_the_site_itself_serves() -> None:
    directives = [part.split() for part in headers("/*")["Content-Security-Policy"].split(";")]
    policy = {name: sources for name, *sources in directives}
    assert policy.pop("img-src") == ["'self'", "data:"]
    assert {source for sources in policy.values() for source in sources} == {"'self'", "'none'"}
    for name in ("default-src", "base-uri", "frame-ancestors"):
        assert policy[name] == ["'none'"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=()"),
        ("Strict-Transport-Security", "max-age=31536000"),
    ],
)
def test_every_response_carries(name: str, value: str) -> None:
    assert value in headers("/*")[name]


def test_assets_are_kept_for_a_year_and_pages_are_asked_for_again() -> None:
    assert headers("/assets/*")["Cache-Control"] == HASHED_ASSET
    assert "must-revalidate" in headers("/*.html")["Cache-Control"]
    assert "must-revalidate" in headers(f"/{SEARCH_INDEX}")["Cache-Control"]
    assert "Cache-Control" not in headers("/*"), "it would be joined with that of the assets"


def test_pages_are_published_checked_and_built_for_the_address_that_github_gives() -> None:
    jobs = workflow("publish")["jobs"]
    ran = commands("publish", "build")
    assert ran.index("gongkai check") < ran.index('gongkai build --base-url "$BASE_URL"')
    upload = next(s for s in jobs["build"]["steps"] if "upload-pages-artifact" in s.get("uses", ""))
    assert upload["with"]["path"] == "output"
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_the_tests_run_on_three_systems_and_every_supported_python() -> None:
    jobs = workflow("test")["jobs"]
    assert "make check test audit" in commands("test", "linux")
    assert jobs["elsewhere"]["strategy"]["matrix"]["os"] == ["macos-latest", "windows-latest"]
    for job in jobs.values():
        assert job["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_pin_their_actions_and_write_nothing_by_default(path: Path) -> None:
    used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)
    assert workflow(path.stem)["permissions"] == {"contents": "read"}
