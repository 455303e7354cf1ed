namespace ImageStreams.Tests.Registries;

/// <summary>How a request reached a server.</summary>
internal sealed record ProbedRequest(string Protocol, string Connection, string? ClientCertificate, string Host);
