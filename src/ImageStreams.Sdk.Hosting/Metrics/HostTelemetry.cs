using System.Diagnostics;
using System.Reflection;
using ImageStreams.Diagnostics;
using ImageStreams.Importing;

namespace ImageStreams.Hosting;

/// <summary>The names, the version and the activities of the package's telemetry.</summary>
internal static class HostTelemetry
{
    public const string ErrorType = "error.type";
    public const string Loop = "imagestreams.loop";
    public const string Outcome = "imagestreams.import.outcome";
    public const string ServerAddress = "server.address";
    public const string Stream = "imagestreams.stream";

    /// <summary>The version of the package, such as <c>0.1.0</c>, without the commit.</summary>
    public static string Version { get; } =
        typeof(HostTelemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    private static ActivitySource Activities { get; } = new(ImageStreamsTelemetry.ActivitySourceName, Version);

    /// <summary>Starts the activity of one job: the parent of the imports of its tags.</summary>
    public static Activity? StartImport(ImportJob job) => Activities.HasListeners()
        ? Activities.StartActivity(
            "import stream", ActivityKind.Internal, default(ActivityContext), [new(Stream, job.Stream.ToString())])
        : null;
}
