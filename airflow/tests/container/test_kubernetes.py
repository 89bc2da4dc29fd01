"""The manifest for Kubernetes against Kubernetes' own schemas, without a cluster."""

from __future__ import annotations

from typing import Any

import kubernetes_validate
import pytest
import yaml

from orderlake_airflow.local.layout import PROJECT

MANIFEST = PROJECT / "docker" / "kubernetes" / "orderlake.yaml"
VERSION = "1.33"


def resources() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(MANIFEST.read_text(encoding="utf-8")))


@pytest.mark.parametrize("resource", resources(), ids=lambda resource: str(resource["kind"]))
def test_each_resource_is_one_that_kubernetes_knows(resource: dict[str, Any]) -> None:
    kubernetes_validate.validate(resource, VERSION, strict=True)


def test_a_misspelt_field_would_be_found() -> None:
    runner = next(r for r in resources() if r["metadata"]["name"] == "orderlake-runner")
    runner["spec"]["template"]["spec"]["serviceAcountName"] = "orderlake"
    with pytest.raises(kubernetes_validate.ValidationError, match="serviceAcountName"):
        kubernetes_validate.validate(runner, VERSION, strict=True)
