namespace ImageStreams.Clients;

/// <summary>A write whose limits are checked: the stream as it is to be stored.</summary>
public sealed record LimitedWrite
{
    /// <summary>The user.</summary>
    public required ApiUser User { get; init; }

    /// <summary>The stream as it is to be stored.</summary>
    public required ImageStream Stream { get; init; }

    /// <summary>The stream as it is stored now; null when it is created.</summary>
    public ImageStream? Old { get; init; }

    /// <summary>The image that is pushed to the stream; null for every other write.</summary>
    public Image? Image { get; init; }

    /// <summary>Returns the stream, and whether it is created.</summary>
    public override string ToString() => Old is null ? $"create {Stream}" : $"update {Stream}";
}
