namespace ImageStreams.Kubernetes;

/// <summary>An Event that was written, and the times that it was repeated.</summary>
internal sealed class EventSeries
{
    /// <summary>The name of the Event; null while it is not written.</summary>
    public string? Name { get; set; }

    /// <summary>The number of times that it occurred.</summary>
    public int Count { get; set; }

    /// <summary>The time of the last write.</summary>
    public DateTimeOffset Written { get; set; }
}
