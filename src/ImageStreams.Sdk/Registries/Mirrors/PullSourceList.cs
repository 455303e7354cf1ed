using ImageStreams.Collections;

namespace ImageStreams.Registries;

/// <summary>Which places are asked for an image, in which order, and why.</summary>
public sealed record PullSourceList
{
    /// <summary>The repository that is meant.</summary>
    public required RegistryRepository Repository { get; init; }

    /// <summary>The tag or digest that is wanted; <see langword="null"/> for the list of tags.</summary>
    public string? TagOrDigest { get; init; }

    /// <summary>All places that come into question, in order: those that are asked and those that are not.</summary>
    public required ValueList<PullSource> Sources { get; init; }

    /// <summary>The places that are asked, one after the other until one has the image.</summary>
    public IEnumerable<PullSource> Eligible => Sources.Where(static pullSource => pullSource.ExclusionReason is null);

    /// <summary>Whether no place may be asked.</summary>
    public bool IsBlocked => !Eligible.Any();

    /// <summary>Returns the plan in words, a line for each place.</summary>
    public override string ToString() =>
        $"{TagOrDigest ?? "the tags"} of {Repository}:{string.Concat(Sources.Select(static pullSource => $"\n  {pullSource}"))}";
}
