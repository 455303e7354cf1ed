using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>A hostile registry, and how the client reports it.</summary>
internal sealed record HostileCase(
    string Name, RegistryFailure Failure, int? Status, string Message, Func<HttpRequestMessage, HttpResponseMessage> Script)
{
    /// <summary>The request of the client; for the manifest of tag 1 by default.</summary>
    public Func<IRegistryClient, CancellationToken, Task> Ask { get; init; } =
        (client, token) => client.GetManifestAsync(HostileAnswers.Repository, "1", token);

    /// <summary>True when the script gets requests without credentials, too.</summary>
    public bool SeesAnonymous { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
