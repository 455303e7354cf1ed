namespace ImageStreams.Hosting;

/// <summary>The names and the tags of the health checks that <c>AddImageStreamHealthChecks</c> adds.</summary>
public static class ImageStreamHealthChecks
{
    /// <summary>The name of the check that is healthy when the lists of streams and of objects with triggers are read.</summary>
    public const string Ready = "imagestreams-ready";

    /// <summary>The name of the check that is degraded when fewer tags are on time than
    /// <see cref="ImageStreamHealthOptions.OnTimeShare"/> asks for.</summary>
    public const string Imports = "imagestreams-imports";

    /// <summary>The name of the check that is unhealthy when a loop has died, or when the store is unavailable for
    /// longer than <see cref="ImageStreamHealthOptions.StoreOutageLimit"/>.</summary>
    public const string Loops = "imagestreams-loops";

    /// <summary>The tag of the check that decides whether the process is ready: <c>ready</c>.</summary>
    public const string ReadyTag = "ready";

    /// <summary>The tag of the check that decides whether the process works: <c>live</c>.</summary>
    public const string LiveTag = "live";
}
