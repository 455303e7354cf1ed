namespace ImageStreams.Tests.Recordings;

/// <summary>A manifest as a registry stored it.</summary>
internal sealed record StoredContent(string Digest, string MediaType, byte[] Content);
