using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>What of a stream comes from a repository or tag that moved.</summary>
/// <remarks>By the names that the stream uses; which mirror serves them plays no role.</remarks>
public sealed record MovedTags
{
    /// <summary>The tags that are to be imported again and again, in the order of the stream.</summary>
    public ValueList<string> Scheduled { get; private init; }

    /// <summary>The tags that come from there too, and were to be imported once.</summary>
    public ValueList<string> Unscheduled { get; private init; }

    /// <summary>Whether the stream imports the whole repository (<c>spec.dockerImageRepository</c>).</summary>
    public bool IsWholeRepository { get; private init; }

    /// <summary>Whether nothing of the stream is concerned.</summary>
    public bool IsEmpty => Scheduled.IsEmpty && Unscheduled.IsEmpty && !IsWholeRepository;

    /// <summary>Finds what is concerned.</summary>
    /// <remarks>Tags that only pass a pull spec on never are, nor those whose wish names a digest.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="move">What moved.</param>
    public static MovedTags Find(ImageStream stream, RepositoryMove move)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(move);

        var tags = stream.Spec.Tags
            .Where(specTag => ImportNeeds.IsImportable(specTag) && IsAffected(specTag.From?.Name, move, move.Tag))
            .ToLookup(specTag => specTag.ImportPolicy.Scheduled, specTag => specTag.Name);
        return new MovedTags
        {
            Scheduled = tags[true].ToValueList(),
            Unscheduled = tags[false].ToValueList(),
            IsWholeRepository = IsAffected(stream.Spec.DockerImageRepository, move, tag: null),
        };
    }

    private static bool IsAffected(string? name, RepositoryMove move, string? tag)
    {
        if (!CanMatch(name, move) || !ImageReference.TryParse(name, out var reference) || reference.Id.Length > 0)
        {
            return false;
        }

        var complete = RepositoryMove.Normalize(reference);
        return complete.Registry == move.Registry
            && complete.RepositoryName == move.Repository
            && (tag is null || complete.Tag == tag);
    }

    /// <summary>Spares parsing what cannot be it: its text has the last part of the repository's name.</summary>
    private static bool CanMatch(string? name, RepositoryMove move) =>
        name is not null && name.AsSpan().Contains(
            move.Repository.AsSpan(move.Repository.LastIndexOf('/') + 1), StringComparison.Ordinal);
}
