namespace ImageStreams.Tests.Registries;

/// <summary>A request as it left the client.</summary>
internal sealed record SentRequest(string Method, Uri Uri, string Authorization);
