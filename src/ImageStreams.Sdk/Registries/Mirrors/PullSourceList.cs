using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>The pull sources of an image in the order in which they are contacted, each with the rule behind it.</summary>
public sealed record PullSourceList
{
    /// <summary>The requested repository.</summary>
    public required RegistryRepository Repository { get; init; }

    /// <summary>The requested tag or digest; <see langword="null"/> for the list of tags.</summary>
    public string? TagOrDigest { get; init; }

    /// <summary>All pull sources: first those that are contacted, in order, then those that are not.</summary>
    public required ValueList<PullSource> Sources { get; init; }

    /// <summary>The pull sources that are contacted, one after the other until one has the image.</summary>
    public IEnumerable<PullSource> Eligible => Sources.Where(static source => source.ExclusionReason is null);

    /// <summary>Gets a value indicating whether no pull source is contacted.</summary>
    public bool IsBlocked => !Eligible.Any();

    /// <summary>Returns the list in words, one line for each pull source.</summary>
    public override string ToString() =>
        $"{TagOrDigest ?? "the tags"} of {Repository}:{string.Concat(Sources.Select(static source => $"\n  {source}"))}";
}
