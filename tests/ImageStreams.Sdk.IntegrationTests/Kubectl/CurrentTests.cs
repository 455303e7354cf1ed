namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Commands that only a current kubectl has.</summary>
[Collection(KubectlCollection.Name)]
public sealed class CurrentTests(KubectlServers servers)
{
    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    public async Task WhoAmI_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "whoami");

        await kubectl.RunAllAsync(
            "auth whoami",
            "auth whoami -o jsonpath='{.status.userInfo.username}'",
            "auth whoami --as=alice --as-group=team-a");

        KubectlGolden.AssertEqual(version, "whoami", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    public async Task Patch_OfTheStatus_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "status");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=0.1"));

        await kubectl.RunAllAsync(
            "create -f web.yaml",
            """patch is web --subresource=status --type=merge -p '{"metadata":{"annotations":{"seen":"yes"}},"spec":{"lookupPolicy":{"local":true}}}'""",
            "get is web --subresource=status -o jsonpath='{.metadata.annotations.seen} {.spec.lookupPolicy.local}'",
            """patch is web --subresource=nosuch --type=merge -p '{}'""",
            "create namespace status-of-mine",
            """patch ns status-of-mine --subresource=status --type=merge -p '{"status":{"phase":"Terminating"}}'""",
            "wait ns/status-of-mine --for=jsonpath='{.status.phase}'=Active --timeout=30s",
            "delete ns status-of-mine",
            "wait ns/status-of-mine --for=delete --timeout=30s");

        KubectlGolden.AssertEqual(version, "status", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    public async Task Create_WithEachValidation_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "validate");
        kubectl.Write("odd.yaml", StreamFiles.Create(servers, "odd", "1.0=0.1") + "  bogus: true\n");

        await kubectl.RunAllAsync(
            "create -f odd.yaml --validate=strict",
            "create -f odd.yaml --validate=warn",
            "replace -f odd.yaml --validate=ignore",
            "apply -f odd.yaml --validate=warn --dry-run=server");

        KubectlGolden.AssertEqual(version, "validate", kubectl.Terminal);
    }
}
