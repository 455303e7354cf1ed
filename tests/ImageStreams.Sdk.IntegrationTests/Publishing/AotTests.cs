namespace ImageStreams.IntegrationTests.Publishing;

/// <summary>The library compiled ahead of time, which finds what reflection would have hidden.</summary>
[Collection("builds")]
public sealed class AotTests
{
    [Fact]
    public async Task AotSmoke_PublishedNatively_RunsAndCompares()
    {
        using var folder = new ScratchFolder();
        var project = Path.Combine(DotNet.Root, "tests", "ImageStreams.Sdk.AotSmoke");

        await PublishAsync(project, folder.Path);
        var output = await DotNet.RunAsync(folder.Path, Path.Combine(folder.Path, "ImageStreams.Sdk.AotSmoke"), []);

        Assert.Equal("parse, import, resolve, serialize, keep, graph, examine: all as expected", output.Trim());
    }

    [Fact]
    public async Task KubernetesAotSmoke_PublishedNatively_WorksOnACluster()
    {
        using var folder = new ScratchFolder();
        var project = Path.Combine(DotNet.Root, "tests", "ImageStreams.Sdk.Kubernetes.AotSmoke");

        await PublishAsync(project, folder.Path);
        var output = await DotNet.RunAsync(folder.Path, Path.Combine(folder.Path, "ImageStreams.Sdk.Kubernetes.AotSmoke"), []);

        Assert.Equal("connect, write, list, watch, import, wait: all as expected", output.Trim());
    }

    // Nobody debugs the program: it needs no symbols.
    private static Task<string> PublishAsync(string project, string folder) => DotNet.RunAsync(
        project, ["publish", "-c", "Release", "-o", folder, "-p:NativeDebugSymbols=false", .. PackedFeed.Properties]);
}
