using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.Policies;
using ImageStreams.Registries;
using ImageStreams.Storage;

namespace ImageStreams.Testing;

/// <summary>Options of <see cref="ImageStreamWorld"/>.</summary>
/// <remarks>Copied when the world is created; later changes have no effect on it. All options bind from configuration except
/// those that are delegates.</remarks>
public sealed class WorldOptions
{
    /// <summary>Default of <see cref="BuildTime"/>: two minutes.</summary>
    public static readonly TimeSpan DefaultBuildTime = TimeSpan.FromMinutes(2);

    /// <summary>Default of <see cref="Start"/>: the beginning of 2026.</summary>
    public static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The time at which the world begins.</summary>
    public DateTimeOffset Start { get; set; } = DefaultStart;

    /// <summary>The intervals at which tags are imported; by default OpenShift's 15 minutes, without jitter.</summary>
    public ImportScheduleOptions Imports { get; set; } = new() { Jitter = 0 };

    /// <summary>The intervals at which repositories are listed whose tags are followed by policies.</summary>
    public TagPolicyOptions TagPolicies { get; set; } = new();

    /// <summary>Creates the checks of images that gates of tags can name; <see langword="null"/>, the default, for none. Called when
    /// the world is created. Set in code only.</summary>
    public Func<IEnumerable<IImageGate>>? CreateImageGates { get; set; }

    /// <inheritdoc cref="TriggerControllerOptions.Fuse"/>
    public TriggerFuseOptions? Fuse { get; set; }

    /// <summary>
    /// The highest number of builds that run at a time, at least 1; <see langword="null"/>, the default, for any number, as in
    /// OpenShift.
    /// </summary>
    /// <remarks>Triggers request no further build until one has ended; builds that users start wait.</remarks>
    public int? MaxRunningBuilds { get; set; }

    /// <inheritdoc cref="TriggerControllerOptions.BuildRate"/>
    public BuildRateOptions? BuildRate { get; set; }

    /// <inheritdoc cref="TriggerControllerOptions.Waves"/>
    public BuildWaveOptions? Waves { get; set; }

    /// <inheritdoc cref="TriggerControllerOptions.MaturityDelay"/>
    public TimeSpan MaturityDelay { get; set; }

    /// <inheritdoc cref="TriggerControllerOptions.ChangeWindows"/>
    public ChangeWindowsOptions? ChangeWindows { get; set; }

    /// <summary>Returns the duration of a build; two minutes by default. Set in code only.</summary>
    public Func<BuildConfig, TimeSpan> BuildTime { get; set; } = static _ => DefaultBuildTime;

    /// <summary>
    /// Returns the image that a build creates. By default, each build creates another image, as real builds do. It has
    /// the name of the build configuration, and the build and its base image are among its labels. Set in code only.
    /// </summary>
    public Func<SimulatedBuild, SyntheticImage> BuildImage { get; set; } = static build => SyntheticImage
        .Create(build.BuildConfig.Name)
        .WithLabel("io.openshift.build.name", build.Name)
        .WithLabel("io.openshift.build.image", build.BaseImage ?? "");

    /// <summary>
    /// The options of the image API. Objects are numbered, not named at random, unless
    /// <see cref="EmbeddedImageStreamOptions.GetNaming"/> is set.
    /// </summary>
    public EmbeddedImageStreamOptions Engine { get; set; } = new();

    /// <summary>
    /// The options of the registry client. By default, every request is sent once and immediately, and only the import
    /// schedule retries, because the waits and turns of the client would differ from run to run.
    /// </summary>
    public RegistryClientOptions RegistryClient { get; set; } = new()
    {
        MaxAttempts = 1,
        Limits = new RegistryLimits { MaxConcurrentRequests = int.MaxValue },
    };

    /// <summary>Creates the store of streams and images; <see langword="null"/>, the default, for one in memory. Called when the
    /// world is created. Set in code only.</summary>
    public Func<IImageStreamStore>? CreateStore { get; set; }
}
