using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A move as a notification reports it, before its names are validated.</summary>
internal readonly record struct MoveDraft
{
    private const string HostForm = "the host of a registry with an optional port";
    private const string RepositoryForm = "the lower-case name of a repository";
    private const string TagForm = "a tag";

    public required NotificationText Registry { get; init; }

    public required NotificationText Repository { get; init; }

    /// <summary>The tag, or a digest, which some registries put here; empty for the whole repository.</summary>
    public NotificationText Tag { get; init; }

    /// <summary>The digest; an invalid one counts as absent.</summary>
    public NotificationText Digest { get; init; }

    public RepositoryAction Action { get; init; }

    public Timestamp Time { get; init; }

    /// <summary>
    /// Creates a draft from <c>host/path</c>, <c>host/path:tag</c> or <c>host/path@digest</c>; an empty tag or digest counts
    /// as absent.
    /// </summary>
    /// <remarks>Unlike in a reference, the part before the first slash is always a host.</remarks>
    public static MoveDraft FromLocation(NotificationText location)
    {
        var text = location.Text;
        var path = location.Path;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var end = text.IndexOfAny([':', '@'], slash + 1);
        return new MoveDraft
        {
            Registry = new(slash < 0 ? "" : text[..slash], path),
            Repository = new(text[(slash + 1)..(end < 0 ? text.Length : end)], path),
            Tag = new(end < 0 ? "" : text[(end + 1)..], path),
        };
    }

    /// <summary>Converts the draft into a move.</summary>
    /// <param name="registry">The registry, which overrides the one in the notification; null for the one in the
    /// notification.</param>
    /// <exception cref="RegistryNotificationException">A name is missing or invalid.</exception>
    public RepositoryMove ToMove(string? registry)
    {
        var host = RegistryScope.Canonical(registry ?? Registry.Require(RegistryGrammar.IsRegistry, HostForm));
        var digest = References.Digest.TryParse(Tag.Text, out var tagged) ? tagged : null;
        return new RepositoryMove
        {
            Registry = host,
            Repository = GetRepository(host).Require(RegistryGrammar.IsRepositoryName, RepositoryForm),
            Tag = digest is not null || Tag.IsEmpty ? null : Tag.Require(RegistryGrammar.IsTag, TagForm),
            Digest = digest ?? (References.Digest.TryParse(Digest.Text, out var named) ? named : null),
            Action = Action,
            Time = Time,
        };
    }

    private NotificationText GetRepository(string host) =>
        host == DockerHub.Registry && !Repository.IsEmpty && !Repository.Text.Contains('/', StringComparison.Ordinal)
            ? Repository with { Text = $"{DockerHub.LibraryNamespace}/{Repository.Text}" }
            : Repository;
}
