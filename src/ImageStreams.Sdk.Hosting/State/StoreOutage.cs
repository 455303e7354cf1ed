namespace ImageStreams.Hosting;

/// <summary>The time of the first failed operation of the store, and the message of the last one.</summary>
internal sealed record StoreOutage(DateTimeOffset Since, string Message);
