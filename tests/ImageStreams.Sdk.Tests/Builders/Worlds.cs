using ImageStreams.Builds;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Builders;

/// <summary>Worlds around a stream.</summary>
internal static class Worlds
{
    public const string InternalHostname = "registry.local:5000";

    public static readonly Timestamp Now = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A world with a registry and the given streams, in which everything is allowed.</summary>
    public static StreamContext AWorld(params ImageStream[] streams) => new()
    {
        Now = Now,
        InternalRegistryHostname = InternalHostname,
        FindStream = name => Array.Find(streams, stream => GetName(stream) == name) is { } found
            ? new StreamLookupResult.Found { Stream = found }
            : new StreamLookupResult.NotFound(),
    };

    /// <summary>The stream in another namespace.</summary>
    public static ImageStream In(this ImageStream stream, string ns) =>
        stream with { Metadata = stream.Metadata with { Namespace = ns } };

    /// <summary>The build configuration in another namespace.</summary>
    public static BuildConfig In(this BuildConfig build, string ns) =>
        build with { Metadata = build.Metadata with { Namespace = ns } };

    /// <summary>The deployment configuration in another namespace.</summary>
    public static DeploymentConfig In(this DeploymentConfig config, string ns) =>
        config with { Metadata = config.Metadata with { Namespace = ns } };

    public static ImageStream Accepted(StreamChangeResult change)
    {
        Assert.True(change is StreamChangeResult.Accepted, $"{change}");
        return ((StreamChangeResult.Accepted)change).Stream;
    }

    /// <summary>Asserts that a change is refused for these reasons, each as its reason and field.</summary>
    public static void AssertRejected(StreamChangeResult change, params string[] errors) => Assert.Equal(
        errors,
        Assert.IsType<StreamChangeResult.Rejected>(change).Errors.Select(error => $"{error.Reason} {error.Field}"));

    private static ImageStreamName GetName(ImageStream stream) =>
        ImageStreamName.From(stream);
}
