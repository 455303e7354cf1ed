namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Applying with kubectl, on the client's side and on the server's.</summary>
[Collection(KubectlCollection.Name)]
public sealed class ApplyTests(KubectlServers servers)
{
    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Apply_ThreeTimes_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "apply");
        await StreamFiles.PushAsync(servers);

        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=1.0"));
        await kubectl.RunAllAsync("apply -f web.yaml", "apply -f web.yaml", "diff -f web.yaml");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=1.0", "latest=1.1"));
        await kubectl.RunAllAsync("diff -f web.yaml", "apply -f web.yaml");
        await kubectl.WaitForImportAsync("web", 2);
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "latest=2.0"));
        await kubectl.RunAllAsync("apply -f web.yaml --dry-run=server", "apply -f web.yaml");
        await kubectl.WaitForAsync("get is web -o jsonpath='{.status.tags[*].items[*].image}'", "sha256:", 3);
        await kubectl.RunAllAsync(
            "get is web -o jsonpath='{range .spec.tags[*]}{.name} {.from.name}{\"\\n\"}{end}'",
            "apply view-last-applied is web");

        KubectlGolden.AssertEqual(version, "apply", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Apply_ServerSide_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "server-side");
        kubectl.Write("web.yaml", StreamFiles.Create(servers, "web", "1.0=0.1"));
        kubectl.Write("other.yaml", StreamFiles.Create(servers, "web", "1.0=0.2"));

        await kubectl.RunAllAsync(
            "apply --server-side -f web.yaml",
            "apply --server-side -f web.yaml",
            "apply --server-side --field-manager=other -f other.yaml",
            "apply --server-side --field-manager=other --force-conflicts -f other.yaml",
            "apply --server-side -f web.yaml",
            "diff --server-side --field-manager=other -f other.yaml",
            "get is web -o jsonpath='{range .metadata.managedFields[*]}{.manager} {.operation}{\"\\n\"}{end}'");

        KubectlGolden.AssertEqual(version, "server-side", kubectl.Terminal);
    }
}
