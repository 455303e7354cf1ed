using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A move as a notification tells it, before its names are checked.</summary>
internal readonly record struct MoveDraft
{
    private const string HostForm = "the host of a registry with an optional port";
    private const string RepositoryForm = "the lower-case name of a repository";
    private const string TagForm = "a tag";

    public required NotificationText Registry { get; init; }

    public required NotificationText Repository { get; init; }

    /// <summary>A tag, or a digest where some registries put it; empty for the whole repository.</summary>
    public NotificationText Tag { get; init; }

    /// <summary>A digest; what is none counts as absent, as nothing depends on it.</summary>
    public NotificationText Digest { get; init; }

    public RepositoryAction Action { get; init; }

    public Timestamp Time { get; init; }

    /// <summary>Splits <c>host/path</c>, <c>host/path:tag</c> and <c>host/path@digest</c>; a mark that nothing follows
    /// counts for nothing.</summary>
    /// <remarks>Unlike in a reference, what comes before the first slash is a host, whatever it looks like.</remarks>
    public static MoveDraft At(NotificationText location)
    {
        var (text, path) = (location.Text, location.Path);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var end = text.IndexOfAny([':', '@'], slash + 1);
        return new MoveDraft
        {
            Registry = new(slash < 0 ? "" : text[..slash], path),
            Repository = new(text[(slash + 1)..(end < 0 ? text.Length : end)], path),
            Tag = new(end < 0 ? "" : text[(end + 1)..], path),
        };
    }

    /// <summary>The move.</summary>
    /// <param name="registry">The registry that it is of, whatever was told; null for the one that was told.</param>
    /// <exception cref="RegistryNotificationException">A name is missing, or is none.</exception>
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
