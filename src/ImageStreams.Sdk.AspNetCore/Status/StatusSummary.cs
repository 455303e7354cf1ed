namespace ImageStreams.AspNetCore;

/// <summary>The numbers of the status page.</summary>
internal sealed record StatusSummary
{
    public int Streams { get; init; }

    public int Tags { get; init; }

    /// <summary>Tags whose last import failed, or that lead nowhere.</summary>
    public int Failing { get; init; }

    /// <summary>Tags that wait for their first import or build.</summary>
    public int Pending { get; init; }

    /// <summary>Tags whose next check is past by more than a minute.</summary>
    public int Overdue { get; init; }

    public int Paused { get; init; }

    /// <summary>Imports that run.</summary>
    public int Running { get; init; }

    /// <summary>Objects that a fuse holds.</summary>
    public int Held { get; init; }

    /// <summary>Builds that triggers have started and that run.</summary>
    public int Builds { get; init; }
}
