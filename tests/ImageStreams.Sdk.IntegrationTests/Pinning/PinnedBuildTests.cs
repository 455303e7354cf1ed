using ImageStreams.IntegrationTests.Publishing;
using ImageStreams.IntegrationTests.Registries;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using Xunit.Sdk;

namespace ImageStreams.IntegrationTests.Pinning;

/// <summary>Containers that the .NET SDK builds on tags of image streams, and pushes to Debian's docker-registry.</summary>
[Collection("builds")]
public sealed class PinnedBuildTests(PackedFeed feed, DockerRegistryFixture registry) : IClassFixture<DockerRegistryFixture>
{
    private const string Skipped = "Skipping target \"ResolveImageStreamTagsCore\" because all output files are up-to-date";

    private string Host => registry.Host.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [RegistryFact]
    public async Task Publish_BuildsOnTheLockedBase_UntilTheLockIsUpdated()
    {
        using var folder = new PinnedFolder(feed, Host).Add("one", "<RuntimeIdentifier>linux-x64</RuntimeIdentifier>");
        folder.Write("one/imagestreams.lock.json", """{"schemaVersion": 1, "images": {}}""");
        var first = await PushBaseAsync("first");
        Assert.Contains("added: sha256:", await folder.PublishAsync("one"), StringComparison.Ordinal);
        Assert.Equal(first[0], (await ReadLayersAsync("team/one", "latest"))[0]);

        var second = await PushBaseAsync("second");
        await folder.PublishAsync("one");
        Assert.Equal(first[0], (await ReadLayersAsync("team/one", "latest"))[0]);

        Assert.Contains("moved from sha256:", await folder.RunAsync("build", "one", "-c", "Release", "-t:UpdateImageStreamLock"), StringComparison.Ordinal);
        await folder.PublishAsync("one");
        Assert.Equal(second[0], (await ReadLayersAsync("team/one", "latest"))[0]);
    }

    [RegistryFact]
    public async Task Publish_TwoPlatforms_EachIsBuiltOnItsOwn()
    {
        using var folder = new PinnedFolder(feed, Host).Add("both", "<RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers>");
        var layers = await PushBaseAsync("both");

        await folder.PublishAsync("both");

        Assert.Equal(layers[0], (await ReadLayersAsync("team/both", "latest-linux-x64"))[0]);
        Assert.Equal(layers[1], (await ReadLayersAsync("team/both", "latest-linux-arm64"))[0]);
    }

    [RegistryFact]
    public async Task Build_TwoProjectsAtOnce_ShareOneLock_AndRunNothingWhenNothingHasChanged()
    {
        using var folder = new PinnedFolder(feed, Host).Add("left").Add("right");
        folder.Write("imagestreams.lock.json", """{"schemaVersion": 1, "images": {}}""");
        folder.Write("all.proj", """
            <Project>
              <ItemGroup><Member Include="left/left.csproj;right/right.csproj" /></ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Member)" Targets="Restore" Properties="Restoring=true" /></Target>
              <Target Name="Build"><MSBuild Projects="@(Member)" Targets="Build" BuildInParallel="true" /></Target>
            </Project>
            """);
        await PushBaseAsync("shared");
        await folder.RunAsync("msbuild", "all.proj", "-t:Restore");

        await folder.RunAsync("msbuild", "all.proj", "-t:Build", "-m:2");
        var locked = await File.ReadAllTextAsync(folder.LockFile);
        var again = await folder.RunAsync("msbuild", "all.proj", "-t:Build", "-m:2", "-v:detailed");

        Assert.Equal(2, again.Split(Skipped).Length - 1);
        Assert.Equal(locked, await File.ReadAllTextAsync(folder.LockFile));
        Assert.Equal(["linux/amd64", "linux/arm64"], folder.Locked.PlatformNames);
    }

    [RegistryFact]
    public async Task Build_InLockedMode_NamesTheLine_AndWithTheLockNeedsNoNetwork()
    {
        using var folder = new PinnedFolder(feed, Host).Add("ci");
        folder.Write("imagestreams.lock.json", """{"schemaVersion": 1, "images": {}}""");
        await PushBaseAsync("ci");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => folder.RunAsync("build", "ci", "-p:ContinuousIntegrationBuild=true"));
        Assert.Contains("ci.csproj(13,6): error IST3001: openshift/dotnet:10.0 is not in", failure.Message, StringComparison.Ordinal);

        await folder.RunAsync("build", "ci");
        var before = (await registry.RequestsAsync("base/dotnet")).Count;
        await folder.RunAsync("build", "ci", "-p:ContinuousIntegrationBuild=true", "--no-incremental");
        Assert.Equal(before, (await registry.RequestsAsync("base/dotnet")).Count);
    }

    [RegistryFact]
    public async Task Verify_AfterAMove_FailsAtTheLine()
    {
        using var folder = new PinnedFolder(feed, Host).Add("verified");
        await PushBaseAsync("before");
        await folder.RunAsync("build", "verified");
        await folder.RunAsync("build", "verified", "-t:VerifyImageStreamLock");

        await PushBaseAsync("after");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => folder.RunAsync("build", "verified", "-t:VerifyImageStreamLock"));
        Assert.Contains("verified.csproj(13,6): error IST3009: openshift/dotnet:10.0: moved from", failure.Message, StringComparison.Ordinal);
    }

    [RegistryFact]
    public async Task OtherTargets_GetTheDigests()
    {
        using var folder = new PinnedFolder(feed, Host).Add("items");
        await PushBaseAsync("items");
        folder.Write("items/Directory.Build.targets", """
            <Project>
              <Target Name="Show" DependsOnTargets="ResolveImageStreamTags">
                <Message Importance="high" Text="BASE=%(ResolvedImageStreamTag.Tag) %(Platform) %(Digest) %(PullSpec)" />
              </Target>
            </Project>
            """);

        var output = await folder.RunAsync("build", "items", "-t:Show", "-p:RuntimeIdentifier=linux-arm64");

        var locked = Assert.Single(ImageStreams.Manifests.ImageLockFile.Read(Path.Combine(Path.GetDirectoryName(folder.LockFile)!, "items", "imagestreams.lock.json")).Images);
        Assert.Contains($"BASE={PinnedFolder.Tag} linux/arm64 {locked.Platforms[1].Digest} {Host}/base/dotnet:10.0", output, StringComparison.Ordinal);
    }

    /// <summary>Pushes a base image for two platforms, and returns the digest of the layer of each.</summary>
    private async Task<Digest[]> PushBaseAsync(string name)
    {
        var amd64 = SyntheticImage.Create(name);
        var arm64 = SyntheticImage.Create($"{name} on arm").WithPlatform("linux", "arm64");
        await registry.PushAsync("base/dotnet:10.0", SyntheticIndex.Create(amd64, arm64).AsOci());
        return [(await ReadManifestLayersAsync("base/dotnet", amd64))[0], (await ReadManifestLayersAsync("base/dotnet", arm64))[0]];
    }

    private Task<List<Digest>> ReadManifestLayersAsync(string repository, SyntheticImage image) => ReadLayersAsync(repository, $"{image.Digest}");

    private async Task<List<Digest>> ReadLayersAsync(string repository, string tagOrDigest)
    {
        using var client = new HttpRegistryClient();
        var manifest = await client.GetManifestAsync(
            new RegistryRepository { Registry = registry.Host, Name = repository, Insecure = true }, tagOrDigest);
        using var document = System.Text.Json.JsonDocument.Parse(manifest.Content);
        return [.. document.RootElement.GetProperty("layers").EnumerateArray().Select(layer => Digest.Parse(layer.GetProperty("digest").GetString()!))];
    }
}
