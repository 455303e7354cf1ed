namespace ImageStreams.Hosting;

/// <summary>Options of the hosted service that runs the controllers.</summary>
/// <remarks>Read once, when the host starts, and validated then. All options bind from configuration.</remarks>
public sealed class ControllerHostOptions
{
    /// <summary>Default of <see cref="MaxConcurrentImports"/>: 8.</summary>
    public const int DefaultMaxConcurrentImports = 8;

    /// <summary>Default of <see cref="RestartDelay"/>: one second.</summary>
    public static readonly TimeSpan DefaultRestartDelay = TimeSpan.FromSeconds(1);

    /// <summary>Default of <see cref="MaxRestartDelay"/>: one minute.</summary>
    public static readonly TimeSpan DefaultMaxRestartDelay = TimeSpan.FromMinutes(1);

    /// <summary>The highest number of imports at a time, at least 1. Each is one request to the image API, for the due tags of
    /// one stream.</summary>
    public int MaxConcurrentImports { get; set; } = DefaultMaxConcurrentImports;

    /// <summary>The wait before a loop that died is started again; more than zero. It doubles each time, until the loop makes
    /// progress.</summary>
    public TimeSpan RestartDelay { get; set; } = DefaultRestartDelay;

    /// <summary>The longest wait before a loop is started again; at least <see cref="RestartDelay"/>, and at most a day.</summary>
    public TimeSpan MaxRestartDelay { get; set; } = DefaultMaxRestartDelay;
}
