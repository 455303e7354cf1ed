using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;

namespace ImageStreams.Testing;

/// <summary>How an <see cref="ImageStreamWorld"/> begins, and what its builds do.</summary>
/// <remarks>Read once, when the world is made; later changes have no effect.</remarks>
public sealed class WorldOptions
{
    /// <summary>Default of <see cref="BuildTime"/>: two minutes.</summary>
    public static readonly TimeSpan DefaultBuildTime = TimeSpan.FromMinutes(2);

    /// <summary>Default of <see cref="Start"/>: the beginning of 2026.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The time at which the world begins.</summary>
    public DateTimeOffset Start { get; set; } = DefaultStart;

    /// <summary>How often tags are imported; OpenShift's 15 minutes unless said otherwise, and exactly that, without
    /// jitter.</summary>
    public ImportScheduleOptions Imports { get; set; } = new() { Jitter = 0 };

    /// <summary>
    /// When triggers that fire too often are held; null never holds any, and a build loop then goes on as long as time does.
    /// </summary>
    public TriggerFuseOptions? Fuse { get; set; } = new();

    /// <summary>How long a build takes, two minutes by default.</summary>
    public Func<BuildConfig, TimeSpan> BuildTime { get; set; } = static _ => DefaultBuildTime;

    /// <summary>
    /// What a build makes. By default an image that is another one for each build, as real builds are: called like the build
    /// configuration, with the build and its base image among its labels.
    /// </summary>
    public Func<SimulatedBuild, SyntheticImage> BuildImage { get; set; } = static build => SyntheticImage
        .Create(build.BuildConfig.Name)
        .WithLabel("io.openshift.build.name", build.Name)
        .WithLabel("io.openshift.build.image", build.BaseImage ?? "");

    /// <summary>
    /// What the image API takes for granted. Objects are numbered rather than named at random unless
    /// <see cref="EmbeddedImageStreamOptions.Naming"/> says otherwise.
    /// </summary>
    public EmbeddedImageStreamOptions Engine { get; set; } = new();

    /// <summary>
    /// How registries are asked. By default every request is sent once and at once, and it is for the import schedule to
    /// try again: retries wait for times, and turns come in an order, that are different in every run.
    /// </summary>
    public RegistryClientOptions RegistryClient { get; set; } = new()
    {
        MaxAttempts = 1,
        Limits = RegistryLimits.Default with { MaxConcurrentRequests = int.MaxValue },
    };

    /// <summary>Keeps streams and images; memory when null, the default.</summary>
    public IImageStreamStore? Store { get; set; }
}
