using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.References;

namespace ImageStreams.Tests.Manifests.Locking;

/// <summary>Locks for tests.</summary>
internal static class Locks
{
    public const string IndexType = "application/vnd.oci.image.index.v1+json";
    public const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>An entry with two platforms.</summary>
    public static LockedImage DotNet => new()
    {
        Tag = "openshift/dotnet:10.0",
        Path = ["openshift/dotnet:10.0", "openshift/dotnet:10.0-ubi9"],
        PullSpec = "registry.example.com/ubi9/dotnet-100:10.0",
        Digest = CreateDigest('a'),
        MediaType = IndexType,
        Size = 741,
        Mirror = "mirror.example.com/ubi9/dotnet-100",
        Platforms = [CreatePlatform("linux/arm64/v8", 'c'), CreatePlatform("linux/amd64", 'b')],
    };

    /// <summary>An entry of a pull spec.</summary>
    public static LockedImage Node => CreateImage("docker.io/library/node:22", 'd', CreatePlatform("linux/amd64", 'e'));

    /// <summary>A lock of both.</summary>
    public static ImageLock Both => new() { Schema = "./imagestreams.lock.schema.json", Images = [DotNet, Node] };

    public static LockedImage CreateImage(string pullSpec, char digest, params LockedPlatform[] platforms) => new()
    {
        Tag = pullSpec,
        PullSpec = pullSpec,
        Digest = CreateDigest(digest),
        MediaType = IndexType,
        Size = 500,
        Platforms = [.. platforms],
    };

    public static LockedPlatform CreatePlatform(string name, char digest, string version = "10.0.1") => new()
    {
        Platform = name,
        Digest = CreateDigest(digest),
        MediaType = ManifestType,
        Size = 1200,
        Created = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero),
        Labels = ValueMap.Create<string>(
        [
            KeyValuePair.Create("org.opencontainers.image.version", version),
            KeyValuePair.Create("org.opencontainers.image.base.name", "registry.example.com/ubi9:9.5"),
        ]),
    };

    public static Digest CreateDigest(char digit) => Digest.Parse($"sha256:{new string(digit, 64)}");
}
