using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The tags of a stream that a move in a registry affects.</summary>
/// <remarks>Compares the names that the stream uses, regardless of the mirror that serves them.</remarks>
public sealed record MovedTags
{
    /// <summary>The affected tags that are imported on a schedule, in the order of the stream.</summary>
    public ValueList<string> Scheduled { get; private init; }

    /// <summary>The affected tags that are imported once only, in the order of the stream.</summary>
    public ValueList<string> Unscheduled { get; private init; }

    /// <summary>
    /// Gets a value indicating whether the stream imports the whole repository (<c>spec.dockerImageRepository</c>).
    /// </summary>
    public bool IsWholeRepository { get; private init; }

    /// <summary>Gets a value indicating whether the move does not affect the stream.</summary>
    public bool IsEmpty => Scheduled.IsEmpty && Unscheduled.IsEmpty && !IsWholeRepository;

    /// <summary>Finds the tags of a stream that a move affects.</summary>
    /// <remarks>Reference tags (<c>reference: true</c>) and spec tags that name a digest are never affected.</remarks>
    /// <param name="stream">The stream.</param>
    /// <param name="move">The move.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="move"/> is null.</exception>
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

    /// <summary>Returns the affected tags.</summary>
    public override string ToString() => IsEmpty
        ? "no tags"
        : string.Join(", ", Scheduled.Concat(Unscheduled).Concat(IsWholeRepository ? ["the whole repository"] : []));

    private static bool IsAffected(string? name, RepositoryMove move, string? tag)
    {
        if (!CanMatch(name, move) || !ImageReference.TryParse(name, out var reference) || reference.Id.Length > 0)
        {
            return false;
        }

        var normalized = RepositoryMove.Normalize(reference);
        return normalized.Registry == move.Registry
            && normalized.RepositoryName == move.Repository
            && (tag is null || normalized.Tag == tag);
    }

    /// <summary>Determines quickly, before parsing, whether the text contains the last part of the repository's name.</summary>
    private static bool CanMatch(string? name, RepositoryMove move) =>
        name is not null && name.AsSpan().Contains(
            move.Repository.AsSpan(move.Repository.LastIndexOf('/') + 1), StringComparison.Ordinal);
}
