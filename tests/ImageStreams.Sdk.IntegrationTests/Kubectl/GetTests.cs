namespace ImageStreams.IntegrationTests.Kubectl;

/// <summary>Reading with kubectl, in every form of output.</summary>
[Collection(KubectlCollection.Name)]
public sealed class GetTests(KubectlServers servers)
{
    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Get_EveryOutput_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "get");
        await kubectl.PrepareAsync(servers, "web", "1.0=1.0", "latest=2.0");
        await kubectl.PrepareAsync(servers, "api", "latest=1.1");

        await kubectl.RunAllAsync(
            "get is",
            "get is web",
            "get imagestreams -o wide",
            "get is --show-labels",
            "get is -l app=api",
            "get is -l 'app in (api,web)' -o name",
            "get is --field-selector metadata.name=web",
            "get is --sort-by='{.metadata.name}'",
            "get is --chunk-size=1",
            "get is --no-headers",
            "get is -L app",
            "get is web -o name",
            "get is web -o yaml",
            "get is web -o json",
            "get is web -o jsonpath='{.spec.tags[*].name}'",
            "get is -o custom-columns=NAME:.metadata.name,TAGS:.spec.tags[*].name",
            "get is -o go-template='{{range .items}}{{.metadata.name}} {{end}}'",
            "get is missing",
            "get is missing --ignore-not-found");

        KubectlGolden.AssertEqual(version, "get", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Get_TagsAndImages_AreAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "get-tags");
        await kubectl.PrepareAsync(servers, "web", "1.0=1.0", "latest=2.0");

        await kubectl.RunAllAsync(
            "get istag",
            "get istag web:latest -o yaml",
            "get istag web:1.0 -o wide",
            "get istag web:missing",
            "get imagetags",
            "get itag web:1.0 -o jsonpath='{.spec.from.name}'");

        KubectlGolden.AssertEqual(version, "get-tags", kubectl.Terminal);
    }

    [KubectlTheory]
    [InlineData(KubectlVersion.Current)]
    [InlineData(KubectlVersion.Old)]
    public async Task Describe_Stream_IsAsRecorded(string version)
    {
        using var kubectl = servers.Begin(version, "describe");
        await kubectl.PrepareAsync(servers, "web", "1.0=1.0");

        await kubectl.RunAllAsync("describe is web", "describe istag web:1.0", "describe is missing");

        KubectlGolden.AssertEqual(version, "describe", kubectl.Terminal);
    }
}
