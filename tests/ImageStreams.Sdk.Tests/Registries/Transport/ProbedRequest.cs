namespace ImageStreams.Tests.Registries;

/// <summary>A request as it reached a server.</summary>
internal sealed record ProbedRequest(string Protocol, string Connection, string? ClientCertificate, string Host);
